import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { comparedTo, plural } from './measure.js'

function target(percent: number | undefined, days: number | undefined, say: Say): string {
  if (percent === undefined) return '.'
  return `, with a target of ${say.number(percent)}%${days === undefined ? '' : ` over ${say.unit(days, 'd')}`}.`
}

export const slo = {
  'summary/slo-ratio': ({ name, good, total, target: percent, days }, say) =>
    `${say.quote(name)} measures which share of events is good: ${say.phrase(good)}, out of ${say.phrase(total)}${target(percent, days, say)}`,
  'summary/slo-bad-ratio': ({ name, bad, good, target: percent, days }, say) =>
    `${say.quote(name)} measures which share of events is good: ${say.phrase(good)}, against the bad ones, ${say.phrase(bad)}${target(percent, days, say)}`,
  'summary/slo-monitors': ({ name, count, target: percent, days }, say) =>
    `${say.quote(name)} measures the share of time in which ${count === 1 ? 'its monitor is not' : `none of its ${say.number(count)} monitors is`} in alert${target(percent, days, say)}`,
  'summary/slo-time-slice': ({ name, value, comparator, threshold, target: percent, days }, say) =>
    `${say.quote(name)} measures the share of time in which ${say.phrase(value)} is ${comparedTo(comparator as '>', say.number(threshold))}${target(percent, days, say)}`,
  'summary/slo-unreadable': ({ name }, say) =>
    `${say.quote(name)}: an SLO whose measurement is not in a form that the documentation describes.`,
  'slo/good': ({ value }, say) => `Good events: ${say.phrase(value)}.`,
  'slo/total': ({ value }, say) => `All events: ${say.phrase(value)}.`,
  'slo/bad': ({ value }, say) => `Bad events: ${say.phrase(value)}.`,
  'slo/sli': ({ bad }) =>
    bad
      ? 'The SLI is 100 × good ÷ (good + bad), over the whole time window.'
      : 'The SLI is 100 × good ÷ all, over the whole time window.',
  'slo/monitors': ({ ids }, say) =>
    `Measured by ${ids.length === 1 ? 'monitor' : 'the monitors'} ${say.and(say.codes(ids))}.`,
  'slo/monitor-uptime': ({ count }) =>
    count === 1
      ? 'Time in Alert is bad; OK and Warn are good. Measured to the minute.'
      : 'A minute is bad as soon as one of them is in Alert; OK and Warn are good. So the whole is worse than each part.',
  'slo/groups': ({ groups }, say) => `Only the groups ${say.and(say.codes(groups))} count.`,
  'slo/time-slice': ({ value, comparator, threshold, seconds }, say) =>
    `Time is cut into slices of ${say.seconds(seconds)}. A slice is good when ${say.phrase(value)} is ${comparedTo(comparator as '>', say.number(threshold))}.`,
  'slo/slice-rules': () =>
    'A slice without data counts as good. With groups, a slice is bad as soon as one group is bad.',
  'slo/target': ({ target: percent, days, warning }, say) =>
    `Over ${say.unit(days, 'd')}, ${say.number(percent)}% must be good${warning === undefined ? '' : `; below ${say.number(warning)}% it warns`}.`,
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
    `Documented burn-rate alert for ${say.unit(days, 'd')}: rate ${say.number(rate)} over ${say.unit(longHours, 'h')} and ${say.unit(shortMinutes, 'm')}; it fires when ${say.number(used)}% of the budget is used.`,
  'slo/description': ({ text }, say) => `Described as ${say.quote(text)}.`,
} satisfies Partial<Words>
