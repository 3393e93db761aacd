import type { SloTarget } from '../../sentences/resource.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { closed, compared, eachWords, plural } from './measure.js'

function promised(targets: readonly SloTarget[], say: Say): string {
  if (targets.length === 0) return '.'
  const each = targets.map(({ target, days }) =>
    days === undefined ? `${say.number(target)}%` : `${say.number(target)}% over ${say.unit(days, 'd')}`,
  )
  return `, with ${each.length === 1 ? 'a target' : 'targets'} of ${say.and(each)}.`
}

const needs: Readonly<Record<string, string>> = {
  monitor: 'an SLO of this type needs `monitor_ids`',
  metric: 'an SLO of this type needs `sli_specification.count` or `query`',
  time_slice: 'an SLO of this type needs `sli_specification.time_slice`',
}

export const slo = {
  'summary/slo-ratio': ({ name, good, total, targets }, say) =>
    `${say.quote(name)} measures which share of events is good: ${say.phrase(good)}, out of ${say.phrase(total)}${promised(targets, say)}`,
  'summary/slo-bad-ratio': ({ name, bad, good, targets }, say) =>
    `${say.quote(name)} measures which share of events is good: ${say.phrase(good)}, against the bad ones, ${say.phrase(bad)}${promised(targets, say)}`,
  'summary/slo-monitors': ({ name, count, targets }, say) =>
    `${say.quote(name)} measures the share of time in which ${count === 1 ? 'its monitor is not' : `none of its ${say.number(count)} monitors is`} in alert${promised(targets, say)}`,
  'summary/slo-time-slice': ({ name, value, comparator, threshold, unit, targets }, say) =>
    `${say.quote(name)} measures the share of time in which ${closed(say.phrase(value))} is ${compared(comparator as '>', threshold, say, unit)}${promised(targets, say)}`,
  'summary/slo-unreadable': ({ name, type }, say) =>
    `${say.quote(name)} is an SLO, but how it measures is missing or cannot be read: ${needs[type] ?? 'its `type` is none of `metric`, `monitor` and `time_slice`'}.`,
  'slo/good': ({ value }, say) => `Good events: ${say.phrase(value)}.`,
  'slo/total': ({ value }, say) => `All events: ${say.phrase(value)}.`,
  'slo/bad': ({ value }, say) => `Bad events: ${say.phrase(value)}.`,
  'slo/sli': ({ bad }) =>
    bad
      ? 'The SLI is 100 × good ÷ (good + bad), over the whole time window. Without any event there is no SLI.'
      : 'The SLI is 100 × good ÷ all, over the whole time window. Without any event there is no SLI.',
  'slo/monitors': ({ ids }, say) =>
    `Measured by ${ids.length === 1 ? 'monitor' : 'the monitors'} ${say.and(say.codes(ids))}.`,
  'slo/monitor-uptime': ({ count }) => {
    const rule =
      count === 1
        ? 'Time in Alert is bad; OK and Warn are good. Measured to the minute.'
        : 'A minute is bad as soon as one of them is in Alert; OK and Warn are good. So the whole is never better than the worst of them.'
    return `${rule} Time without data is bad if the monitor notifies about missing data, otherwise good.`
  },
  'slo/groups': ({ groups }, say) => `Only the groups ${say.and(say.codes(groups))} count.`,
  'slo/time-slice': ({ value, comparator, threshold, unit, seconds }, say) =>
    `Time is cut into slices of ${say.seconds(seconds)}. A slice is good when ${closed(say.phrase(value))} is ${compared(comparator as '>', threshold, say, unit)}.`,
  'slo/slice-rules': ({ strategy }, say) =>
    strategy === undefined
      ? 'A slice without data counts as good.'
      : `What a slice without data counts as, \`no_data_strategy\` says: ${say.code(strategy)}.`,
  'slo/by-groups': ({ keys, slices }, say) =>
    `Each ${eachWords(keys, say)} has an SLI of its own beside the overall one, ${slices ? 'for which a slice is bad as soon as one group is bad' : 'which counts the events of all of them'}.`,
  'slo/target': ({ target: percent, days, warning }, say) =>
    `Over ${say.unit(days, 'd')}, ${say.number(percent)}% must be good${warning === undefined ? '' : `; below ${say.number(warning)}% it shows a warning`}.`,
  'slo/budget-events': ({ percent, days, perMillion }, say) =>
    `Error budget: ${say.number(percent)}% may be bad, that is ${plural(perMillion, 'event', 'events', say)} of every 1,000,000 within ${say.unit(days, 'd')}.`,
  'slo/budget-time': ({ seconds, percent, days }, say) =>
    `Error budget: ${say.number(percent)}% of ${say.unit(days, 'd')} may be bad, that is ${say.seconds(seconds)}.`,
  'slo/colours': ({ target: percent, warning }, say) =>
    warning === undefined
      ? `Status: green from ${say.number(percent)}%, red below.`
      : `Status: green from ${say.number(warning)}%, yellow from ${say.number(percent)}%, red below.`,
  'slo/primary': ({ days }, say) => `The window shown first is ${say.unit(days, 'd')}.`,
  'slo/alerts-elsewhere': () =>
    'Alerts are not part of an SLO: they are monitors of type `slo alert` that name its id. Whether there are any cannot be seen here.',
  'slo/alert-suggestion': ({ days, rate, longHours, shortMinutes, used }, say) =>
    `Burn-rate alert that Datadog documents for ${say.unit(days, 'd')}: alert when the budget is used up more than ${say.number(rate)} times as fast as planned (burn rate above ${say.number(rate)}), over ${say.unit(longHours, 'h')} and also over ${say.unit(shortMinutes, 'm')}. By then ${say.number(used)}% of it is gone.`,
  'slo/description': ({ text }, say) => `Described as ${say.quote(text)}.`,
} satisfies Partial<Words>
