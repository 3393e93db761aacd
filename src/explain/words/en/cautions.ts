import type { Words } from '../words.js'
import { compared, windowWords } from './measure.js'

export const cautions = {
  'caution/checked': ({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`),
  'caution/star-scope': () =>
    '`{*}` takes in every environment, test systems included. A filter such as `{env:prod}` keeps them out.',
  'caution/one-line': ({ container }) =>
    container
      ? 'One line for all containers: a single bad one is averaged away, and the alert does not say which. Group by `container_name` or `service` to see it.'
      : 'One line for everything: a single bad source is averaged away, and the alert does not say which. Group by `host` or `service` to see it.',
  'caution/basic-algorithm': ({ seasonality }, say) =>
    seasonality === undefined
      ? "`basic` ignores seasonality, the daily and weekly rhythm. For load that follows the day, use `agile` or `robust` with `seasonality='daily'`."
      : `\`basic\` ignores seasonality, so ${say.code(`seasonality='${seasonality}'`)} has no effect. Use \`agile\` or \`robust\`.`,
  'caution/window-mismatch': ({ alertWindow, trigger }, say) =>
    `${say.code(`alert_window='${alertWindow}'`)} differs from ${say.code(`trigger_window: ${trigger}`)}; Datadog refuses that.`,
  'caution/missing-windows': () =>
    'An anomaly monitor needs `threshold_windows` with both `trigger_window` and `recovery_window`.',
  'caution/query-window-short': ({ window, alertWindow }, say) =>
    `The query reads ${windowWords(window, say)}, which is shorter than the alert window (${windowWords(alertWindow, say)}).`,
  'caution/threshold-range': ({ threshold }, say) =>
    `The threshold of an anomaly monitor is a share of points, above 0 and at most 1. ${say.number(threshold)} is outside that.`,
  'caution/threshold-mismatch': ({ inQuery, inOptions }, say) =>
    `The query ends with ${say.number(inQuery)}, but \`thresholds.critical\` is ${say.number(inOptions)}; Datadog refuses that.`,
  'caution/sum-of-ratios': () =>
    '`sum` adds up the ratio of every point: five points of 1% each make 5. For the ratio over the whole window, read both sides with `.as_count()`.',
  'caution/little-traffic': ({ denominator }, say) =>
    `Where ${say.code(denominator)} is small, a single event is a large share of it and can alert; where it is 0 or missing, there is no value at all. Demand a minimum of it, with \`is_greater(…)\`.`,
  'caution/division': ({ denominator }, say) =>
    `Where ${say.code(denominator)} is 0 or missing, the division gives no value, and that counts as missing data.`,
  'caution/rank-in-monitor': ({ function: name, ranks, instead }, say) =>
    `${say.code(name)} in a monitor: ${ranks ? 'which lines it keeps changes from one evaluation to the next' : 'its result does not suit a fixed threshold'}.${instead === undefined ? '' : ` Use ${instead}.`}`,
  'caution/deprecated-function': ({ function: name, instead }, say) =>
    `${say.code(name)} is deprecated. Use ${instead}.`,
  'caution/group-delay-simple': () => '`new_group_delay` on a monitor without groups; Datadog refuses that.',
  'caution/recovery-orphan': () => '`warning_recovery` without `warning` has no effect.',
  'caution/warning-order': ({ warning, critical, comparator }, say) =>
    `The warning threshold ${say.number(warning)} is not reached before the alert threshold (${compared(comparator, critical, say)}).`,
  'caution/dashboard-variable': ({ name }, say) =>
    `${say.code(`$${name}`)} is a dashboard variable; monitors do not have them.`,
  'caution/check-group-by': () =>
    'The check is not grouped; Datadog asks for `.by(…)` on custom checks and refuses some without it.',
  'caution/check-last': ({ last, threshold }, say) =>
    `${say.code(`.last(${last})`)} looks at fewer runs than the threshold ${say.number(threshold)} needs; Datadog refuses that.`,
} satisfies Partial<Words>
