import type { MonitorOptions } from '../../model/index.js'
import { groupName, tagKey } from '../groups.js'
import type { State } from '../simulation.js'
import type { MissingData } from './missing-data.js'

/** When something is sent. */
export interface NotificationRules {
  /** `undefined`: each group on its own. `[]`: all groups together. */
  readonly notifyBy: readonly string[] | undefined
  readonly notifiesNoData: boolean
  readonly renotify: Renotify | undefined
}

interface Renotify {
  readonly seconds: number
  readonly states: ReadonlySet<State>
  /** How often at most. */
  readonly occurrences: number
}

/** What was last said about a notification group. */
export interface Announcement {
  readonly state: State
  readonly at: number
  /** How often it was repeated. */
  readonly repeats: number
}

const statesByWord: Readonly<Record<string, State>> = {
  alert: 'alert',
  warn: 'warning',
  'no data': 'no data',
}
const defaultRenotifyStatuses = ['alert', 'no data']

/** https://docs.datadoghq.com/monitors/notify/#renotify */
export function readNotificationRules(options: MonitorOptions, missingData: MissingData): NotificationRules {
  const { notify_by: notifyBy } = options
  return {
    notifyBy: notifyBy?.filter(key => key !== '*'),
    notifiesNoData: missingData.kind === 'no data' && missingData.notifies,
    renotify: readRenotify(options),
  }
}

function readRenotify(options: MonitorOptions): Renotify | undefined {
  const { renotify_interval: minutes, renotify_statuses: statuses, renotify_occurrences: most } = options
  if (typeof minutes !== 'number' || minutes <= 0) return undefined
  const words = statuses ?? defaultRenotifyStatuses
  const states = new Set(words.map(word => statesByWord[word]).filter(state => state !== undefined))
  return { seconds: minutes * 60, states, occurrences: most ?? Number.POSITIVE_INFINITY }
}

/** The name under which a group notifies. */
export function notificationGroup(tags: readonly string[], { notifyBy }: NotificationRules): string {
  return notifyBy === undefined
    ? groupName(tags)
    : groupName(tags.filter(tag => notifyBy.includes(tagKey(tag))))
}

/** What is said about a state, if anything: a change since the last notification, or a reminder. */
export function announce(
  last: Announcement,
  state: State,
  time: number,
  rules: NotificationRules,
): { readonly kind: 'transition' | 'renotify'; readonly announcement: Announcement } | undefined {
  if (state === 'no data' && !rules.notifiesNoData) return undefined
  if (state !== last.state) return { kind: 'transition', announcement: { state, at: time, repeats: 0 } }
  const { renotify } = rules
  const isDue =
    renotify?.states.has(state) && time - last.at >= renotify.seconds && last.repeats < renotify.occurrences
  return isDue
    ? { kind: 'renotify', announcement: { state, at: time, repeats: last.repeats + 1 } }
    : undefined
}
