import type { Habit } from '../rewriting.js'
import { conditionsMeant, keysMeant } from './clauses.js'
import { secondsIn } from './durations.js'
import { aggregator, series as anySeries, scope } from './pattern-pieces.js'

const metric = '[a-zA-Z_][\\w.:]*'
const range = '\\[\\s*(\\d+)\\s*([smhdw])[^\\[\\]]*\\]'
/** What stands on one side of an operator, without parentheses inside others. */
const operand = `(?:\\b[a-z]\\w*\\([^()]*\\)|\\([^()]*\\)|(?<![\\w.])(?:\\w+:)?[a-zA-Z_][\\w.]*(?:${scope})?(?:\\s*by\\s*${scope})?(?:\\.\\w+\\([^()]*\\))*|(?<![\\w.])\\d+(?:\\.\\d+)?)`
const over = 'Functions over a range belong to PromQL; here `.rollup(…)` makes one point of each interval.'

/** PromQL's functions over a range, with what comes nearest here. */
const functions: Readonly<Record<string, string>> = {
  rate: 'per_second',
  irate: 'per_second',
  increase: 'monotonic_diff',
}

const named = 'A query stands without a name.'

const entities: Readonly<Record<string, string>> = {
  gt: '>',
  lt: '<',
  quot: '"',
  amp: '&',
  apos: "'",
  nbsp: ' ',
}

/** Whole texts of other languages: what stands for them here has another shape. */
export const foreignHabits: readonly Habit[] = [
  {
    code: 'list-bullet',
    pattern:
      /^\s*(?:[*>\u2022\u00b7]\s+|[|>][-+]?\s*\n\s*|[-\u2013]\s+(?=(?:avg|sum|min|max|count|change)\s*\())(?=["a-zA-Z(])/g,
    message: 'The sign of a list stands before the query.',
    hint: 'Take it away.',
    overrides: true,
    into: '',
  },
  {
    code: 'html-entity',
    pattern: /&(?:#(\d+)|(gt|lt|quot|amp|apos|nbsp));/gi,
    message: 'This is how HTML writes a character.',
    into: ([, code, name]) =>
      code === undefined ? entities[name!.toLowerCase()] : String.fromCharCode(Number(code)),
  },
  {
    code: 'comment',
    pattern: `\\s+(?:#(?!\\d)|(?:\\/\\/|--)(?!\\s*(?:${aggregator}:|\\d|[\\w.]+\\s*(?:[-+*/)]|$))))[^\\n]*`,
    message: 'Queries have no comments.',
    into: '',
  },
  {
    code: 'named-query',
    pattern: `^\\s*(?!${aggregator}\\s*:)["']?[a-zA-Z][\\w ]*["']?\\s*(?::|:?=)\\s*(?=(?:\\w*\\()*${aggregator}\\s*[:(])`,
    message: named,
    into: '',
  },
  {
    code: 'named-query',
    pattern: /(?<=[})])\s+as\s+["'`]?[\w %-]+["'`]?\s*$/gi,
    message: named,
    into: '',
  },
  // PromQL
  {
    code: 'promql-without',
    pattern: /\s*\bwithout\s*\([^()]*\)/gi,
    message: '`without` belongs to PromQL; `by {…}` names the tags that stay.',
    hint: 'Take it away, and name the tags to group by.',
    overrides: true,
    into: '',
  },
  {
    code: 'promql-bool',
    pattern: /(?<=[<>=]\s*)bool\s+/g,
    message: '`bool` belongs to PromQL.',
    into: '',
  },
  {
    code: 'promql-name',
    pattern: /\{\s*__name__\s*==?\s*["']([a-zA-Z_][\w.:]*)["']\s*(?:,\s*([^{}]*))?\}/g,
    message: 'The name of a metric stands before its scope.',
    into: ([, name, conditions]) => `${name}{${conditions?.trim() || '*'}}`,
  },
  {
    code: 'promql-function',
    pattern: `\\bhistogram_quantile\\s*\\(\\s*0?\\.(\\d{1,4})\\s*,\\s*(?:sum\\s*(?:by\\s*\\(([^()]*)\\)\\s*)?\\(\\s*)?(?:rate|irate|increase)\\s*\\(\\s*(${metric}?)(?:[_.]bucket)?\\s*(${scope})?\\s*(?:${range})?\\s*\\)(?:\\s*\\))?(?:\\s*by\\s*\\(([^()]*)\\))?\\s*\\)`,
    message: 'Quantiles of histograms belong to PromQL; a distribution has a percentile before its name.',
    overrides: true,
    into: ([, digits, before, name, filter, , , after]) => {
      const keys = keysMeant(before ?? after ?? '')
        .split(',')
        .filter(key => key !== '' && key !== 'le')
      return `p${percentileOf(digits!)}:${name}${filter ?? '{*}'}${keys.length === 0 ? '' : ` by {${keys.join(',')}}`}`
    },
  },
  {
    code: 'promql-function',
    pattern: `\\b(avg|sum|min|max|count)_over_time\\s*\\(\\s*(?:\\w+:)?(${metric})\\s*(${scope})?\\s*${range}\\s*\\)`,
    message: over,
    overrides: true,
    into: ([, name, series, filter, amount, unit]) =>
      `${name}:${series}${filter ?? '{*}'}.rollup(${name}, ${Number(amount) * secondsIn[unit!]!})`,
  },
  {
    code: 'power-sign',
    pattern: `(${operand})\\s*(?:\\^|\\*\\*)\\s*(${operand})`,
    message: 'Only `+ - * /` combine metrics; a function raises one to a power.',
    overrides: true,
    into: ([, base, exponent]) => `pow(${base!.replace(/^\((.*)\)$/s, '$1')}, ${exponent})`,
  },
  {
    code: 'promql-matching',
    pattern:
      /([-+*/])\s*(?:on|ignoring)\s*\([^()]*\)(?:\s*group_(?:left|right)\s*(?:\([^()]*\))?)?\s*(?=[\w(])/g,
    message: 'How groups are matched belongs to PromQL; here those with equal tags meet.',
    overrides: true,
    into: '$1 ',
  },
  {
    code: 'promql-default',
    pattern: `((?:\\w+:)?${metric}(?:${scope})?(?:\\s*by\\s*${scope})?(?:\\.\\w+\\([^()]*\\))*)\\s+or\\s+(?:on\\s*\\(\\s*\\)\\s*)?vector\\s*\\(\\s*0\\s*\\)`,
    message: '`or vector(0)` belongs to PromQL; here a function puts 0 where there is no data.',
    overrides: true,
    into: 'default_zero($1)',
  },
  // SQL, NRQL and InfluxQL
  {
    code: 'sql-select',
    pattern:
      /^\s*(?:from\s+["'`]?[\w.]+["'`]?\s+)?select\s+(\w+)\s*\(\s*["'`]?([\w.*]+)["'`]?\s*\)(?:\s*(?:as\s+\w+)?)(?:\s+from\s+["'`]?([\w.]+)["'`]?)?(?:\s+where\s+((?:(?!\s(?:group\s+by|facet|since|until|timeseries|order\s+by|limit|having)\b).)+))?(?:\s+(?:group\s+by|facet)\s+((?:(?!\s(?:since|until|timeseries|order\s+by|limit|fill|having)\b).)+))?(?:\s+(?:since|until|timeseries|order\s+by|limit|having|fill).*)?\s*;?\s*$/gis,
    message: 'This is SQL.',
    overrides: true,
    into: ([, aggregation, column, table, where, keys]) =>
      selected(aggregation!, column!, table, where, keys),
  },
  {
    code: 'sql-clause',
    pattern: /^\s*(\S.*?)(?:\s+(?:order|sort)\s+by\s+[^{}]*?)?\s+limit\s+(\d+)\s*;?\s*$/gis,
    message: '`LIMIT` belongs to SQL; here a function keeps the largest.',
    overrides: true,
    into: "top($1, $2, 'mean', 'desc')",
  },
  {
    code: 'sql-clause',
    pattern: /\s+(?:(?:order|sort)\s+by|over(?:\s+the)?\s+last|since|until|timeseries)\b.*$/gis,
    message: 'This clause belongs to SQL.',
    into: '',
  },
  // What the graphs of Datadog are titled with
  {
    code: 'title-of-graph',
    pattern:
      /\b(avg|average|mean|sum|min|max|count|p\d\d)\s+of\s+([a-zA-Z][\w.]+)(?:\s+(?:over|on|in|for|where)\s+(?!the\b)([\w*$!.-]+(?::[\w*$./-]+)?(?:\s*(?:,|and)\s*[\w$!.-]+:[\w*$./-]+)*))?(?:\s+by\s+([\w.@-]+(?:\s*,\s*[\w.@-]+)*))?/gi,
    message: 'This is how a graph is titled, not how a query is written.',
    overrides: true,
    into: ([, aggregation, name, conditions, keys]) =>
      series(aggregation!.toLowerCase(), name!, conditions?.replace(/^(?:everything|all)$/i, '*'), keys),
  },
  // PromQL and SQL, piece by piece
  {
    code: 'promql-aggregation',
    pattern: `\\b(avg|sum|min|max|count)\\s*(?:by\\s*\\(([^()]*)\\)\\s*)?\\(\\s*(rate|irate|increase)\\s*\\(\\s*([a-zA-Z][\\w.]*)\\s*(${scope})?\\s*(?:\\[[^\\[\\]]*\\])?\\s*\\)\\s*\\)(?:\\s*by\\s*\\(([^()]*)\\))?`,
    message: 'This is PromQL: here the aggregation stands before the metric, and a function around it.',
    overrides: true,
    into: ([, name, before, rate, metric, filter, after]) => {
      const keys = before ?? after
      return `${functions[rate!]}(${name}:${metric}${filter ?? '{*}'}${keys === undefined ? '' : ` by {${keys}}`})`
    },
  },
  {
    code: 'promql-aggregation',
    pattern: `\\b((avg|sum|min|max|count)\\s*by\\s*\\(([^()]*)\\))\\s*\\(\\s*(?:\\w+:)?(${metric})\\s*(${scope})?\\s*(?:${range})?\\s*\\)`,
    flags: 'dg',
    message: 'An aggregation with `by` in front belongs to PromQL.',
    about: 1,
    overrides: true,
    into: ([, , name, keys, series, filter]) =>
      `${name}:${series}${filter ?? '{*}'} by {${keysMeant(keys!)}}`,
  },
  {
    code: 'promql-function',
    pattern: `\\b(rate|irate|increase)\\s*\\(\\s*((?:\\w+:)?${metric}\\s*(?:${scope})?)\\s*${range}\\s*\\)`,
    message: '`$1` belongs to PromQL.',
    overrides: true,
    into: ([, name, series]) => `${functions[name!]}(${series})`,
  },
  {
    code: 'promql-offset',
    pattern: `(${anySeries})\\s+offset\\s+(\\d+)([smhdw])\\b`,
    message: '`offset` belongs to PromQL; here a function shifts a query in time.',
    into: ([, shifted, amount, unit]) => `timeshift(${shifted}, -${Number(amount) * secondsIn[unit!]!})`,
  },
  {
    code: 'where-clause',
    pattern:
      /([\w.]+)(?:\s*\{\s*\*\s*\})?\s+(where\s+((?:(?!\s(?:group\s+)?by\b)[^<>{}()]|<>|\([^()]*\))+))/dgi,
    message: '`WHERE` belongs to SQL; conditions stand in the scope.',
    about: 2,
    into: ([, metric, , conditions]) => {
      const blank = /\s*$/.exec(conditions!)![0]
      const meant = conditionsMeant(conditions!.trim())
      return /["']|^\w+$/.test(meant) ? undefined : `${metric}{${meant}}${blank}`
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
]

/** The digits behind `0.`: `95`, `5`, `999`. */
function percentileOf(digits: string): string {
  const percent = digits.padEnd(2, '0')
  return percent.length === 2 ? percent : `${percent.slice(0, 2)}.${percent.slice(2)}`
}

/** The column is the metric, except where a table is one measurement with a column of values. */
function selected(
  aggregation: string,
  column: string,
  table: string | undefined,
  where: string | undefined,
  keys: string | undefined,
): string | undefined {
  const name = column === '*' || column === 'value' || table?.includes('.') === true ? table : column
  if (name === undefined || !/^[a-zA-Z]/.test(name)) return undefined
  const conditions =
    where === undefined ? undefined : conditionsMeant(where.replace(/\btime\s*[<>]=?.*$/i, '').trim())
  if (conditions !== undefined && /["'<>]/.test(conditions)) return undefined
  const groups = keys?.replace(/,?\s*time\s*\([^()]*\)\s*,?/gi, '').trim()
  return series(aggregation.toLowerCase(), name, conditions, groups)
}

function series(aggregation: string, name: string, conditions = '*', keys = ''): string {
  const aggregator = aggregation === 'average' || aggregation === 'mean' ? 'avg' : aggregation
  const groups = keysMeant(keys)
  return `${aggregator}:${name}{${conditions === '' ? '*' : conditions}}${groups === '' ? '' : ` by {${groups}}`}`
}
