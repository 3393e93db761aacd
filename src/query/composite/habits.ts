import type { Habit } from '../rewriting.js'

const operator = 'Between two monitors stands one operator.'
const bare = 'A composite names its monitors by their bare ids.'

/** `{{123}}` can be nothing but an id. */
export const idInBraces: Habit = {
  code: 'monitor-id',
  pattern: /\$?\{+\s*(\d+)\s*\}+/g,
  message: bare,
  into: '$1',
}

/** How composites are written by people who think of another language. */
export const compositeHabits: readonly Habit[] = [
  { code: 'doubled-operator', pattern: /(&&|\|\|)(?:\s*(?:&&|\|\|))+/g, message: operator, into: '$1' },
  idInBraces,
  { code: 'monitor-id', pattern: /(["'])(\d+)\1/g, message: bare, into: '$2' },
  {
    code: 'monitor-id',
    pattern: /(?:[#@]|\bmonitors?[:/_#\s-]+|\bid[:=]\s*)(\d+)/gi,
    message: bare,
    into: '$1',
  },
  { code: 'monitor-id', pattern: /\bmonitors?\s*\(\s*(\d+)\s*\)/gi, message: bare, into: '$1' },
  {
    code: 'monitor-id',
    pattern: /(\d+)(?:\.status)?\s*(?:==?|\bis\b)\s*["']?(?:alert(?:ing|ed)?|triggered|true)\b["']?/gi,
    message: 'A monitor stands for “it alerts”.',
    into: '$1',
  },
  { code: 'monitor-id', pattern: /\[\s*(\d+)\s*\]/g, message: bare, into: '$1' },
  {
    code: 'composite-operator',
    pattern: /~\s*(?=[\d($])/g,
    message: 'The operator for “not” is `!`.',
    into: '!',
  },
  {
    code: 'composite-operator',
    pattern: /\s*(?:\+|\*|∧|かつ|および)\s*/g,
    message: 'The operator for “and” is `&&`.',
    into: ' && ',
  },
  {
    code: 'composite-operator',
    pattern: /\s*(?:∨|または|もしくは)\s*/g,
    message: 'The operator for “or” is `||`.',
    into: ' || ',
  },
]
