import { metricNamed } from '../../../catalog/index.js'
import type { AggregatorValues, SharedScope } from '../../sentences/metric.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords, sourcesWords } from './clause.js'
import { functionWords } from './functions.js'
import { aggregatorOf, closed, comparedTo, eachWords, percentileWords, quantity } from './measure.js'
import { familyWords, unitWords } from './metrics.js'

const signs = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' } as const

function perGroup(groups: readonly string[], say: Say): string {
  return groups.length === 0 ? '' : `, per ${say.and(say.codes(groups))}`
}

/** The scope that several series have in common. */
function sharedWords(shared: SharedScope | undefined, say: Say): string {
  if (shared === undefined) return ''
  const groups = perGroup(shared.groups, say)
  return shared.clause === undefined ? groups : `, each over ${sourcesWords(shared.clause, say)}${groups}`
}

/** Two long items, too, have a comma between them. */
function listed(items: readonly string[], say: Say): string {
  return items.length === 2 ? items.join(', and ') : say.and(items)
}

function conditionsWords(aggregator: AggregatorValues, say: Say): string {
  const limits = aggregator.conditions.map(({ comparator, value, unit }) =>
    comparedTo(comparator as '>', quantity(value, unit, say)),
  )
  return limits.length === 0 ? '' : ` that are ${say.and(limits)}`
}

const spaceAggregation: Readonly<Record<string, string>> = {
  avg: 'Averages',
  sum: 'Adds up',
  min: 'Takes the lowest of',
  max: 'Takes the highest of',
}

/** Which sources become one line. */
function overWords(groups: readonly string[], filtered: boolean, say: Say): string {
  if (groups.length > 0) return `the sources of each ${eachWords(groups, say)}`
  return filtered ? 'all sources in the scope' : 'all sources'
}

function aggregatorSentence(aggregator: AggregatorValues, over: string, say: Say): string {
  if (aggregator.percentile !== undefined) {
    return `Takes the ${percentileWords(aggregator.percentile, say)} over ${over}: ${say.number(aggregator.percentile)}% of the submitted values are at or below it. Works on distribution metrics with percentiles switched on.`
  }
  if (aggregator.conditions.length > 0) {
    return `Counts the submitted values${conditionsWords(aggregator, say)}, over ${over}. Works on distribution metrics with percentiles switched on.`
  }
  const verb = spaceAggregation[aggregator.name]
  if (verb !== undefined) {
    return aggregator.implied
      ? `No aggregator is written, so Datadog averages over ${over} at each moment (space aggregation).`
      : `${verb} ${aggregator.name === 'avg' ? 'over ' : ''}${over} at each moment (space aggregation).`
  }
  switch (aggregator.name) {
    case 'count':
      return `Counts at each moment over ${over}: on a distribution metric the submitted values, on any other type the series that report.`
    case 'last':
      return `Takes the latest value over ${over}.`
    case 'stddev':
      return `Takes the standard deviation over ${over}: how far the values spread. Works on distribution metrics with percentiles switched on.`
    case 'histogram':
      return `Keeps the whole distribution of the values over ${over}, for a heat map or a distribution graph.`
    default:
      return `${say.code(aggregator.name)} is not among the documented space aggregators; it is passed to Datadog unchanged.`
  }
}

function unitSentence(unit: string | undefined): string {
  return unit === undefined ? '' : ` Unit: ${unitWords[unit] ?? unit}.`
}

/** The one function of data-jobs monitors. */
const failedRuns = 'failed_runs'

export const metric = {
  'value/series': ({ aggregator, metric, clause, groups, scopeSaid }, say) => {
    const facts = metricNamed(metric)
    const name = `${say.code(metric)}${facts === undefined ? '' : ` (${facts.en})`}`
    const what = `${aggregatorOf(aggregator, say)} ${name}${conditionsWords(aggregator, say)}`
    return scopeSaid ? what : `${what} over ${sourcesWords(clause, say)}${perGroup(groups, say)}`
  },
  'value/call': (call, say) => functionWords[call.function].of(say.phrase(call.inner), call, say),
  'value/unknown-call': ({ name, inner }, say) =>
    name === failedRuns && inner !== undefined
      ? `the number of failures among ${say.phrase(inner)}`
      : `the result of ${say.code(name)}${inner === undefined ? '' : ` over ${say.phrase(inner)}`}`,
  'value/arithmetic': ({ operator, left, right, shared }, say) =>
    `${closed(say.phrase(left))} ${signs[operator]} ${say.phrase(right)}${sharedWords(shared, say)}`,
  'value/percentage': ({ left, right, shared }, say) =>
    `${closed(say.phrase(left))} as a percentage of ${say.phrase(right)}${sharedWords(shared, say)}`,
  'value/negative': ({ operand }, say) => `the negative of ${say.phrase(operand)}`,
  'value/number': ({ value }, say) => say.number(value),
  'value/query-name': ({ name }, say) => say.code(name),
  'value/formula': ({ text, names, shared }, say) =>
    `${say.code(text)}, where ${listed(
      names.map(one => `${say.code(one.name)} is ${say.phrase(one.value)}`),
      say,
    )}${sharedWords(shared, say)}`,
  'value/list': ({ items }, say) => listed(items.map(say.phrase), say),
  'value/opaque': ({ text }, say) => say.code(text === '' ? '…' : text),

  'part/aggregator': ({ aggregator, groups, filtered }, say) =>
    aggregatorSentence(aggregator, overWords(groups, filtered, say), say),
  'why/aggregator': ({ name, percentile }) => {
    if (name === 'sum') return 'Adds up what each source contributes: requests, errors, bytes.'
    if (name === 'max') return 'Shows the highest source, which an average would hide.'
    if (name === 'count')
      return 'For how many, not how large: the requests that were fast enough, for example.'
    if (name === 'histogram') return 'Shows how the values spread, which a single line would hide.'
    if (percentile !== undefined)
      return 'Shows how the values spread, which an average hides, without following a few extremes.'
    if (name === 'min') return 'Shows the weakest source, for things that must not run low.'
    return 'A metric is many lines, one for each source that sends it; something must make one line of them.'
  },
  'part/metric': ({ metric, family }, say) => {
    const facts = metricNamed(metric)
    if (facts !== undefined) return `The metric: ${facts.en}.${unitSentence(facts.unit)}`
    if (family === 'cost')
      return 'The metric: costs, from Cloud Cost Management. The unit is the currency of the cost data.'
    if (family !== undefined) {
      return `The metric. Names that start with ${say.code(`${family}.`)} come from ${familyWords[family]}; what exactly it measures and its unit are on its page in Datadog's Metrics Summary.`
    }
    return "The metric: the name under which the values were sent. What it measures and its unit are not part of the query; Datadog's Metrics Summary shows them."
  },
  'part/scope': ({ clause }, say) => {
    if (clause.is === 'all')
      return 'The scope (filter). `*` means no filter: every host, container, service and environment that sends this metric.'
    return `The scope (filter): only the sources where ${clauseWords(clause, say)}.`
  },
  'part/no-scope': () => 'No scope is written: nothing is filtered, every source counts.',
  'part/join': ({ join }) => (join === 'and' ? 'All of these must hold.' : 'One of these is enough.'),
  'part/clause': ({ clause, join }, say) =>
    `${join === 'or' ? 'Enough on its own: ' : join === 'and' ? 'Required: ' : ''}${clauseWords(clause, say)}.`,
  'part/group-by': ({ keys, monitor }, say) => {
    const each = say.and(say.codes(keys))
    const what = keys.length === 1 ? `value of the tag ${each}` : `combination of the tags ${each}`
    return monitor
      ? `Group by: one line for each ${what}, and each is judged and alerted on its own (multi alert). Sources without ${keys.length === 1 ? 'this tag' : 'all of these tags'} are left out.`
      : `Group by: one line for each ${what}.`
  },
  'part/no-group-by': ({ monitor, everything, beside }) => {
    if (beside) return 'Not grouped: a single line, the same beside each group of the rest.'
    const alert = monitor ? 'one line and one alert for everything together' : 'the result is a single line'
    return everything
      ? `Nothing is grouped: ${alert}. One unusual source disappears among the others.`
      : `Nothing is grouped: ${alert}. One unusual source disappears among the others that pass the filter.`
  },
  'part/call': (call, say) => functionWords[call.function].does(call, say),
  'why/function': values => functionWords[values.function].why,
  'part/unknown-call': ({ name }, say) =>
    name === failedRuns
      ? 'Counts the runs of the jobs that failed. Only monitors of data jobs know this function.'
      : `${say.code(name)} is not among the functions that Datadog documents. It is passed on unchanged; what it does cannot be said here.`,
  'part/arithmetic': ({ operator, left, right, constant, onTotals, onSearches, grouped }, say) => {
    const l = say.phrase(left)
    const r = say.phrase(right)
    const groups = grouped ? `,${grouped === true ? '' : ' and for groups,'} each group with its like` : ''
    const point = onTotals
      ? ', once, on the results over the whole window'
      : onSearches === true
        ? groups
        : `, point by point${groups}`
    const gap = onTotals
      ? ' If the divisor is 0 or missing there is no value, which counts as missing data.'
      : ` Where the divisor is 0 or missing there is no ${onSearches === true ? 'result' : 'point'}.`
    if (operator === '/') return `Divides ${l} by ${r}${point}.${constant === 'right' ? '' : gap}`
    if (operator === '*') return `Multiplies ${l} by ${r}${point}.`
    return operator === '+' ? `Adds ${l} and ${r}${point}.` : `Subtracts ${r} from ${l}${point}.`
  },
  'part/percentage': ({ left, right }, say) =>
    `Turns ${say.phrase(left)} into a percentage of ${say.phrase(right)}.`,
  'part/sign': ({ operator }) =>
    operator === '-' ? 'Turns the sign round.' : 'A plus sign; changes nothing.',
  'part/number': ({ value }, say) => `The constant number ${say.number(value)}.`,
  'part/query-name': ({ name, value, missing }, say) =>
    value === undefined
      ? `Stands for the result of the query named ${say.code(name)}, which is ${missing ? 'missing among those that are defined' : 'defined'} beside this formula.`
      : `Stands for ${say.phrase(value)}.`,
  'part/opaque': ({ text }, say) =>
    `${say.code(text)} is not known to the documentation. This piece is passed to Datadog unchanged; what it does cannot be said here.`,
  'part/query-list': ({ count }, say) =>
    `${say.number(count)} queries in one, separated by commas; each is drawn on its own.`,
} satisfies Partial<Words>
