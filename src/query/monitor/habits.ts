import { compositeHabits, idInBraces } from '../composite/habits.js'
import { metricHabits } from '../metric/habits.js'
import type { Habit } from '../rewriting.js'
import { stepHabits } from './step-habits.js'

const timeAggregators = '(?:avg|sum|min|max|percentile|p\\d\\d)'
const window = '(?:last|current|next)_\\w+'
const number = '-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?'
const comparator = '(?:>=|<=|==|!=|>|<)'
/** A metric query, up to what follows it. */
const query = '(?:avg|sum|min|max|count|p\\d\\d)\\s*:.*'
const head = 'A metric monitor query starts as in `avg(last_5m):`.'
const threshold = 'A monitor query ends with one comparator and one number.'
const afterThreshold = 'The query ends with its threshold.'
const comparators = 'This is not a comparator.'

const behind = {
  message: 'The evaluation window of a metric stands at the start of the query.',
  hint: 'Write it before everything else, as in `avg(last_5m):`.',
  overrides: true,
} as const

const flipped: Readonly<Record<string, string>> = { '>': '<', '<': '>', '>=': '<=', '<=': '>=' }

const headHabits: readonly Habit[] = [
  {
    code: 'window-spelling',
    pattern: `^(\\s*${timeAggregators})\\s*[:.\\s]\\s*(?:last|past)?[\\s_(]*(\\d+)\\s*(mo|[mhdw])[a-z]*\\s*[)\\]}>]*\\s*:`,
    flags: 'gi',
    message: head,
    overrides: true,
    into: ([, name, amount, unit]) => `${name}(last_${amount}${unit!.toLowerCase()}):`,
  },
  {
    code: 'missing-time-aggregator',
    pattern: `^\\s*\\(\\s*(${window})\\s*\\)\\s*:`,
    message: head,
    overrides: true,
    into: 'avg($1):',
  },
  {
    code: 'window-behind-query',
    pattern: `^\\s*(?:(avg|sum|min|max)(?:_over_time)?\\s*\\(\\s*)?(${query}?)((?:\\)?\\.(?:last|over|window)\\(\\s*["']?(?:last_)?|\\[)(\\d+)\\s*(mo|[mhdw])[a-z]*["']?\\s*[)\\]])(?:\\s*\\))?(?=\\s*[<>=!])`,
    flags: 'dgs',
    ...behind,
    about: 3,
    into: ([, name = 'avg', meant, , amount, unit]) => `${name}(last_${amount}${unit}):${meant}`,
  },
  {
    code: 'window-behind-query',
    pattern: `^\\s*(avg|sum|min|max)\\s*\\(\\s*(${query})\\s*,\\s*(["']?(?:last_)?(\\d+)\\s*(mo|[mhdw])[a-z]*["']?)\\s*\\)(?=\\s*[<>=!])`,
    flags: 'dgs',
    ...behind,
    about: 3,
    into: '$1(last_$4$5):$2',
  },
  {
    code: 'window-behind-query',
    pattern: `^\\s*((?!(?:pct_)?change)[a-z]\\w*\\(\\s*)(${timeAggregators}\\(\\s*${window}\\s*\\)\\s*:)`,
    flags: 'dg',
    ...behind,
    about: 2,
    into: '$2$1',
  },
  {
    code: 'missing-head',
    pattern: `^(\\s*${timeAggregators}\\(\\s*${window}\\s*\\)\\s*:\\s*)(?:${timeAggregators}\\(\\s*${window}\\s*\\)\\s*:\\s*)+`,
    message: 'The evaluation window stands once.',
    overrides: true,
    into: '$1',
  },
  {
    code: 'group-by-in-front',
    pattern: `^(\\s*${timeAggregators}\\(\\s*${window}\\s*\\))\\s*(by\\s*[({]([^(){}]*)[)}])\\s*:(.*?\\})`,
    flags: 'dgs',
    message: 'The tags to group by stand as `by {…}` right after the scope.',
    about: 2,
    overrides: true,
    into: '$1:$4 by {$3}',
  },
  {
    code: 'space-aggregator',
    pattern: `^\\s*percentile\\s*\\(\\s*(${window})\\s*,\\s*p?(\\d\\d)\\s*\\)`,
    message: 'A percentile is written `p95`.',
    overrides: true,
    into: 'p$2($1)',
  },
  {
    code: 'window-spelling',
    pattern:
      /([(,]\s*)(?:last|past)[\s_-]*(?:(?:an?|one)[\s_-]*)?(minute|hour|day|week|month)s?(?=\s*[),])/gi,
    message: 'An evaluation window is one word, as in `last_5m`.',
    overrides: true,
    into: ([, before, unit]) => `${before}last_1${unit === 'month' ? 'mo' : unit![0]!.toLowerCase()}`,
  },
  {
    code: 'comparison-before-query',
    pattern: `^(\\s*(?:\\w+\\s*\\(\\s*)?${timeAggregators}\\s*\\([^()]*\\)[^():<>]*?\\)?)\\s*(${comparator}\\s*${number})\\s*:\\s*(.*?)\\s*$`,
    flags: 'gs',
    message: 'The comparison is the last thing in the query.',
    about: 2,
    overrides: true,
    into: '$1:$3 $2',
  },
  {
    code: 'words-around-query',
    pattern: `^\\s*(?:alert|notify|trigger|warn|when|if)\\b\\s*(?:(?:me|when|if|on)\\b\\s*)*:?\\s*(?=(?:${timeAggregators}|(?:pct_)?change)\\s*\\()`,
    flags: 'gi',
    message: 'A query is not a sentence.',
    overrides: true,
    into: '',
  },
  {
    code: 'words-around-query',
    pattern: `(${comparator}\\s*${number})\\s*,?\\s*(?:(?:then|alert|notify|trigger|or\\s+no\\s*data)\\b|\\([a-z]+\\)).*$`,
    flags: 'gis',
    message: afterThreshold,
    overrides: true,
    into: '$1',
  },
  {
    code: 'title-of-alert',
    pattern: `^\\s*((?:avg|average|mean|sum|min|max|count|p\\d\\d)\\s+of\\s+.+?)\\s+(?:was|is|were|are)?\\s*(>=|<=|==|!=|>|<)\\s*(${number})\\s*(on\\s+average|at\\s+least\\s+once|at\\s+all\\s+times|in\\s+total)?\\s*(?:during|over|in)\\s+(?:the\\s+)?last\\s+(\\d+)?\\s*(mo|[mhdw])[a-z]*\\.?\\s*$`,
    flags: 'gi',
    message: 'This is how Datadog describes an alert, not how its query is written.',
    overrides: true,
    into: ([, query, sign, value, how, amount, unit]) =>
      `${overTime(how, sign!)}(last_${amount ?? 1}${unit!.toLowerCase()}):${query} ${sign} ${value}`,
  },
  {
    code: 'window-spelling',
    pattern: /([(,]\s*)(last|next|current)\s*[([]\s*["']?(\d+)\s*(\w*)["']?\s*[)\]]/g,
    message: 'An evaluation window is one word, as in `last_5m`.',
    into: '$1$2_$3$4',
  },
  {
    code: 'missing-head',
    pattern: `^\\s*(${window})\\s*:`,
    message: head,
    into: 'avg($1):',
  },
  {
    code: 'missing-head-parenthesis',
    pattern: `^(\\s*${timeAggregators})\\s*(${window}\\s*\\))`,
    message: head,
    into: '$1($2',
  },
  {
    code: 'unopened-parenthesis',
    pattern: `^(\\s*${timeAggregators}\\s*\\(\\s*${window}\\s*\\))\\s*\\)+\\s*(?=:)`,
    message: 'This `)` closes nothing.',
    into: '$1',
  },
  {
    code: 'unopened-parenthesis',
    pattern: `^(\\s*(?:pct_)?change\\s*\\(\\s*${timeAggregators}\\s*\\([^()]*\\))\\s*\\)\\s*(?=,)`,
    message: 'The time to compare with stands inside the parentheses of `change`.',
    overrides: true,
    into: '$1',
  },
  {
    code: 'missing-time-aggregator',
    pattern: `^(\\s*(?:pct_)?change\\s*\\(\\s*)(${window})(?=\\s*[,)])`,
    message: 'The window of `change` stands in an aggregation over time.',
    into: '$1avg($2)',
  },
  {
    code: 'change-spelling',
    pattern: /^\s*(?:percent(?:age)?_?change|pct-?change|change_pct|%_?change)\s*(?=\()/gi,
    message: 'The change in percent is called `pct_change`.',
    into: 'pct_change',
  },
  {
    code: 'change-spelling',
    pattern: /^\s*(?:Change|CHANGE)\s*(?=\()/g,
    message: 'It is called `change`.',
    into: 'change',
  },
  {
    code: 'missing-head-colon',
    pattern: `^(\\s*\\w+\\s*\\((?:\\s*\\w+\\s*\\()?\\s*${window}[^():]*\\)(?:[^():]*\\))?)\\s*[;.=|-]+\\s*(?=[a-z(\\d])`,
    message: 'A colon stands after the evaluation window.',
    into: '$1:',
  },
  {
    code: 'head-in-event-query',
    pattern: `^\\s*${timeAggregators}\\s*\\(\\s*last_(\\w+)\\s*\\)\\s*:\\s*((?:logs|rum|events|trace-analytics|audits|ci-pipelines|ci-tests|error-tracking)\\s*\\(.*)$`,
    flags: 'gs',
    message: 'The evaluation window of an event query stands in `.last("…")`, not in front.',
    into: ([, amount, query]) => {
      if (/\.last\s*\(/.test(query!)) return query
      return query!.replace(/\s*(?=[<>=!]+\s*-?[\d.]+\s*$)/, `.last("${amount}") `)
    },
  },
]

/** What “at least once” and “at all times” mean for a value that must not be above, or below, the threshold. */
function overTime(how: string | undefined, sign: string): string {
  if (how === undefined || /average/i.test(how)) return 'avg'
  if (/total/i.test(how)) return 'sum'
  return /once/i.test(how) === sign.startsWith('>') ? 'max' : 'min'
}

/** `5 * 1024 ^ 2`, from left to right, powers first. */
function computed(product: string): string {
  const powers = product.replace(
    /([\d.]+)\s*(?:\*\*|\^)\s*([\d.]+)/g,
    (_, base, power) => `${Number(base) ** Number(power)}`,
  )
  const [first, ...others] = powers.split(/\s*([*/])\s*/)
  let value = Number(first)
  for (let at = 0; at < others.length; at += 2)
    value = others[at] === '*' ? value * Number(others[at + 1]) : value / Number(others[at + 1])
  return `${value}`
}

const conditionHabits: readonly Habit[] = [
  {
    code: 'parentheses-around-query',
    pattern: `^\\s*\\(\\s*(${timeAggregators}\\s*\\(.*[<>=].*)\\)\\s*$`,
    flags: 'gs',
    message: 'A monitor query stands without parentheses around it.',
    into: '$1',
  },
  {
    code: 'comparison-in-parentheses',
    pattern: `:(\\s*)\\((.*?)\\s*(${comparator}\\s*${number})\\s*\\)\\s*$`,
    flags: 'gs',
    message: 'The comparison stands outside of all parentheses.',
    into: ':$1$2 $3',
  },
  {
    code: 'comparison-in-parentheses',
    pattern: `(${comparator})\\s*\\(\\s*(${number})\\s*\\)\\s*$`,
    message: 'The threshold is a bare number.',
    into: '$1 $2',
  },
  {
    code: 'reversed-comparison',
    pattern: `^\\s*(${number})\\s*(>=|<=|>|<)\\s*([a-z].*?)\\s*$`,
    flags: 'gs',
    message: 'The threshold stands at the end of the query.',
    into: ([, value, sign, query]) => `${query} ${flipped[sign!]} ${value}`,
  },
  { code: 'unknown-comparator', pattern: /([<>])={2,}/g, message: comparators, into: '$1=' },
  { code: 'unknown-comparator', pattern: /(?:-+|={2,})>\s*(?=[\d.-])/g, message: comparators, into: '> ' },
  {
    code: 'unknown-comparator',
    pattern: /(?<![-=])=([<>])\s*(?=[\d.-])/g,
    message: comparators,
    into: '$1= ',
  },
  ...wordComparators(),
  {
    code: 'decimal-comma',
    pattern: `(${comparator}\\s*-?\\d+),(\\d{1,2}|\\d{4,})\\s*$`,
    message: 'A decimal number has a point, not a comma.',
    overrides: true,
    into: '$1.$2',
  },
  {
    code: 'thousands-separator',
    pattern: `(${comparator}\\s*-?\\d{1,3})(?:[_' ]\\d{3})+\\s*$`,
    message: 'A number has no separators in it.',
    overrides: true,
    into: ([all]) => all.replace(/(\d)[_' ](?=\d)/g, '$1').trimEnd(),
  },
  {
    code: 'group-by-after-threshold',
    pattern: `\\s*(${comparator}\\s*${number})\\s*(by\\s*\\{[^{}]*\\}|\\{[^{}]*\\}(?:\\s*by\\s*\\{[^{}]*\\})?)\\s*$`,
    message: 'The comparison is the last thing in the query.',
    about: 2,
    into: ([, comparison, late]) => `${late!.startsWith('{') ? '' : ' '}${late} ${comparison}`,
  },
  {
    code: 'group-by-after-threshold',
    pattern: `\\s*(${comparator}\\s*${number})\\s*((?:group\\s+)?(?:by|per)\\s+([\\w@-]+(?:\\s*,\\s*[\\w@-]+)*))\\s*$`,
    flags: 'dgi',
    message: 'The comparison is the last thing in the query.',
    about: 2,
    overrides: true,
    into: ({ input, 1: comparison, 3: keys }) =>
      /\.last\(/.test(input) ? undefined : ` by {${keys}} ${comparison}`,
  },
  {
    code: 'computed-threshold',
    pattern: `(${comparator}\\s*)(${number}(?:\\s*(?:\\*\\*?|\\^|/)\\s*\\d+(?:\\.\\d+)?)+)\\s*$`,
    message: 'The threshold is one number.',
    overrides: true,
    into: ([, sign, product]) => sign + computed(product!),
  },
  {
    code: 'unknown-comparator',
    pattern: /\s*が?\s*(-?\d+(?:\.\d+)?)\s*(以[上下]|未満|より[小大]さ?い|を[上下]回\S*|を超え\S*)\s*$/g,
    message: comparators,
    into: ([, value, words]) =>
      ` ${/以/.test(words!) ? (/上/.test(words!) ? '>=' : '<=') : /未|小|下/.test(words!) ? '<' : '>'} ${value}`,
  },
  {
    code: 'duration-after-threshold',
    pattern: `(${comparator}\\s*${number})\\s+(?:for|during|over|in|within)\\s+(?:the\\s+)?(?:last[_\\s]*)?\\d+\\s*\\w+\\s*$`,
    message: `${afterThreshold} How long is what the evaluation window at the start says.`,
    hint: 'Take it away, and write the time into the window.',
    into: '$1',
  },
  {
    code: 'comment',
    pattern: `(${comparator}\\s*${number})\\s*(?:\\/\\/|#|--).*$`,
    flags: 'gs',
    message: 'Queries have no comments.',
    into: '$1',
  },
  {
    code: 'threshold-is-metric',
    pattern:
      /\s*(>=|<=|>|<)\s*((?:\w+:)?[a-z][\w.]*\{[^{}]*\}(?:\s*by\s*\{[^{}]*\})?(?:\.\w+\([^()]*\))*)\s*$/g,
    message: `${threshold} Two metrics are compared by their difference.`,
    into: ' - $2 $1 0',
  },
]

/** `is greater than or equal to 5` */
function wordComparators(): Habit[] {
  const rows: readonly (readonly [string, string])[] = [
    ['(?:greater|more|higher|larger)(?:\\s+than)?\\s+or\\s+equals?(?:\\s+to)?|at\\s+least|gte|ge', '>='],
    ['(?:less|lower|smaller|fewer)(?:\\s+than)?\\s+or\\s+equals?(?:\\s+to)?|at\\s+most|lte|le', '<='],
    ['(?:greater|more|higher|larger)\\s+than|exceeds|over|above|gt', '>'],
    ['(?:less|lower|smaller|fewer)\\s+than|under|below|lt', '<'],
    ['not\\s+equals?(?:\\s+to)?', '!='],
    ['equals?(?:\\s+to)?|eq', '=='],
  ]
  return rows.map(([words, sign]) => ({
    code: 'unknown-comparator',
    pattern: `\\s*\\b(?:is\\s+)?(?:${words})\\s+(?=-?\\.?\\d)`,
    flags: 'gi',
    message: 'A comparison is written with a sign.',
    into: ` ${sign} `,
  }))
}

const productHabits: readonly Habit[] = [
  {
    code: 'slo-spelling',
    pattern: /^\s*error[-_ ]?budget\s*(?=\()/gi,
    message: 'It is called `error_budget`.',
    into: 'error_budget',
  },
  {
    code: 'slo-spelling',
    pattern: /^\s*burn[-_ ]?rate\s*(?=\()/gi,
    message: 'It is called `burn_rate`.',
    into: 'burn_rate',
  },
  {
    code: 'expected-check',
    pattern: /^\s*([a-zA-Z]\w*(?:\.\w+)*?)(?=\.(?:over|exclude|by|last)\()/g,
    message: 'A service check query starts with the name of the check in quotes.',
    into: '"$1"',
    overrides: true,
  },
  {
    code: 'expected-check',
    pattern: /^\s*\w+\s*\(\s*((["'])[\w.-]+\2)\s*\)(?=.*_by_status)/gs,
    message: 'A service check query starts with the name of the check in quotes.',
    into: '$1',
    overrides: true,
  },
  {
    code: 'several-tags',
    pattern: /^(\s*["'][\w.-]+["'])\s*\{([^{}"']*)\}/g,
    message: 'Each tag is a text of its own, and commas stand between them.',
    into: ([, check, tags]) => `${check}.over("${tags!.split(/\s*,\s*|\s+AND\s+/i).join('","')}")`,
    overrides: true,
  },
  {
    code: 'missing-quote',
    pattern: /^\s*(["'])([\w.]+?)(?=\.(?:over|by|exclude|last)\()/g,
    message: 'The quote of this name is never closed.',
    into: '$1$2$1',
  },
]

/** The habits in monitor queries; those of composites only where nothing else can be meant. */
export const monitorHabits: readonly Habit[] = [
  idInBraces,
  ...productHabits,
  ...headHabits,
  ...conditionHabits,
  ...stepHabits,
  ...metricHabits.filter(
    ({ code }) => !['comparison-in-query', 'leading-equals', 'percent-sign'].includes(code),
  ),
  ...compositeHabits.filter(({ code }) => code !== 'composite-operator'),
]
