import type { Habit } from '../rewriting.js'
import { keysMeant, withEveryGroup } from './clauses.js'
import { aggregator, group, scope } from './pattern-pieces.js'

const groupWords = '(?:group(?:\\s*_?by)?|per|by)'
const grouping = 'The tags to group by stand as `by {…}` right after the scope.'

/** Groupings in other words, other brackets and other places. */
export const groupingHabits: readonly Habit[] = [
  {
    code: 'group-by-spelling',
    pattern: /(?<=[\s}])(?:grouped|split|broken\s+down|aggregated)\s+(?=by\b)/gi,
    message: grouping,
    into: '',
  },
  {
    code: 'sql-group-by',
    pattern: /\bgroup\s+by\s+([\w.@-]+(?:\s*,\s*[\w.@-]+)*)(?![\w.]*\s*[:(])/gi,
    message: '`GROUP BY` belongs to SQL.',
    into: 'by {$1}',
  },
  {
    code: 'group-by-spelling',
    pattern:
      /(?<=\})\s*(?:per|for\s+(?:each|every)|across|each|facet)\s+([\w.@-]+(?:\s*,\s*[\w.@-]+)*)(?![\w.]*\s*:)/gi,
    message: grouping,
    into: ' by {$1}',
  },
  {
    code: 'group-by-in-front',
    pattern: `\\b(${aggregator})\\s*by\\s*[({]([^(){}]*)[)}]\\s*:\\s*([\\w.]+)\\s*(${scope})?`,
    message: grouping,
    into: '$1:$3$4 by {$2}',
  },
  {
    code: 'group-by-after-expression',
    pattern: /\(((?:[^()]|\([^()]*\))*)\)\s*by\s*[({]([^(){}]*)[)}]/g,
    message: 'Each metric of an expression is grouped by itself.',
    into: ([, expression, keys]) => withEveryGroup(expression!, keys!),
  },
  {
    code: 'group-by-after-method',
    pattern: `(${aggregator}:[\\w.]+(?:\\s*${scope})?|\\{[^{}]*\\})((?:\\s*\\.\\s*\\w+\\s*\\([^()]*\\)|(?:\\s*,[^(){}]*)?\\))+)\\s*(by\\s*(?:[({]([^(){}]*)[)}]|([\\w.-]+(?:\\s*,\\s*[\\w.-]+)*)))`,
    flags: 'dgi',
    message: '`by` stands right after the scope of its metric.',
    hint: 'Write `metric{scope} by {host}`, and methods or the closing `)` after it.',
    about: 3,
    overrides: true,
    into: ([, series, methods, , keys, bare]) => `${series} by {${keysMeant((keys ?? bare)!)}}${methods}`,
  },
  {
    code: 'aggregator-behind-metric',
    pattern: `\\b(${aggregator}):(\\w*)\\(((?:[^()]|\\([^()]*\\))*)\\)`,
    message: 'The space aggregation stands before the metric.',
    overrides: true,
    into: ([, name, call, inner]) => {
      const meant = inner!.replace(/(?<![\w.:{,-])(?!by\b)[a-zA-Z][\w.]*\s*(?=\{)/g, `${name}:$&`)
      return call === '' && meant === inner ? undefined : `${call}(${meant})`
    },
  },
  {
    code: 'scope-after-method',
    pattern: `([:(]\\s*[a-zA-Z][\\w.]*)((?:\\.\\w+\\([^()]*\\)|\\))+)\\s*(${scope}(?:\\s*${group})?)`,
    flags: 'dg',
    message: 'The scope stands right after its metric.',
    hint: 'Write `metric{scope}`, and methods after it.',
    about: 3,
    overrides: true,
    into: '$1$3$2',
  },
  {
    code: 'group-by-in-scope',
    pattern: /\{(?:([^{}]*?)\s+|\s*)by\s+([\w.@/-]+(?:\s*,\s*[\w.@/-]+)*)\s*\}/gi,
    message: grouping,
    into: ([, conditions, keys]) => `{${conditions || '*'}} by {${keys}}`,
  },
  {
    code: 'group-by-spelling',
    pattern: /\bby\s*\{([^{}]*(?:["';]|\s(?:and|&&?)\s)[^{}]*)\}/gi,
    message: 'The keys after `by` are bare words, separated by commas.',
    into: ([, keys]) => `by {${keysMeant(keys!)}}`,
  },
  {
    code: 'group-by-spelling',
    pattern: /\bby\s+([\w.-]+(?:\s*,\s*[\w.-]+)*(?:\s+and\s+[\w.-]+)+)/g,
    message: grouping,
    into: ([, keys]) => `by {${keysMeant(keys!)}}`,
  },
  {
    code: 'group-by-spelling',
    pattern: `(?:[.]\\s*|\\s|(?<=[})]))${groupWords}\\s*:?\\s*[({]\\s*([\\w\\s,.@/"'-]+?)\\s*[)}]`,
    flags: 'gi',
    message: grouping,
    into: ([all, keys]) => (/^\s*by\s*[({]/i.test(all) ? undefined : ` by {${keysMeant(keys!)}}`),
  },
  {
    code: 'second-group-by',
    pattern: /\bby\s*\{([\w.@/,\s-]*)\}\s*(?:,|and\b)?\s*((?:by\s*)?\{([\w.@/,\s-]*)\})/dgi,
    message: 'A series is grouped once.',
    about: 2,
    into: 'by {$1,$3}',
  },
  {
    code: 'wrong-bracket',
    pattern: /\}\s*\[\s*([a-z_@][\w.@/-]*(?:\s*,\s*[\w.@/-]+)*)\s*\]/gi,
    message: grouping,
    overrides: true,
    into: '} by {$1}',
  },
  {
    code: 'missing-by',
    pattern: /\}(\s*)\{([\w.@/-]+(?:\s*,\s*[\w.@/-]+)*)\}/g,
    message: 'The word `by` is missing between the scope and the tags to group by.',
    into: ([, , keys]) => `} by {${keys}}`,
  },
  {
    code: 'group-by-spelling',
    pattern: /\}\s*,\s*(?=by\b)/gi,
    message: 'No comma stands before `by`.',
    into: '} ',
  },
  {
    code: 'group-by-spelling',
    pattern: /\bby\s+([\w-]+)(?=\.(?:rollup|as_count|as_rate|fill|weighted)\b)/g,
    message: grouping,
    into: 'by {$1}',
  },
]
