import type { Words } from '../words.js'
import { perWords, plural, windowWords } from './measure.js'

const anomalyAlgorithms: Readonly<Record<string, string>> = {
  basic:
    'The algorithm: the band is a rolling range of the recent past. It needs little history and adapts fast, but it ignores seasonality: it knows no daily or weekly pattern.',
  agile:
    'The algorithm: a seasonal model (SARIMA) that follows shifts of the level quickly. It expects the same rhythm each season, and needs that history.',
  robust:
    'The algorithm: splits the metric into season and trend, and keeps its expectation through long disturbances. Slow to accept a new level.',
}
const outlierAlgorithms: Readonly<Record<string, string>> = {
  dbscan:
    'The algorithm DBSCAN: groups that stay close together form a cluster; who is not in the main cluster is an outlier.',
  scaleddbscan:
    'The algorithm scaled DBSCAN: like DBSCAN, with distances measured relative to the size of the values.',
  mad: 'The algorithm MAD: compares each point with the median of all groups, in median absolute deviations.',
  scaledmad:
    'The algorithm scaled MAD: like MAD, with deviations measured relative to the size of the values.',
}
const directions: Readonly<Record<string, string>> = {
  both: 'Both directions count: too high and too low.',
  above: 'Only values above the band count; too low is never an anomaly.',
  below: 'Only values below the band count; too high is never an anomaly.',
}
const models: Readonly<Record<string, string>> = {
  default: 'The linear model that follows the current trend and ignores short outliers.',
  simple: 'A plain straight line through the whole history.',
  reactive: 'A line that follows recent behaviour closely, and so reacts to every turn.',
}

export const algorithmArguments = {
  'argument/anomaly-algorithm': ({ algorithm }, say) =>
    anomalyAlgorithms[algorithm] ??
    `The algorithm. ${say.code(algorithm)} is not one of the documented ones: \`basic\`, \`agile\`, \`robust\`.`,
  'argument/bounds': ({ bounds }, say) =>
    `The width of the band: ${say.number(bounds)}, read like standard deviations around the expected value. Larger = wider band = fewer alerts.`,
  'argument/direction': ({ direction }, say) =>
    directions[direction] ??
    `Which side of the band counts. ${say.code(direction)} is not one of the documented ones: \`above\`, \`below\`, \`both\`.`,
  'argument/interval': ({ seconds, window, points }, say) => {
    const every = `One point per ${seconds === 60 ? '60 seconds' : perWords(seconds, say)} (rollup interval)`
    return window === undefined || points === undefined
      ? `${every}.`
      : `${every}, so ${windowWords(window, say)} ${window.amount === 1 ? 'holds' : 'hold'} ${plural(points, 'point', 'points', say)}.`
  },
  'argument/alert-window': ({ window, text, trigger }, say) => {
    const judged = window === undefined ? say.code(text) : windowWords(window, say)
    const must = 'Must equal `threshold_windows.trigger_window` in the options'
    if (trigger === undefined) return `The points that are judged: ${judged}. ${must}.`
    if (trigger === null) return `The points that are judged: ${judged}. ${must}, which is missing.`
    return trigger === text
      ? `The points that are judged: ${judged}. ${must} (it does).`
      : `The points that are judged: ${judged}. ${must}, but that says ${say.code(trigger)}.`
  },
  'argument/count-default-zero': ({ on, metric, metricType }, say) => {
    const rule = on
      ? 'For a count metric, gaps without data are read as 0.'
      : 'For a count metric, gaps without data stay gaps; they are not read as 0.'
    if (metric === undefined || metricType === undefined)
      return `${rule} It matters only if the metric is a count, which the query does not tell.`
    return metricType === 'count'
      ? `${rule} ${say.code(metric)} is one.`
      : `${rule} ${say.code(metric)} is a ${metricType}, so here it changes nothing.`
  },
  'argument/seasonality': ({ seasonality, algorithm }, say) =>
    algorithm === 'basic'
      ? `A ${seasonality} pattern is asked for, but \`basic\` ignores it.`
      : `The pattern that repeats: ${say.code(seasonality)}. The algorithm needs three of these periods of history.`,
  'argument/timezone': ({ timezone }, say) =>
    `The time zone in which days and weeks begin: ${say.code(timezone)}.`,
  'argument/outlier-algorithm': ({ algorithm }, say) =>
    outlierAlgorithms[algorithm.toLowerCase()] ??
    `The algorithm. ${say.code(algorithm)} is not one of the documented ones.`,
  'argument/tolerance': ({ tolerance }, say) =>
    `The tolerance: ${say.number(tolerance)}. How far a group may be from the others before it is an outlier; larger = fewer outliers.`,
  'argument/percentage': ({ percentage }, say) =>
    `${say.number(percentage)}% of a group's points must be outlying before the group counts as an outlier.`,
  'argument/forecast-algorithm': ({ algorithm }, say) => {
    if (algorithm === 'linear')
      return 'The algorithm: a straight trend. For metrics that grow steadily, without a season.'
    if (algorithm === 'seasonal')
      return 'The algorithm: a trend with a repeating pattern. For metrics with a daily or weekly rhythm.'
    return `The algorithm. ${say.code(algorithm)} is not one of the documented ones: \`linear\`, \`seasonal\`.`
  },
  'argument/deviations': ({ deviations }, say) =>
    `The width of the forecast's band: ${say.number(deviations)}. Larger = more cautious = earlier alerts.`,
  'argument/forecast-interval': ({ seconds, text }, say) =>
    `One point per ${seconds === undefined ? say.code(text) : perWords(seconds, say)} for the forecast.`,
  'argument/history': ({ window, text }, say) =>
    `The forecast learns from ${window === undefined ? `the past ${say.code(text)}` : windowWords(window, say)}.`,
  'argument/model': ({ model }, say) =>
    models[model] ?? `The model ${say.code(model)}, which the documentation does not list.`,
  'argument/other': ({ name, text }, say) =>
    `${say.code(text)} is an argument that the documentation of ${say.code(name)} does not list; it is passed to Datadog unchanged.`,
} satisfies Partial<Words>
