import type { Habit } from '../rewriting.js'
import { bracketHabits } from './bracket-habits.js'
import { secondsIn } from './durations.js'
import { foreignHabits } from './foreign-habits.js'
import { groupingHabits } from './grouping-habits.js'
import { aggregator, group, scope } from './pattern-pieces.js'
import { scopeHabits } from './scope-habits.js'

const colons = 'One colon stands between the aggregation and the metric.'

/**
 * How metric queries are written by people who think of another language, or of nothing much. Looked for only in a text that does
 * not parse; in this order, since a place is rewritten once.
 */
export const metricHabits: readonly Habit[] = [
  ...foreignHabits,
  ...bracketHabits,
  ...groupingHabits,
  ...scopeHabits,
  // Colons, dots, operators
  { code: 'doubled-colon', pattern: /:(?:\s*:)+/g, message: 'One colon is enough.', into: ':' },
  {
    code: 'aggregator-behind-metric',
    pattern: `(?<![\\w.:])([a-zA-Z][\\w.]*\\s*${scope})\\s*:\\s*(${aggregator})(?![\\w.:{])`,
    message: 'The space aggregation stands before the metric.',
    into: '$2:$1',
  },
  {
    code: 'missing-space-colon',
    pattern: `\\b(${aggregator})(?:\\s*[=;]\\s*|\\s+(?!(?:by|of|where|without|as|and|or)\\b))(?=[a-zA-Z])`,
    message: colons,
    into: '$1:',
  },
  {
    code: 'missing-dot',
    pattern: /([})])\s*(rollup|as_count|as_rate|fill|weighted)\b/g,
    message: 'A method follows its query behind a dot.',
    into: '$1.$2',
  },
  {
    code: 'missing-dot',
    pattern: /\s*\|\s*(?=(?:rollup|as_count|as_rate|fill|weighted)\b)/g,
    message: 'A method follows its query behind a dot.',
    into: '.',
  },
  {
    code: 'argument-separator',
    pattern: /(\([^();]*);\s*([^();]*\))/g,
    message: 'Arguments are separated by commas.',
    into: '$1, $2',
  },
  {
    code: 'missing-dot',
    pattern: /\s*(?:->|=>|::)\s*(?=(?:rollup|as_count|as_rate|fill|weighted)\b)/g,
    message: 'A method follows its query behind a dot.',
    into: '.',
  },
  {
    code: 'number-with-unit',
    pattern: /(\.rollup\([^()]*?)(\d+)\s+([smhdw])(?:ec|econd|in|inute|r|our|ay|eek)?s?\s*\)/g,
    message: 'A number of seconds stands without a unit here.',
    into: ([, before, amount, unit]) => `${before}${Number(amount) * secondsIn[unit!]!})`,
    overrides: true,
  },
  {
    code: 'multiplication-sign',
    pattern: /(?:(?<=[})\d])\s*|(?<=\w)\s+)[xX]\s*(?=[\d(]|(?:avg|sum|min|max|count|p\d\d):|query\d)/g,
    message: '`*` multiplies.',
    into: ' * ',
  },
  {
    code: 'space-aggregator',
    pattern: /(?<![\w.:])(\d\d)(?:p|th|st|nd|rd)?\s*(?:percentile)?\s*:\s*(?=[a-zA-Z])/g,
    message: 'A percentile is written `p95:`.',
    into: 'p$1:',
  },
  {
    code: 'space-aggregator',
    pattern: `\\b(${aggregator})\\s*:\\s*\\1\\s*:`,
    message: 'One aggregation stands before the metric.',
    into: '$1:',
  },
  {
    code: 'unknown-function',
    pattern:
      /\b(per|default|clamp|monotonic|moving|week|day|hour|month|calendar|cutoff|count|robust)\s+([a-z]\w*)(?=\s*\()/g,
    message: 'Words in the name of a function are joined by `_`.',
    into: '$1_$2',
  },
  {
    code: 'unknown-function',
    pattern: /\.as[-\s](count|rate)\b/g,
    message: 'Words in the name of a method are joined by `_`.',
    overrides: true,
    into: '.as_$1',
  },
  {
    code: 'doubled-dot',
    pattern: /\.+(?=\.[a-z_]+\s*\(|\s*[<>=!]+\s*[\d.-])/g,
    message: 'One dot is enough.',
    into: '',
  },
  {
    code: 'missing-operator',
    pattern: `(^|[^\\w.])(\\d+(?:\\.\\d+)?)\\s*(?=${aggregator}:)`,
    message: 'An operator is missing between the number and the metric.',
    into: '$1$2 * ',
  },
  {
    code: 'missing-call-parentheses',
    pattern: `(^|[:(+*/-])(\\s*)([a-z]\\w*)\\s+(${aggregator}:[a-zA-Z][\\w.]*(?:${scope})?(?:\\s*${group})?)`,
    message: 'The argument of a function stands in parentheses.',
    into: ([, before, blank, name, argument]) =>
      /^(?:and|or|by|in|not|avg|sum|min|max|count)$/.test(name!)
        ? undefined
        : `${before}${blank}${name}(${argument})`,
  },
  {
    code: 'doubled-operator',
    pattern: /([+*/])\s+\1|\/\//g,
    message: 'One operator stands between two metrics.',
    into: ([all]) => all[0],
  },
  {
    code: 'percent-sign',
    pattern:
      /((?:^|[-+*/(\s])\d+(?:\.\d+)?)\s*(?:[KMGT]i?B|bytes?|ms|percent|sec(?:ond)?s?|requests?)(?=\s*(?:[-)+*/]|$))/gi,
    message: 'A number has no unit.',
    into: '$1',
  },
  {
    code: 'missing-quote',
    pattern: /(?<=\bcalendar_shift\(.*?,\s*)-?\s*\d+\s*[a-z]+(?=\s*[,)])/g,
    message: 'This is a text and needs quotes.',
    overrides: true,
    into: ([shift]) => `'${shift.replace(/\s/g, '')}'`,
  },
  // Named arguments
  {
    code: 'named-argument',
    pattern: /\b([a-z_]+)\s*=\s*(\d+\s*[smhdw][a-z]*)(?=\s*[,)])/g,
    message: 'A named argument is written name=value, its text in quotes.',
    overrides: true,
    into: "$1='$2'",
  },
  {
    code: 'named-argument',
    pattern: /\b(\w+)\s*==\s*(?=["'])/g,
    message: 'A named argument has one `=`.',
    into: '$1=',
  },
  {
    code: 'named-argument',
    pattern:
      /\b(direction|alert_window|interval|seasonality|timezone|count_default_zero|history|model)\s*:\s*(\w+)/g,
    message: 'A named argument is written name=value, its text in quotes.',
    into: ([, name, value]) => `${name}=${/^\d+$/.test(value!) ? value : `'${value}'`}`,
  },
  { code: 'trailing-comma', pattern: /\s*,\s*$/g, message: 'Nothing follows this comma.', into: '' },
  // Formulas and spreadsheets
  {
    code: 'leading-equals',
    pattern: /^\s*(?:(?!query\d)[a-z]\w+\s*=(?=[^=|]*[a-z][^=|]*$)|=)\s*/gi,
    message: 'A formula has no `=` before it.',
    into: '',
  },
  {
    code: 'comparison-in-query',
    pattern: /^\s*\w+\s*\(\s*last_\w+\s*\)\s*:\s*/g,
    message: 'Only the query of a monitor begins with a window.',
    overrides: true,
    into: '',
  },
  {
    code: 'comparison-in-query',
    pattern: /\s*(?:>=|<=|==|!=|>|<)\s*-?\d[\d.]*\s*$/g,
    message: 'Only the query of a monitor ends with a comparison.',
    into: '',
  },
  {
    code: 'percent-sign',
    pattern: /([\d)}])\s*%(?=\s*(?:[)+*/-]|$))/g,
    message: 'A number has no unit.',
    into: '$1',
  },
]

/** A formula may besides take the names of its queries for variables. */
export const formulaHabits: readonly Habit[] = [
  ...metricHabits,
  {
    code: 'query-name',
    pattern: /\b(query|formula)\s+(\d+)\b/gi,
    message: 'The name of a query has no blank in it.',
    into: ([, word, number]) => `${word!.toLowerCase()}${number}`,
  },
  {
    code: 'query-name',
    pattern: /(?:[$"']|\$?\{\s*)(\w+)(?:["']|\s*\})?/g,
    message: 'A formula names its queries by bare words.',
    into: '$1',
  },
]
