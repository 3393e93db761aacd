import type { Phrase } from '../../sentences.js'
import type { StepReason } from '../../steps.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords } from './clause.js'
import {
  amounts,
  changeUnit,
  compared,
  distanceWords,
  eachWords,
  emptyWords,
  fallOrRise,
  percentileWords,
  pointRule,
  reducedNoun,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'
import { eventsWords, measureWords, methodNoun, methodWords } from './sources.js'

const changeWords = { change: 'change', pct_change: 'change in percent' } as const

function runsRule(state: string, count: number | undefined, status: string, say: Say): string | undefined {
  if (count === undefined) return undefined
  return `${state} after ${say.number(count)} ${status}${count === 1 ? '' : ' in a row'}`
}

const changeModes: Readonly<Record<string, string>> = {
  relative: ', in percent',
  absolute: ', in the currency of the cost data',
}

const costSides: Readonly<Record<string, string>> = {
  above: '; only costs above that count',
  below: '; only costs below that count',
  both: '; costs above and below that count',
}

const stepReasons: Record<StepReason, string> = {
  count: 'For how often something happens: errors, logins, failed jobs.',
  cardinality: 'For how many are affected: users, sessions, addresses.',
  percentile: 'Shows how the values spread, which an average hides, without following a few extremes.',
  avg: 'For the usual size; a few extremes are averaged away.',
  sum: 'For what adds up: bytes, amounts, seconds.',
  max: 'For the highest one, which an average would hide.',
  min: 'For the lowest one, which an average would hide.',
  by: 'Shows which one is in trouble, and no group hides among the others.',
  last: 'Decides how much is looked at together; the limit must fit its length.',
  current: 'For limits per hour, day or month, which start again with it.',
  index: 'Leaves out the logs of the other indexes.',
  source: 'To look at the errors of browsers, mobile apps and backends apart.',
  new: 'Tells of an error when it first appears.',
  impact: 'Tells errors that hit many from those that hit few.',
}

const isGroup = (operand: Phrase) => operand.code === 'value/composite'

export const monitor = {
  'part/window-head': ({ aggregator, percentile, window, comparator, judged, countsFirst }, say) => {
    const reads =
      window.form === 'current'
        ? `Each evaluation reads the data of ${windowWords(window, say)}`
        : `Each evaluation reads ${windowWords(window, say)} of data`
    if (judged === 'anomaly') {
      return `${reads}. Only the points of \`alert_window\` are judged; the rest is what the graph shows around them.`
    }
    if (judged === 'forecast') {
      return `Each evaluation looks at ${windowWords(window, say)}${window.form === 'next' ? ' of the forecast' : ''} and takes its ${aggregator === 'min' ? 'lowest' : 'highest'} point.`
    }
    if (judged === 'outlier') return `${reads} and compares the groups in it.`
    if (countsFirst) {
      return `${reads}. Because a part is read with \`as_count()\` and there is arithmetic, each part is first reduced over the window (${say.code(aggregator)}); the arithmetic is done once, on the results.`
    }
    const rule = pointRule({ aggregator, window, comparator, threshold: 0, countsFirst })
    const why =
      rule === 'every'
        ? ', so the alert needs every point to breach'
        : rule === 'any'
          ? ', so one breaching point is enough'
          : ''
    const noun =
      percentile === undefined ? reducedNoun({ aggregator }, say) : `its ${percentileWords(percentile, say)}`
    return `${reads} and makes one number of it: ${noun.replace('its', 'the')}${why}.`
  },
  'part/change-head': ({ change, aggregator, window, shift, countsFirst }, say) => {
    const both = `compares ${windowWords(window, say)} with the same span ${distanceWords(shift, say)} earlier`
    const how =
      change === 'change' ? 'now minus then, in the units of the metric' : '(now − then) ÷ then, in percent'
    if (countsFirst) {
      return `Does not judge the level but the ${changeWords[change]}: ${both}. Because of \`as_count()\`, each span is first reduced to one number (${say.code(aggregator)}); then ${how}, is taken once.`
    }
    return `Does not judge the level but the ${changeWords[change]}: ${both}, ${how}, point by point, and takes ${reducedNoun({ aggregator }, say).replace('its', 'the')} of that.`
  },
  'part/condition': (condition, say) => {
    const limit = compared(condition.comparator, condition.threshold, say, condition.unit)
    return `The condition: alert when that number is ${limit}.`
  },
  'part/anomaly-condition': (values, say) =>
    `The condition: alert when ${shareWords(values, say)} ${sideWords(values)} the band.`,
  'part/outlier-condition': ({ comparator, threshold }, say) =>
    comparator === '>' && threshold === 0
      ? 'The condition: alert for each group that is an outlier (its value is 1).'
      : `The condition: alert for each group whose outlier value is ${compared(comparator, threshold, say)}.`,
  'part/forecast-condition': ({ comparator, threshold, unit, horizon }, say) =>
    `The condition: alert now if the forecast for ${windowWords(horizon, say)} reaches a point that is ${compared(comparator, threshold, say, unit)}.`,
  'part/change-condition': ({ comparator, threshold, unit, change, shift }, say) =>
    `The condition: alert when the ${changeWords[change]} against ${distanceWords(shift, say)} earlier is ${compared(comparator, threshold, say, changeUnit(change, unit))}${fallOrRise(comparator, threshold, changeUnit(change, unit), say)}.`,
  'part/value-condition': ({ comparator, threshold, unit }, say) =>
    `The condition: alert when the result is ${compared(comparator, threshold, say, unit)}.`,
  'part/dynamic-condition': () =>
    'The condition: a dynamic threshold. The limit is computed by `thresholds.critical_query` in the options; the documentation describes this only as a preview.',
  'part/placeholder': ({ text }, say) =>
    `${say.code(text)} stands where other monitors have a query: the Synthetics test itself decides.`,

  'part/event-source': ({ source }, say) => `What is looked at: ${eventsWords(source, say)}.`,
  'part/search': ({ clause }, say) =>
    clause.is === 'all' ? 'The search: everything matches.' : `The search: ${clauseWords(clause, say)}.`,
  'part/index': ({ indexes }, say) =>
    indexes.includes('*')
      ? 'Searches all indexes.'
      : `Searches only ${indexes.length === 1 ? 'the index' : 'the indexes'} ${say.and(say.codes(indexes))}.`,
  'part/event-rollup': ({ method, measure }, say) =>
    method === 'count'
      ? 'Counts what matches.'
      : `Measures ${methodWords(method, measure, say).replace(/ (among|over)$/, '')} ${method === 'cardinality' ? 'among' : 'over'} what matches.`,
  'part/formula-rollup': ({ method }, say) =>
    `Makes one number of the window: ${methodNoun(method, say)} of the result.`,
  'part/event-by': ({ keys }, say) =>
    keys.length === 0
      ? 'Not grouped: one result for everything together (simple alert).'
      : `Group by: one result for each ${keys.length === 1 ? 'value' : 'combination'} of ${say.and(say.codes(keys))}, and each is judged and alerted on its own (multi alert).`,
  'part/event-last': ({ window, text }, say) =>
    `The evaluation window: ${window === undefined ? say.code(text) : windowWords(window, say)}.`,
  'part/event-current': ({ window, text }, say) =>
    `A cumulative window: from the last reset until now (${window === undefined ? say.code(text) : say.unit(window.amount, window.unit)}).`,
  'why/step': ({ reason }) => stepReasons[reason],
  'part/error-source': ({ source }, say) =>
    source === 'all' ? 'Errors of every origin.' : `Only errors that come from ${say.code(source)}.`,
  'part/error-new': () => 'Only issues that are new.',
  'part/error-impact': () => 'Issues by their impact: how many errors or users they touch.',
  'part/event-over': ({ values }, say) =>
    values.includes('*')
      ? 'No further filter.'
      : `Only what carries ${values.length === 1 ? 'the tag' : 'all of the tags'} ${say.and(say.codes(values))}.`,
  'part/cost-anomaly': ({ direction, threshold }, say) =>
    `Compares the cost with what its past lets expect${direction === undefined ? '' : (costSides[direction] ?? `, direction ${say.code(direction)}`)}${threshold === undefined ? '' : `, with ${say.code(`threshold=${threshold}`)}`}.`,
  'part/cost-change': ({ mode, amount }, say) =>
    `Judges how much the cost changes${changeModes[mode] ?? ` (${say.code(mode)})`}${amount === undefined ? '' : `, with the argument ${say.number(amount)}`}.`,
  'part/cost-forecast': () => 'Judges not the cost so far but its forecast for the whole window.',
  'part/other-step': ({ name, text }, say) =>
    `${say.code(text)}: the documentation does not describe a step ${say.code(name)} for this kind of monitor; it is passed to Datadog unchanged.`,
  'part/formula': ({ value, bare }, say) =>
    bare ? `The formula: nothing but ${say.phrase(value)}.` : `The formula: computes ${say.phrase(value)}.`,

  'part/check': ({ check }, say) =>
    `The service check ${say.code(check)}. Each run reports a status: OK, WARNING, CRITICAL or UNKNOWN.`,
  'part/check-over': ({ tags }, say) =>
    tags.includes('*')
      ? 'Runs from everywhere.'
      : `Only runs that carry ${tags.length === 1 ? 'the tag' : 'all of the tags'} ${say.and(say.codes(tags))}.`,
  'part/check-exclude': ({ tags }, say) =>
    `Leaves out runs with ${tags.length === 1 ? 'the tag' : 'any of the tags'} ${say.or(say.codes(tags))}.`,
  'part/check-by': ({ keys, cluster }, say) =>
    keys.includes('*')
      ? cluster
        ? 'Each combination of all tags is one check; together they give one percentage.'
        : 'Each combination of all tags is judged on its own.'
      : `Group by: each ${eachWords(keys, say)} is judged on its own.`,
  'part/check-last': ({ count }, say) =>
    count === 1
      ? 'Looks at the last run of each group.'
      : `Looks at the last ${say.number(count)} runs of each group.`,
  'part/check-count': ({ critical, warning, unknown, ok }, say) => {
    const rules = [
      runsRule('alert', critical, 'CRITICAL', say),
      runsRule('warning', warning, 'WARNING', say),
      runsRule('unknown', unknown, 'UNKNOWN', say),
      runsRule('recovery', ok, 'OK', say),
    ].filter(rule => rule !== undefined)
    return rules.length === 0
      ? 'Counts consecutive runs with the same status. How many are needed stands in `options.thresholds`, not in the query.'
      : `Counts consecutive runs with the same status: ${say.and(rules)} (from \`options.thresholds\`).`
  },
  'part/check-share': ({ critical, warning }, say) => {
    const rules = [
      critical === undefined ? undefined : `alert when more than ${say.number(critical)}% are CRITICAL`,
      warning === undefined ? undefined : `warning when more than ${say.number(warning)}% are WARNING`,
    ].filter(rule => rule !== undefined)
    return `Cluster alert: judges the percentage of checks in a status${rules.length === 0 ? '. The limits stand in `options.thresholds`.' : `: ${say.and(rules)} (from \`options.thresholds\`).`}`
  },

  'part/composite-monitor': ({ id, name, letter }, say) =>
    `True while monitor ${name === undefined ? say.code(id) : `${say.quote(name)} (${say.code(id)})`} is in Alert, Warn or No Data. In the message it is ${say.code(letter)}.`,
  'part/composite-not': () =>
    '“Not”: true while what follows is OK. If that has No Data, the result is No Data too.',
  'part/composite-and': ({ count }, say) =>
    `“And”: ${count === 2 ? 'both' : `all ${say.number(count)}`} must be true. The result takes the least severe of their states.`,
  'part/composite-or': ({ count }, say) =>
    `“Or”: one of the ${say.number(count)} is enough. The result takes the most severe of their states.`,

  'part/slo-budget': ({ slo, name }, say) =>
    `Watches how much of the error budget of SLO ${name === undefined ? say.code(slo) : say.quote(name)} is used up, in percent: 0 = untouched, 100 = all gone.`,
  'part/slo-burn': ({ slo, name }, say) =>
    `Watches how fast SLO ${name === undefined ? say.code(slo) : say.quote(name)} uses up its error budget. Burn rate 1 = exactly the whole budget in the whole time window.`,
  'part/slo-over': ({ days }, say) =>
    `The SLO's time window: ${say.unit(days, 'd')}. Its target for this window is meant.`,
  'part/long-window': ({ window, text }, say) =>
    `The long window, ${window === undefined ? say.code(text) : windowWords(window, say)}: shows that the problem is big enough to matter.`,
  'part/short-window': ({ window, text }, say) =>
    `The short window, ${window === undefined ? say.code(text) : windowWords(window, say)}: shows that it is still going on, so the alert ends soon after the problem does.`,
  'part/budget-condition': ({ comparator, threshold, days }, say) =>
    `The condition: alert when ${amounts[comparator]} ${say.number(threshold)}% of the error budget${days === undefined ? '' : ` of ${say.unit(days, 'd')}`} is used up.`,
  'part/burn-condition': ({ comparator, rate, days, hoursToEmpty, longWindow, used, both }, say) => {
    const meaning =
      hoursToEmpty === undefined || days === undefined
        ? ''
        : ` At burn rate ${say.number(rate)} the budget of ${say.unit(days, 'd')} is gone in ${emptyWords(hoursToEmpty, say)}`
    const share =
      used === undefined || longWindow === undefined
        ? ''
        : `; ${distanceWords(longWindow, say)} at this speed uses ${say.rounded(used)}% of it`
    return `The condition: alert when the burn rate is ${compared(comparator, rate, say)}${both ? ' in both windows' : ''}.${meaning === '' ? '' : `${meaning}${share}.`}`
  },

  'value/events': (measure, say) => measureWords(measure, say),
  'value/other-data': ({ source, text }, say) =>
    text === '' ? `data from ${say.code(source)}` : `data from ${say.code(source)}, ${say.code(text)}`,
  'value/composite-monitor': ({ id, name, negated }, say) =>
    `monitor ${name === undefined ? say.code(id) : say.quote(name)} ${negated ? 'is OK' : 'has triggered'}`,
  'value/composite': ({ operator, operands }, say) => {
    const items = operands.map(operand =>
      isGroup(operand) ? `(${say.phrase(operand)})` : say.phrase(operand),
    )
    return items.join(operator === 'and' ? ' and ' : ' or ')
  },
  'value/composite-not': ({ operand }, say) => `it is not so that (${say.phrase(operand)})`,
} satisfies Partial<Words>
