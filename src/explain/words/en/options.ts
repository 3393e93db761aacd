import { readWindow } from '../../window.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { distanceWords, perWords, quantity, windowWords } from './measure.js'
import { resetWords, scheduleWords } from './schedule.js'

const thresholds: Readonly<Record<string, string>> = {
  critical: 'Alert threshold',
  warning: 'Warning threshold',
  critical_recovery: 'Recovery threshold: the alert ends only when the value is back past it',
  warning_recovery: 'Recovery threshold of the warning',
  ok: 'Share of OK checks',
  unknown: 'Share of UNKNOWN checks',
}
const checkThresholds: Readonly<Record<string, string>> = {
  critical: 'CRITICAL results in a row until the alert',
  warning: 'WARNING results in a row until the warning',
  ok: 'OK results in a row that mean recovery',
  unknown: 'UNKNOWN results in a row until that is notified',
}
const missing: Readonly<Record<string, string>> = {
  default: 'Missing data: the default. A query that counts is read as 0, any other keeps its last state.',
  show_no_data: 'Missing data: show No Data, tell nobody.',
  show_and_notify_no_data: 'Missing data: show No Data and notify.',
  resolve: 'Missing data: the state becomes OK.',
}
const presets: Readonly<Record<string, string>> = {
  show_all: 'Notifications show everything.',
  hide_query: 'Notifications leave out the query.',
  hide_handles: 'Notifications leave out the handles.',
  hide_all: 'Notifications show only the message.',
  hide_query_and_handles: 'Notifications leave out the query and the handles.',
  show_only_snapshot: 'Notifications show, beside the message, only the graph.',
  hide_handles_and_footer: 'Notifications leave out the handles and the footer.',
}

function windowText(text: string | undefined, say: Say): string {
  if (text === undefined) return 'a window that is not given'
  const window = readWindow(text)
  return window === undefined ? say.code(text) : windowWords(window, say)
}

export const options = {
  'option/threshold': ({ name, value, inQuery, unit, measured }, say) => {
    if (unit === 'value' && (name === 'ok' || name === 'unknown'))
      return 'Only service checks have this threshold; here it does nothing.'
    const known = unit === 'runs' ? checkThresholds[name] : thresholds[name]
    const words = known ?? say.code(name)
    return `${words}: ${quantity(value, unit === 'percent' ? { name: unit } : measured, say)}${inQuery ? ', the number at the end of the query' : ''}.`
  },
  'option/threshold-windows': ({ trigger, recovery }, say) =>
    trigger !== undefined && trigger === recovery
      ? `Anomaly windows: alert and recovery are both judged over ${windowText(trigger, say)}.`
      : `Anomaly windows: the alert is judged over ${windowText(trigger, say)}, the recovery over ${windowText(recovery, say)}.`,
  'option/notify-no-data': ({ on }) =>
    on ? 'When data stops, a notification is sent.' : 'When data stops, nothing is sent.',
  'option/no-data-timeframe': ({ minutes, effective }, say) =>
    effective
      ? `No Data begins after ${say.seconds(minutes * 60)} without data.`
      : `${say.seconds(minutes * 60)} without data would be No Data, but \`notify_no_data\` is off, so this notifies nobody.`,
  'option/on-missing-data': ({ mode }, say) =>
    missing[mode] ?? `Missing data: ${say.code(mode)}, which the documentation does not list.`,
  'option/timeout': ({ hours }, say) => `Resolves itself after ${say.unit(hours, 'h')} without data.`,
  'option/require-full-window': ({ on }) =>
    on
      ? 'Evaluates only when the window is filled with data (at most 3 gaps, none at its start); otherwise the evaluation is skipped.'
      : 'Evaluates even when the window is not filled with data yet. Right for sparse metrics.',
  'option/new-group-delay': ({ seconds, grouped }, say) =>
    grouped
      ? `A group seen for the first time is not judged for ${say.seconds(seconds)}, so that start-up does not alert.`
      : `Waits ${say.seconds(seconds)} before judging new groups, but this monitor has no groups.`,
  'option/new-host-delay': ({ seconds }, say) =>
    `A new host is not judged for ${say.seconds(seconds)}. Deprecated: \`new_group_delay\` replaces it.`,
  'option/evaluation-delay': ({ seconds }, say) =>
    `Looks ${say.seconds(seconds)} back in time, for data that arrives late (such as metrics of a cloud provider).`,
  'option/renotify-interval': ({ minutes }, say) =>
    `Reminds every ${perWords(minutes * 60, say)} until it recovers.`,
  'option/renotify-statuses': ({ statuses }, say) =>
    `Reminds only in the ${statuses.length === 1 ? 'state' : 'states'} ${say.and(say.codes(statuses))}.`,
  'option/renotify-occurrences': ({ count }, say) => `Reminds at most ${say.number(count)} times.`,
  'option/escalation-message': ({ effective, empty }) =>
    empty
      ? 'No text of its own for reminders.'
      : effective
        ? 'Reminders carry a text of their own.'
        : 'Has a text for reminders, but without `renotify_interval` there are none.',
  'option/notify-audit': ({ on }) =>
    on
      ? 'Tells the recipients whenever somebody edits this monitor.'
      : 'Edits of this monitor are not notified.',
  'option/include-tags': ({ on }) =>
    on
      ? 'The title of a notification names the group that triggered.'
      : 'The title of a notification does not name the group that triggered.',
  'option/notify-by': ({ keys, whole }, say) =>
    keys.includes('*')
      ? 'One notification for all groups together.'
      : `One notification per ${say.and(say.codes(keys))}${whole ? ', as without this setting: the query has no other groups' : ', not per group'}.`,
  'option/preset': ({ preset }, say) =>
    presets[preset] ??
    `Content of notifications: ${say.code(preset)}, which the documentation does not list.`,
  'option/group-retention': ({ text, window }, say) =>
    `A group without data is forgotten after ${window === undefined ? say.code(text) : distanceWords(window, say)}.`,
  'option/logs-sample': ({ on }) =>
    on ? 'Notifications carry a sample of the logs.' : 'Notifications carry no sample of the logs.',
  'option/samples': ({ on }) =>
    on ? 'Notifications carry samples of the events.' : 'Notifications carry no samples of the events.',
  'option/simple-group': ({ on }) =>
    on
      ? 'All groups together make one notification. Deprecated: `notify_by` replaces it.'
      : 'Each group notifies on its own. Deprecated: `notify_by` replaces it.',
  'option/schedule': (schedule, say) => `Evaluated on a schedule: ${scheduleWords(schedule, say)}.`,
  'option/cumulative-window': (reset, say) =>
    `When the cumulative window starts again: ${resetWords(reset, say)}.`,
  'option/variables': ({ names }, say) =>
    `The ${names.length === 1 ? 'query' : 'queries'} that the formula names: ${say.and(say.codes(names))}.`,
  'option/silenced': ({ count }, say) =>
    count === 0
      ? 'Nothing is muted. The account writes this field itself; it cannot be set here.'
      : `${say.number(count)} muted ${count === 1 ? 'scope' : 'scopes'}. The account writes this field itself; it cannot be set here.`,
  'option/locked': ({ on }) =>
    `${on ? 'Only its creator and administrators may edit it.' : 'Everybody with the permission may edit it.'} Deprecated: restriction policies replace it.`,
  'option/min-failure-duration': ({ seconds }, say) =>
    `The test must fail for ${say.seconds(seconds)} before it alerts.`,
  'option/min-location-failed': ({ count }, say) =>
    `The test must fail in at least ${say.number(count)} ${say.plural(count) === 'one' ? 'location' : 'locations'} at the same time.`,
  'option/read-only': () => 'Written by the account; it cannot be set here.',
  'option/undocumented': () => 'Not in the documentation; it is passed to Datadog unchanged.',
  'option/unreadable': ({ text }, say) => `Has a value of an unexpected kind: ${say.code(text)}.`,
  'option/off': () => 'Off, as if it were not set.',
  'option/no-effect': () => 'Does nothing on a monitor of this type.',
  'field/priority': ({ priority }, say) =>
    `Priority P${say.number(priority)}, of P1 (highest) to P5 (lowest).`,
  'field/tags': ({ tags }, say) =>
    `Its own tags (to find and route it, not to filter data): ${say.and(say.codes(tags))}.`,
  'field/roles': ({ count }, say) =>
    `Only users with ${count === 1 ? 'this role' : `one of these ${say.number(count)} roles`} may edit it. Restriction policies are the newer way.`,
  'field/draft': () => 'A draft: it does not notify.',
} satisfies Partial<Words>
