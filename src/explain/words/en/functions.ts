import type { Say } from '../say.js'
import type { FunctionTable } from '../words.js'
import { calendarShift, isTimeZone, percentileOf } from '../written-arguments.js'
import { closed, percentileWords, perWords } from './measure.js'

/** An argument by its parameter's name, as inline code; a number keeps its digits. */
function given(value: string | number | undefined, say: Say, otherwise: string): string {
  if (value === undefined) return otherwise
  return typeof value === 'number' ? say.number(value) : say.code(value)
}

function seconds(value: string | number | undefined, say: Say, otherwise: string): string {
  return typeof value === 'number' ? say.seconds(Math.abs(value)) : given(value, say, otherwise)
}

/** `hour` and `5 minutes`, after an article. */
function span(value: string | number | undefined, say: Say): string {
  return typeof value === 'number' ? perWords(Math.abs(value), say) : given(value, say, 'time')
}

const aggregators: Readonly<Record<string, string>> = {
  avg: 'the average',
  mean: 'the average',
  sum: 'the sum',
  min: 'the lowest value',
  max: 'the highest value',
  count: 'the number of values',
  last: 'the latest value',
  median: 'the median',
  stddev: 'the standard deviation',
  area: 'the area under the line',
  l2norm: 'the L2 norm',
}

function aggregated(value: string | number | undefined, say: Say): string {
  if (value === undefined) return "the value by the metric type's own default"
  const percentile = percentileOf(value)
  if (percentile !== undefined) return `the ${percentileWords(percentile, say)}`
  return aggregators[String(value)] ?? given(value, say, '')
}

const ranks: Readonly<Record<string, string>> = {
  max: 'peak',
  mean: 'average',
  min: 'minimum',
  sum: 'total',
  last: 'latest value',
  l2norm: 'L2 norm',
  area: 'area under the line',
}

const calendar: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
}

function bucket(value: string | number | undefined, say: Say): string {
  if (typeof value === 'number') return perWords(value, say)
  return value !== undefined && calendar[value] !== undefined
    ? `calendar ${calendar[value]}`
    : given(value, say, 'interval that Datadog chooses')
}

/** What becomes one point: `the highest value per minute`; an average is what anybody expects. */
function bucketWords(aggregator: string | number | undefined, interval: string | number, say: Say): string {
  const per = bucket(interval, say)
  return aggregator === undefined || aggregator === 'avg'
    ? `one point per ${per}`
    : `one point per ${per} (${aggregated(aggregator, say)})`
}

const fills: Readonly<Record<string, string>> = {
  linear: 'with a straight line between the neighbours',
  last: 'with the last known value',
  zero: 'with 0',
  null: 'with nothing: gaps stay gaps',
}

/** The tags of a second layer of space aggregation; none: everything in one line. */
function perTags(value: string | number | undefined, say: Say): string {
  const keys = String(value ?? '').split(',')
  return keys[0] === '' ? ' over all groups together' : ` per ${say.and(say.codes(keys))}`
}

function layer(
  aggregator: string | number | undefined,
  tags: string | number | undefined,
  inner: string,
  say: Say,
): string {
  return `${aggregated(aggregator, say)}${perTags(tags, say)} of ${inner}`
}

const layerWhy =
  'A second layer of space aggregation, for example the 95th percentile of the hosts of each environment. The query inside must be grouped by more tags than these.'
const rateWhy = 'Turns a counter into a speed, so that different intervals can be compared.'
const rankWhy = 'Keeps a graph readable when there are hundreds of lines.'
const shiftWhy = 'Compares now with the same time before.'
const smoothWhy = 'Takes the noise out, so that a short spike does not alert.'
const trendWhy = 'Shows where things are heading, without the ups and downs.'

/** Every function of the catalog in English. https://docs.datadoghq.com/dashboards/functions/ */
export const functionWords: FunctionTable = {
  abs: {
    of: inner => `the absolute value of ${inner}`,
    does: () => 'Drops the sign of each point: −3 becomes 3.',
    why: 'A deviation counts the same in both directions.',
  },
  log2: {
    of: inner => `the base-2 logarithm of ${inner}`,
    does: () => 'Takes the base-2 logarithm of each point: 8 becomes 3.',
    why: 'Makes values of very different size comparable; one step is a doubling.',
  },
  log10: {
    of: inner => `the base-10 logarithm of ${inner}`,
    does: () => 'Takes the base-10 logarithm of each point: 1,000 becomes 3.',
    why: 'Makes values of very different size comparable; one step is a factor of ten.',
  },
  cumsum: {
    of: inner => `the running total of ${inner}`,
    does: () =>
      'Adds up the points from the start of the visible time range: each point is the total so far.',
    why: 'Shows how much has come together. Its start depends on the time range, so in a monitor a cumulative window such as `current_1d` fits better.',
  },
  integral: {
    of: inner => `the time integral of ${inner}`,
    does: () => 'Adds up value × seconds since the previous point, from the start of the time range.',
    why: 'Turns a rate per second into an amount.',
  },
  pow: {
    of: (inner, call, say) =>
      `${closed(inner)} to the power of ${call.others[0] === undefined ? given(call.arguments.exponent, say, 'the second argument') : say.phrase(call.others[0])}`,
    does: (call, say) =>
      `Raises the first argument to the power of ${call.others[0] === undefined ? given(call.arguments.exponent, say, 'the second') : say.phrase(call.others[0])}, at each point.`,
    why: 'Makes large values count more than small ones.',
  },
  round: {
    of: inner => `${inner}, rounded`,
    does: (call, say) =>
      `Rounds each point${call.arguments.digits === undefined ? ' to a whole number' : ` to ${given(call.arguments.digits, say, '')} decimals`}.`,
    why: 'Hides digits that mean nothing.',
  },
  min: {
    of: (inner, call, say) => `the lowest of ${say.and([inner, ...call.others.map(say.phrase)])}`,
    does: () => 'At each point takes the lowest of the arguments.',
    why: 'Caps a value, or takes the weaker of several.',
  },
  max: {
    of: (inner, call, say) => `the highest of ${say.and([inner, ...call.others.map(say.phrase)])}`,
    does: () => 'At each point takes the highest of the arguments.',
    why: 'Sets a floor, or takes the stronger of several.',
  },
  anomalies: {
    of: (inner, call) =>
      call.inMonitor ? `how far ${closed(inner)} leaves its usual band` : `${inner}, with its predicted band`,
    does: call =>
      call.inMonitor
        ? 'Instead of a fixed limit, compares the metric with a band predicted from its own past. The result is no longer the metric: it is the share of points outside the band, from 0 (none) to 1 (all).'
        : 'Draws, behind the metric, a band predicted from its own past; points outside it are marked as anomalies.',
    why: 'For metrics without a fixed limit that is right at every hour.',
  },
  outliers: {
    of: inner => `which groups stand out in ${inner}`,
    does: call =>
      call.inMonitor
        ? 'Compares each group with the others at the same time. The result for a group is 1 if it behaves unlike its peers, else 0. Needs at least 3 groups.'
        : 'Compares each group with the others at the same time and marks those that behave unlike their peers. Needs at least 3 groups.',
    why: 'For things that should behave alike, such as the hosts behind one load balancer.',
  },
  forecast: {
    of: inner => `the forecast of ${inner}`,
    does: () => 'Predicts how the metric goes on, with a band of uncertainty around the prediction.',
    why: 'Warns before something runs full, not after.',
  },
  count_nonzero: {
    of: inner => `the number of groups whose value is not 0 in ${inner}`,
    does: () => 'Counts, at each moment, the groups whose value is not 0. The result has no groups any more.',
    why: 'Answers “how many hosts have errors?” instead of “how many errors?”.',
  },
  count_not_null: {
    of: inner => `the number of groups that report in ${inner}`,
    does: () => 'Counts, at each moment, the groups that have a value. The result has no groups any more.',
    why: 'Answers “how many are still reporting?”.',
  },
  exclude_null: {
    of: inner => `${inner}, without the group \`N/A\``,
    does: () =>
      'Drops the groups whose tag value is `N/A`, that is, sources without the tag. It does not fill or drop missing points.',
    why: 'Keeps untagged sources out of the picture.',
  },
  clamp_min: {
    of: (inner, call, say) => `${inner}, at least ${given(call.arguments.bound, say, 'the bound')}`,
    does: (call, say) =>
      `Raises every point below ${given(call.arguments.bound, say, 'the bound')} to ${given(call.arguments.bound, say, 'that value')}. Missing points inside the line become ${given(call.arguments.bound, say, 'that value')} too.`,
    why: 'Keeps meaningless low values, or a divisor of 0, out of the calculation.',
  },
  clamp_max: {
    of: (inner, call, say) => `${inner}, at most ${given(call.arguments.bound, say, 'the bound')}`,
    does: (call, say) =>
      `Lowers every point above ${given(call.arguments.bound, say, 'the bound')} to ${given(call.arguments.bound, say, 'that value')}. Missing points inside the line become ${given(call.arguments.bound, say, 'that value')} too.`,
    why: 'Keeps single extremes from spoiling an average or a graph.',
  },
  cutoff_min: {
    of: (inner, call, say) =>
      `${inner}, without points below ${given(call.arguments.bound, say, 'the bound')}`,
    does: (call, say) =>
      `Removes every point below ${given(call.arguments.bound, say, 'the bound')}; there is then no point at all.`,
    why: 'Ignores values too small to matter.',
  },
  cutoff_max: {
    of: (inner, call, say) =>
      `${inner}, without points above ${given(call.arguments.bound, say, 'the bound')}`,
    does: (call, say) =>
      `Removes every point above ${given(call.arguments.bound, say, 'the bound')}; there is then no point at all.`,
    why: 'Ignores values too large to be real.',
  },
  is_greater: {
    of: (inner, call, say) =>
      `whether ${closed(inner)} is above ${given(call.arguments.bound, say, 'the bound')} (1 or 0)`,
    does: (call, say) =>
      `Gives 1 where the value is above ${given(call.arguments.bound, say, 'the bound')}, else 0.`,
    why: 'Multiplied with another expression it works as a switch, for example: only with enough traffic.',
  },
  is_less: {
    of: (inner, call, say) =>
      `whether ${closed(inner)} is below ${given(call.arguments.bound, say, 'the bound')} (1 or 0)`,
    does: (call, say) =>
      `Gives 1 where the value is below ${given(call.arguments.bound, say, 'the bound')}, else 0.`,
    why: 'Multiplied with another expression it works as a switch.',
  },
  is_between: {
    of: (inner, call, say) =>
      `whether ${closed(inner)} is between ${given(call.arguments.lower, say, 'the lower bound')} and ${given(call.arguments.upper, say, 'the upper bound')} (1 or 0)`,
    does: (call, say) =>
      `Gives 1 where the value is between ${given(call.arguments.lower, say, 'the lower bound')} and ${given(call.arguments.upper, say, 'the upper bound')} (both excluded), else 0.`,
    why: 'Multiplied with another expression it works as a switch.',
  },
  fill: {
    of: inner => inner,
    does: (call, say) => {
      const mode = call.arguments.mode
      const how =
        typeof mode === 'number'
          ? `according to the number ${say.number(mode)}, a form the documentation does not describe`
          : (fills[String(mode)] ?? `by ${given(mode, say, 'the default way')}`)
      const limit = call.arguments.limit
      const far =
        limit === undefined
          ? 'at most 300 seconds after the last real point (the default)'
          : `at most ${seconds(limit, say, '')} after the last real point`
      return mode === 'null'
        ? `Does not interpolate: gaps stay gaps.`
        : `Fills gaps between points ${how}, ${far}.`
    },
    why: 'Sources that report rarely, or at different moments, can be combined without holes.',
  },
  default_zero: {
    of: inner => `${inner}, gaps read as 0`,
    does: () =>
      'Reads intervals without data as 0 (a gauge is first interpolated for 5 minutes). If the whole window is empty, it has no effect.',
    why: 'For counts that are only sent when something happens: no data then means 0.',
  },
  default: {
    of: (inner, call, say) => `${inner}, gaps read as ${given(call.arguments.value, say, 'a fixed value')}`,
    does: (call, say) =>
      `Reads intervals without data as ${given(call.arguments.value, say, 'a fixed value')}. An older form, no longer in Datadog's documentation.`,
    why: 'Gives missing data a meaning.',
  },
  top: {
    of: (inner, call, say) =>
      `the ${given(call.arguments.limit, say, '')} ${call.arguments.direction === 'asc' ? 'lowest' : 'highest'} lines of ${inner}`,
    does: (call, say) =>
      `Keeps ${given(call.arguments.limit, say, 'some')} lines: those with the ${call.arguments.direction === 'asc' ? 'smallest' : 'largest'} ${ranks[String(call.arguments.by)] ?? 'value'} over the time range.`,
    why: rankWhy,
  },
  top_offset: {
    of: (inner, call, say) =>
      `${given(call.arguments.limit, say, '')} lines of ${inner}, after the first ${given(call.arguments.offset, say, '')}`,
    does: (call, say) =>
      `Sorts the lines by ${ranks[String(call.arguments.by)] ?? 'value'}, skips ${given(call.arguments.offset, say, 'some')} and keeps the next ${given(call.arguments.limit, say, '')}.`,
    why: rankWhy,
  },
  topN_method: {
    of: (inner, call, say) =>
      `the ${say.number(call.member ?? 0)} ${call.written.startsWith('bottom') ? 'lowest' : 'highest'} lines of ${inner}`,
    does: (call, say) => {
      const method = call.written.slice(call.written.indexOf('_') + 1)
      return `Keeps the ${say.number(call.member ?? 0)} lines with the ${call.written.startsWith('bottom') ? 'smallest' : 'largest'} ${ranks[method] ?? method} over the time range.`
    },
    why: rankWhy,
  },
  topN: {
    of: (inner, call, say) => `the ${say.number(call.member ?? 0)} highest lines of ${inner}`,
    does: (call, say) => `Keeps the ${say.number(call.member ?? 0)} highest lines.`,
    why: rankWhy,
  },
  per_second: {
    of: inner => `the change per second of ${inner}`,
    does: () => 'Gives the change from point to point, per second.',
    why: rateWhy,
  },
  per_minute: {
    of: inner => `the change per minute of ${inner}`,
    does: () => 'Gives the change from point to point, per minute.',
    why: rateWhy,
  },
  per_hour: {
    of: inner => `the change per hour of ${inner}`,
    does: () => 'Gives the change from point to point, per hour.',
    why: rateWhy,
  },
  dt: {
    of: inner => `the seconds between the points of ${inner}`,
    does: () => 'Gives the seconds between one submitted point and the next; always a single line.',
    why: 'Shows how regularly something reports.',
  },
  diff: {
    of: inner => `the change of ${inner} from point to point`,
    does: () => 'Gives the difference to the previous point. It is taken before the sources are combined.',
    why: 'Watches how a value moves instead of how high it is.',
  },
  monotonic_diff: {
    of: inner => `the increase of ${inner} from point to point`,
    does: () =>
      'Gives the difference to the previous point where it is positive, so the reset of a counter is not seen as a fall.',
    why: 'For counters that start at 0 again after a restart.',
  },
  derivative: {
    of: inner => `the rate of change of ${inner}`,
    does: () => 'Gives the difference to the previous point divided by the seconds between them.',
    why: 'Watches how fast a value moves.',
  },
  throughput: {
    of: inner => `${inner}, per second`,
    does: () => 'Divides each value by the length of its interval in seconds.',
    why: rateWhy,
  },
  trend_line: {
    of: inner => `the straight trend of ${inner}`,
    does: () => 'Replaces the line by the straight line that fits it best (least squares).',
    why: trendWhy,
  },
  robust_trend: {
    of: inner => `the robust straight trend of ${inner}`,
    does: () =>
      'Replaces the line by a straight line that fits it best and lets single spikes count little (Huber loss).',
    why: trendWhy,
  },
  piecewise_constant: {
    of: inner => `the levels of ${inner}`,
    does: () => 'Replaces the line by steps: stretches of one constant level each.',
    why: 'Shows when a metric moved to a new level.',
  },
  rollup: {
    of: (inner, call, say) => {
      const { aggregator, interval } = call.arguments
      if (typeof aggregator === 'number') return `${inner}, one point per ${bucket(aggregator, say)}`
      return interval === undefined ? inner : `${inner}, ${bucketWords(aggregator, interval, say)}`
    },
    does: (call, say) => {
      const { aggregator, interval, alignment, timezone } = call.arguments
      if (typeof aggregator === 'number')
        return `Makes one point per ${perWords(aggregator, say)}, with the metric type's own way to combine them (time aggregation).`
      const place = timezone ?? (isTimeZone(alignment) ? alignment : undefined)
      const from = isTimeZone(alignment) ? undefined : alignment
      const zone = place === undefined ? '' : ` in the time zone ${given(place, say, '')}`
      const start = from === undefined ? '' : `, aligned to ${given(from, say, '')}`
      return `Makes one point per ${bucket(interval, say)}: ${aggregated(aggregator, say)} within it (time aggregation)${start}${zone}. It happens before the sources are combined.`
    },
    why: 'Fixes how fine the points are. Otherwise Datadog chooses by the length of the time range.',
  },
  formula_rollup: {
    of: (inner, call, say) =>
      `${inner}, rolled up per ${bucket(call.arguments.interval, say)} (${aggregated(call.arguments.aggregator, say)})`,
    does: (call, say) =>
      `Rolls the result up once more: one point per ${bucket(call.arguments.interval, say)}, ${aggregated(call.arguments.aggregator, say)} within it.`,
    why: 'A second layer of time aggregation, for example the 95th percentile of the minutes of an hour.',
  },
  aggregate_by: {
    of: (inner, call, say) => layer(call.written, call.arguments.tags, inner, say),
    does: (call, say) =>
      `Groups the lines of the query once more: ${aggregated(call.written, say)} of them${perTags(call.arguments.tags, say)}.`,
    why: layerWhy,
  },
  percentile_by: {
    of: (inner, call, say) => layer(call.arguments.percentile, call.arguments.tags, inner, say),
    does: (call, say) =>
      `Groups the lines of the query once more: ${aggregated(call.arguments.percentile, say)} of them${perTags(call.arguments.tags, say)}.`,
    why: layerWhy,
  },
  moving_rollup: {
    of: (inner, call, say) =>
      `${aggregated(call.arguments.aggregator, say)} of ${closed(inner)} over the ${span(call.arguments.interval, say)} before each point`,
    does: (call, say) =>
      `At each point takes ${aggregated(call.arguments.aggregator, say)} of the ${span(call.arguments.interval, say)} before it.`,
    why: smoothWhy,
  },
  reduce: {
    of: (inner, call, say) => `${aggregated(call.arguments.aggregator, say)} of ${inner}`,
    does: (call, say) => `Makes one number of the whole line: ${aggregated(call.arguments.aggregator, say)}.`,
    why: 'For widgets that show one number.',
  },
  as_count: {
    of: inner => inner,
    does: call =>
      call.onTotals === true
        ? 'Reads the metric as a count: how many in each interval, added up over time; gaps are not interpolated. Because this monitor computes with it, each part is reduced over the window before the arithmetic is done.'
        : 'Reads the metric as a count: how many in each interval, added up over time; gaps are not interpolated.',
    why: 'For “how many”, instead of “how many per second”.',
  },
  as_rate: {
    of: inner => `${inner}, per second`,
    does: () => 'Reads the metric as a rate: how many per second; gaps are not interpolated.',
    why: 'For “how many per second”, which does not depend on the length of the intervals.',
  },
  weighted: {
    of: inner => inner,
    does: () =>
      'Weights each source by how long it existed, so that short-lived tag values are not counted twice in a sum of gauges.',
    why: 'For sums over sources that come and go, such as pods.',
  },
  autosmooth: {
    of: inner => `${inner}, smoothed`,
    does: () => 'Smooths with a moving average whose length Datadog chooses anew for the data at hand.',
    why: 'Makes a noisy graph readable. Not for monitors: the length changes.',
  },
  ewma_N: {
    of: (inner, call, say) => `${inner}, smoothed over ${say.number(call.member ?? 0)} points`,
    does: (call, say) =>
      `Smooths with an exponentially weighted moving average of ${say.number(call.member ?? 0)} points: newer points weigh more.`,
    why: smoothWhy,
  },
  median_N: {
    of: (inner, call, say) => `the ${say.number(call.member ?? 0)}-point median of ${inner}`,
    does: (call, say) => `Replaces each point by the median of ${say.number(call.member ?? 0)} points.`,
    why: 'Removes single spikes completely, where an average would only flatten them.',
  },
  rollingavg_N: {
    of: (inner, call, say) => `the ${say.number(call.member ?? 0)}-point average of ${inner}`,
    does: (call, say) =>
      `Replaces each point by the average of ${say.number(call.member ?? 0)} points (a beta function).`,
    why: smoothWhy,
  },
  timeshift: {
    of: (inner, call, say) =>
      `${inner}, ${seconds(call.arguments.shift, say, 'some time')} ${later(call.arguments.shift)}`,
    does: (call, say) =>
      `Shows, at the present time, the values of ${seconds(call.arguments.shift, say, 'some time')} ${later(call.arguments.shift)}.`,
    why: shiftWhy,
  },
  calendar_shift: {
    of: (inner, call, say) => `${inner}, ${calendarDistance(call.arguments.shift, say)}`,
    does: (call, say) =>
      `Shows, at the present time, the values of ${calendarDistance(call.arguments.shift, say)}, in the time zone ${given(call.arguments.timezone, say, 'given')}, so months and clock changes fit.`,
    why: shiftWhy,
  },
  hour_before: {
    of: inner => `${inner}, 1 hour earlier`,
    does: () => 'Shows, at the present time, the values of 1 hour earlier.',
    why: shiftWhy,
  },
  day_before: {
    of: inner => `${inner}, 1 day earlier`,
    does: () => 'Shows, at the present time, the values of 1 day earlier.',
    why: shiftWhy,
  },
  week_before: {
    of: inner => `${inner}, 7 days earlier`,
    does: () => 'Shows, at the present time, the values of 7 days earlier.',
    why: shiftWhy,
  },
  month_before: {
    of: inner => `${inner}, 28 days earlier`,
    does: () => 'Shows, at the present time, the values of 28 days earlier (not a calendar month).',
    why: shiftWhy,
  },
}

/** `-1mo` in words: `1 calendar month earlier`. */
function calendarDistance(shift: string | number | undefined, say: Say): string {
  const distance = typeof shift === 'string' ? calendarShift(shift) : undefined
  return distance === undefined
    ? `a time shifted by ${given(shift, say, 'some time')}`
    : `${say.unit(distance.amount, distance.unit)} ${distance.later ? 'later' : 'earlier'} on the calendar`
}

function later(shift: string | number | undefined): string {
  return typeof shift === 'number' && shift > 0 ? 'later' : 'earlier'
}
