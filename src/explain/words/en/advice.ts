import type { Words } from '../words.js'
import { headText } from '../written-arguments.js'
import { windowWords } from './measure.js'

export const advice = {
  'change/share': ({ share, needed, points }, say) =>
    `Alert earlier: ${say.code(String(share))} as the last number = ${needed === undefined || points === undefined ? `${say.rounded(share * 100)}% of the points` : `${say.number(needed)} of the ${say.number(points)} points`}. Change \`thresholds.critical\` with it.`,
  'change/threshold': ({ stated }) =>
    stated
      ? 'Another limit: change the last number of the query and `thresholds.critical` together; they must be equal.'
      : 'Another limit: change the last number of the query.',
  'change/window': ({ window, to, aggregator }, say) =>
    `Calmer and later: ${say.code(headText(aggregator, to))} looks at ${windowWords(to, say)} instead of ${windowWords(window, say)}.`,
  'change/one-point': ({ from, window }, say) =>
    `Calmer: ${say.code(headText('avg', window))} instead of ${say.code(headText(from, window))} judges the average, so that a single point no longer alerts.`,
  'change/horizon': ({ window, to, aggregator }, say) =>
    `Warned earlier: ${say.code(headText(aggregator, to))} judges the forecast for ${windowWords(to, say)} instead of ${windowWords(window, say)}.`,
  'change/tolerance': ({ tolerance }, say) =>
    `Fewer outliers: a tolerance of ${say.code(String(tolerance + 1))} instead of ${say.code(String(tolerance))} lets groups differ more.`,
  'change/alert-window': ({ window }, say) =>
    `Judge another span: ${say.code(`alert_window='${window}'`)} and both windows in \`threshold_windows\`.`,
  'change/band': ({ bounds }, say) =>
    `Fewer alerts: ${say.code(String(bounds + 1))} instead of ${say.code(String(bounds))} widens the band.`,
  'change/group': ({ key, after, monitor, several }, say) =>
    `${monitor ? 'One line and one alert' : 'One line'} for each ${say.code(key)}: add ${say.code(`by {${key}}`)} after ${several ? 'each ' : ''}${say.code(after)}.`,
  'change/group-more': ({ keys }, say) =>
    `Finer or coarser groups: edit the list in ${say.code(`by {${keys.join(',')}}`)}.`,
  'change/scope': ({ example, replaces }, say) =>
    replaces === undefined
      ? `Other sources: edit the filter, for example ${say.code(example)}.`
      : `Only part of the sources: ${say.code(example)} instead of ${say.code(replaces)}.`,
  'change/aggregator': ({ from, to }, say) =>
    to === 'max' || to === 'min'
      ? `The worst source instead of the average: ${say.code(`${to}:`)} instead of ${say.code(`${from}:`)}.`
      : `Another way to combine the sources: ${say.code(`${to}:`)} instead of ${say.code(`${from}:`)}.`,
  'change/seasonality': () =>
    "Respect the time of day: `'agile'` or `'robust'` instead of `'basic'`, with `seasonality='daily'`.",
  'change/handle': () => 'Tell somebody: write a message such as `See the runbook. @slack-sre`.',
  'change/make-monitor': ({ query }, say) =>
    `Make an alert of it, with a limit of your own: ${say.code(query)}.`,
  'change/event-threshold': ({ threshold }, say) =>
    `Another limit: change ${say.code(String(threshold))} at the end, and \`thresholds.critical\` with it.`,
  'change/event-group': ({ key }, say) =>
    `One alert for each: add ${say.code(`.by("${key}")`)} before \`.last(…)\`.`,
  'change/event-window': ({ window }, say) => `A longer window: ${say.code(`.last("${window}")`)}.`,
  'change/search-exclude': ({ example }, say) =>
    `Leave something out: put \`-\` before a condition, for example ${say.code(`-${example}`)}.`,
  'change/composite': () => 'Combine differently: `&&` = and, `||` = or, `!` = not; brackets group.',
  'change/burn-rate': () =>
    "Earlier or later: a lower burn rate alerts earlier. Datadog's pairs for 30 days are 14.4 (1 h / 5 m), 6 (6 h / 30 m) and 3 (24 h / 2 h).",
  'change/budget-threshold': () => 'Earlier: a lower number alerts while more of the budget is left.',
} satisfies Partial<Words>
