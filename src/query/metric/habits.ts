import type { Habit } from '../rewriting.js'
import { conditionsMeant, keysMeant, withEveryGroup } from './clauses.js'
import { secondsIn } from './durations.js'
import { foreignHabits } from './foreign-habits.js'

const aggregator = '(?:avg|sum|min|max|count|p\\d\\d(?:\\.\\d+)?)'
const scope = '\\{[^{}]*\\}'
const group = `by\\s*${scope}`
/** A series without methods. */
const series = `(?:${aggregator}:)?[a-zA-Z][\\w.]*(?:\\s*${scope})?(?:\\s*${group})?`
const groupWords = '(?:group\\s*_?by|per|by)'

const braces = 'Braces stand once around a scope, and once around the keys after `by`.'
const list = 'The values of `IN` stand in parentheses.'
const operators = 'Between two conditions stands one operator.'
const grouping = 'The tags to group by stand as `by {…}` right after the scope.'
const colons = 'One colon stands between the aggregation and the metric.'

/**
 * How metric queries are written by people who think of another language, or of nothing much. Looked for only in a text that does
 * not parse; in this order, since a place is rewritten once.
 */
export const metricHabits: readonly Habit[] = [
  ...foreignHabits,
  // PromQL
  {
    code: 'promql-aggregation',
    pattern: `\\b(avg|sum|min|max|count)\\s*(?:by\\s*\\(([^()]*)\\)\\s*)?\\(\\s*(rate|irate|increase)\\s*\\(\\s*([a-zA-Z][\\w.]*)\\s*(${scope})?\\s*(?:\\[[^\\[\\]]*\\])?\\s*\\)\\s*\\)(?:\\s*by\\s*\\(([^()]*)\\))?`,
    message: 'This is PromQL: here the aggregation stands before the metric, and a function around it.',
    into: ([, name, before, rate, metric, filter, after]) => {
      const call = rate === 'increase' ? 'monotonic_diff' : 'per_second'
      const keys = before ?? after
      return `${call}(${name}:${metric}${filter ?? '{*}'}${keys === undefined ? '' : ` by {${keys}}`})`
    },
  },
  {
    code: 'promql-offset',
    pattern: `(${series})\\s+offset\\s+(\\d+)([smhdw])\\b`,
    message: '`offset` belongs to PromQL; here a function shifts a query in time.',
    into: ([, shifted, amount, unit]) => `timeshift(${shifted}, -${Number(amount) * secondsIn[unit!]!})`,
  },
  // SQL
  {
    code: 'where-clause',
    pattern: /([\w.]+)(?:\s*\{\s*\*\s*\})?\s+where\s+((?:(?!\s(?:group\s+)?by\b)[^<>{}()]|<>|\([^()]*\))+)/gi,
    message: '`WHERE` belongs to SQL; conditions stand in the scope.',
    into: ([, metric, conditions]) => {
      const blank = /\s*$/.exec(conditions!)![0]
      const meant = conditionsMeant(conditions!.trim())
      return /["']/.test(meant) ? undefined : `${metric}{${meant}}${blank}`
    },
  },
  {
    code: 'like',
    pattern: /([\w.-]+)\s+(not\s+)?like\s+(["']?)([^\s"'{},()]+)\3/gi,
    message: '`LIKE` belongs to SQL; here `*` in a value stands for any text.',
    into: ([, key, not, , value]) => `${not === undefined ? '' : '!'}${key}:${value!.replaceAll('%', '*')}`,
  },
  {
    code: 'template-variable',
    pattern: /(?<=[\w.-]:\s*)(?:\{\{|%\{)\s*([\w-]+)(?:\.name)?\s*\}{1,2}(?=\s*[,})])/g,
    message: 'A template variable of a Datadog dashboard begins with `$`.',
    overrides: true,
    into: ([, name]) => `$${name}.value`,
  },
  // Brackets
  {
    code: 'wrong-bracket',
    pattern: `\\b([a-z_]\\w*)\\[(${aggregator}:[^\\[\\]]*)\\]`,
    message: 'The arguments of a function stand in parentheses.',
    overrides: true,
    into: '$1($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: `\\b([a-z_]\\w*)\\{(${aggregator}:[\\w.]+${scope})\\}`,
    message: 'The arguments of a function stand in parentheses.',
    overrides: true,
    into: '$1($2)',
  },
  {
    code: 'doubled-braces',
    pattern: /(?<=[\w.])\{\s*\{([^{}]*)\}(?!\s*\})/g,
    message: braces,
    into: '{$1}',
  },
  { code: 'doubled-braces', pattern: /\{\s*\{([^{}]*)\}\s*\}/g, message: braces, into: '{$1}' },
  {
    code: 'stray-brace',
    pattern: /(\{[^{}]*:)\s*\{([^{}]*)\}/g,
    message: 'A value has no braces around it.',
    into: '$1$2',
  },
  {
    code: 'stray-brace',
    pattern: /\$\{([\w.-]+)\}/g,
    message: 'A template variable has no braces.',
    into: ([, name]) => `$${name}`,
  },
  { code: 'stray-brace', pattern: /\}(?:\s*\})+/g, message: 'This `}` closes nothing.', into: '}' },
  {
    code: 'wrong-bracket',
    pattern: /\b(not\s+in|in)\s*[[{]([^[\]{}()]*)[\]}]/gi,
    message: list,
    into: '$1 ($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: /(?<=[\w.])\[(\s*[a-zA-Z!*$][^[\]{}]*)\]/g,
    message: 'The scope of a metric stands in braces.',
    overrides: true,
    into: ([, inner]) => (/:[^:]/.test(inner!) || inner!.trim() === '*' ? `{${inner}}` : undefined),
  },
  {
    code: 'wrong-bracket',
    pattern: /(?<=[\w.])<(\s*(?:[a-zA-Z!][\w.-]*:[^<>{}]*|\*\s*))>/g,
    message: 'The scope of a metric stands in braces.',
    into: '{$1}',
  },
  {
    code: 'wrong-bracket',
    pattern: /(\.(?:rollup|fill|as_count|as_rate|weighted))\{([^{}]*)\}/g,
    message: 'The arguments of a method stand in parentheses.',
    overrides: true,
    into: '$1($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: /(\.\w+)\[([^[\]{}]*)\]/g,
    message: 'The arguments of a method stand in parentheses.',
    into: '$1($2)',
  },
  {
    code: 'wrong-bracket',
    pattern: /\{([^{}()]*)\)/g,
    message: 'What `{` opens is closed by `}`, not by `)`.',
    into: '{$1}',
  },
  {
    code: 'wrong-bracket',
    pattern: /\bby\s*\(([^{}()]*)\}/g,
    message: 'What `}` closes is opened by `{`, not by `(`.',
    into: 'by {$1}',
  },
  {
    code: 'wrong-bracket',
    pattern: `((?:${aggregator}:|(?<![\\w.:]))[a-zA-Z]\\w*\\.[\\w.]*\\w)\\(\\s*(\\*|!?(?!${aggregator}:)[\\w.-]+:[^(){}]*)\\)`,
    message: 'The scope of a metric stands in braces.',
    overrides: true,
    into: '$1{$2}',
  },
  // Quotes
  {
    code: 'named-argument',
    pattern:
      /(["'])(direction|alert_window|interval|seasonality|timezone|count_default_zero|history|model)\1\s*(?:==?|:)\s*(?=["'\d])/g,
    message: 'The name of an argument has no quotes.',
    into: '$2=',
  },
  {
    code: 'quoted-tag-value',
    pattern: /(["'])([\w.-]+)\1\s*[:=]\s*(["']?)([^\s"'{},]+)\3/g,
    message: 'Quotes are not used in a scope; they would become part of the tag.',
    into: '$2:$4',
  },
  {
    code: 'quoted-metric',
    pattern: `(${aggregator}:)(["'])([\\w.]+)\\2`,
    message: 'The name of a metric has no quotes.',
    into: '$1$3',
  },
  // Grouping
  {
    code: 'group-by-spelling',
    pattern: /(?<=[\s}])(?:grouped|split|broken\s+down|aggregated)\s+(?=by\b)/gi,
    message: grouping,
    into: '',
  },
  {
    code: 'group-by-spelling',
    pattern: /(?<=\})\s*(?:per|for\s+(?:each|every)|across|each)\s+([\w.@-]+(?:\s*,\s*[\w.@-]+)*)/gi,
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
    code: 'group-by-in-scope',
    pattern: /\{([^{}]*?)\s+by\s+([\w.@/-]+(?:\s*,\s*[\w.@/-]+)*)\s*\}/gi,
    message: grouping,
    into: '{$1} by {$2}',
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
    pattern: /\bby\s*\{([\w.@/,\s-]*)\}\s*(?:,|and\b)?\s*(?:by\s*)?\{([\w.@/,\s-]*)\}/gi,
    message: 'A series is grouped once.',
    into: 'by {$1,$2}',
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
  // Conditions
  {
    code: 'missing-operator',
    pattern: /\{([^{}]*)\}/g,
    message: 'There is no operator between these conditions.',
    into: ([, conditions]) => {
      const gaps = /([\w.*-]+:[^\s,(){}]+)\s+(?=!?[\w.-]+:[^\s,(){}])/g
      return (conditions!.match(gaps) ?? []).length < 2
        ? undefined
        : `{${conditions!.replace(gaps, '$1 AND ')}}`
    },
  },
  {
    code: 'spelled-is',
    pattern:
      /(?<=[{,(]\s*|\b(?:and|or)\s+)([\w.-]+)\s+(?:is|equals?)\s+(not\s+)?(?!in\b)([\w.*-]+)(?=\s*[,})]|\s+(?:and|or)\b)/gi,
    message: 'A tag is written key:value.',
    into: ([, key, not, value]) => `${not === undefined ? '' : '!'}${key}:${value}`,
  },
  {
    code: 'condition-separator',
    pattern: /(?<=\{[^{}]*);(?=\s*[^{}\s][^{}]*\})/g,
    message: 'Conditions are separated by commas.',
    into: ',',
    overrides: true,
  },
  { code: 'spelled-in', pattern: /([\w.-]+)\s*:\s*(not\s+in|in)\s*\(/gi, message: list, into: '$1 $2 (' },
  {
    code: 'spelled-in',
    pattern: /\s(not)_?(in)\s*\(/gi,
    message: '`NOT IN` is two words.',
    into: ' $1 $2 (',
  },
  {
    code: 'spelled-in',
    pattern: /\s(not\s+in|in)\s+([\w.*-]+(?:\s*,\s*[\w.*-]+)*)(?=\s*[})])/gi,
    message: list,
    into: ' $1 ($2)',
  },
  {
    code: 'spelled-not',
    pattern: /([\w.-]+)\s+(?:is\s+)?not\s+(?!in\b)([\w.*-]+)(?=\s*[,})])/gi,
    message: '`NOT` stands before the whole condition.',
    into: ([, key, value]) => (/^(and|or|in|is)$/i.test(key!) ? undefined : `!${key}:${value}`),
  },
  {
    code: 'spelled-not',
    pattern: /([\w.-]+)\s+not\s*:\s*([\w.*-]+)/gi,
    message: '`NOT` stands before the whole condition.',
    overrides: true,
    into: ([, key, value]) => (/^(and|or)$/i.test(key!) ? undefined : `!${key}:${value}`),
  },
  { code: 'doubled-operator', pattern: /\b(and|or)\s+(?:and|or)\b/gi, message: operators, into: '$1' },
  { code: 'doubled-operator', pattern: /\s*,\s*(and|or)\b(?=\s)/gi, message: operators, into: ' $1' },
  { code: 'doubled-operator', pattern: /\b(and|or)\s*,/gi, message: operators, into: '$1' },
  {
    code: 'leading-operator',
    pattern: /\{\s*(?:,|(?:and|or)\s|&&|\|\|)\s*/gi,
    message: 'Nothing stands before this operator.',
    into: '{',
  },
  {
    code: 'trailing-operator',
    pattern: /\s+(?:and|or|&&|\|\|)\s*(?=\})/gi,
    message: 'Nothing follows this operator.',
    into: '',
  },
  {
    code: 'scope-without-braces',
    pattern: /([\w.])(\$[\w.-]+)(?=\s*(?:by\b|[)>,<=+*/-]|$))/g,
    message: 'A template variable stands in the braces of a scope.',
    into: '$1{$2}',
  },
  // Colons, dots, operators
  { code: 'doubled-colon', pattern: /:{2,}/g, message: 'One colon is enough.', into: ':' },
  {
    code: 'aggregator-behind-metric',
    pattern: `(?<![\\w.:])([a-zA-Z][\\w.]*\\s*${scope})\\s*:\\s*(${aggregator})(?![\\w.:{])`,
    message: 'The space aggregation stands before the metric.',
    into: '$2:$1',
  },
  {
    code: 'missing-space-colon',
    pattern: `\\b(${aggregator})\\s*[=;]\\s*(?=[a-zA-Z])`,
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
    code: 'missing-call-parentheses',
    pattern: /(\.(?:rollup|fill))\s+(?=\w[^()]*\))/g,
    message: 'The arguments of a method stand in parentheses.',
    into: '$1(',
    overrides: true,
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
    pattern: /(\.rollup\([^()]*?)(\d+)\s+(second|minute|hour|day|week)s?\s*\)/g,
    message: 'A number of seconds stands without a unit here.',
    into: ([, before, amount, unit]) => `${before}${Number(amount) * secondsIn[unit![0]!]!})`,
    overrides: true,
  },
  {
    code: 'multiplication-sign',
    pattern: /(?<=[})\d])\s*[xX]\s*(?=[\d(]|(?:avg|sum|min|max|count|p\d\d):|query\d)/g,
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
    code: 'unknown-function',
    pattern: /\.as[-\s](count|rate)\b/g,
    message: 'Words in the name of a method are joined by `_`.',
    overrides: true,
    into: '.as_$1',
  },
  { code: 'doubled-dot', pattern: /\.{2,}(?=[a-z_]+\s*\()/g, message: 'One dot is enough.', into: '.' },
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
  // Formulas and spreadsheets
  { code: 'leading-equals', pattern: /^\s*=\s*/g, message: 'A formula has no `=` before it.', into: '' },
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
    pattern: /\$\{?(\w+)\}?/g,
    message: 'A formula names its queries without a `$`.',
    into: '$1',
  },
]
