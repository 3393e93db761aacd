import type { MonitorOptions } from '../model/index.js'
import type { Evaluator, Readings } from './evaluator.js'
import { groupName } from './groups.js'
import { type GroupEvaluation, type Notification, type Tick, worstOf } from './simulation.js'
import { decide, type GroupMemory, remember, reports } from './state/group.js'
import { type Lifecycle, readLifecycle } from './state/lifecycle.js'
import {
  type Announcement,
  announce,
  type NotificationRules,
  notificationGroup,
  readNotificationRules,
} from './state/notify.js'

/** The times of a simulation, in seconds, and what it keeps of each. */
export interface Clock {
  readonly from: number
  readonly to: number
  readonly every: number
  readonly keepsPoints: boolean
}

/** Evaluates at each tick. Only the memories of groups and of what was sent pass from one tick to the next. */
export function run(evaluator: Evaluator, options: MonitorOptions, clock: Clock): Tick[] {
  const lifecycle = readLifecycle(options)
  const rules = readNotificationRules(options, evaluator.missingData)
  const memories = new Map<string, GroupMemory>()
  if (!evaluator.isGrouped) memories.set('', { tags: [], state: 'ok' })
  const announcements = new Map<string, Announcement>()
  const ticks: Tick[] = []
  for (let time = clock.from; time <= clock.to; time += clock.every) {
    const readings = evaluator.read(time)
    const groups = evaluateGroups(memories, readings, evaluator, lifecycle, time)
    ticks.push({
      time,
      window: readings.window,
      groups: withNotifications(
        clock.keepsPoints ? groups : groups.map(withoutPoints),
        announcements,
        rules,
        time,
      ),
      state: worstOf(groups.map(group => group.state)),
    })
  }
  return ticks
}

const withoutPoints = (evaluation: GroupEvaluation): GroupEvaluation => ({ ...evaluation, points: [] })

function evaluateGroups(
  memories: Map<string, GroupMemory>,
  readings: Readings,
  evaluator: Evaluator,
  lifecycle: Lifecycle,
  time: number,
): GroupEvaluation[] {
  forget(memories, evaluator, lifecycle, time)
  const reporting = new Set([...readings.groups].filter(([, each]) => reports(each)).map(([key]) => key))
  return [...new Set([...memories.keys(), ...reporting])].map((key): GroupEvaluation => {
    const reading = readings.groups.get(key)
    const before = memories.get(key) ?? { tags: reading?.tags ?? [], state: 'ok' }
    const memory = reports(reading) ? remember(before, reading, time) : before
    const othersReport = reporting.size > (reporting.has(key) ? 1 : 0)
    const decision = decide(memory, reading, { time, evaluator, lifecycle, othersReport })
    memories.set(key, { ...memory, state: decision.state })
    return { group: groupName(memory.tags), tags: memory.tags, points: reading?.points ?? [], ...decision }
  })
}

/** Groups disappear, but the one of a monitor without groups stays. */
function forget(
  memories: Map<string, GroupMemory>,
  { isGrouped }: Evaluator,
  lifecycle: Lifecycle,
  time: number,
): void {
  if (!isGrouped) return
  for (const [key, { tags, lastSeen }] of memories) {
    if (time - (lastSeen ?? time) > lifecycle.retention(tags)) memories.delete(key)
  }
}

/** Groups that notify together count as their worst; the first group in that state carries the notification. */
function withNotifications(
  groups: readonly GroupEvaluation[],
  announcements: Map<string, Announcement>,
  rules: NotificationRules,
  time: number,
): GroupEvaluation[] {
  const together = new Map<string, GroupEvaluation[]>()
  for (const each of groups) {
    const name = notificationGroup(each.tags, rules)
    const members = together.get(name)
    if (members === undefined) together.set(name, [each])
    else members.push(each)
  }
  const carried = new Map<GroupEvaluation, Notification>()
  for (const [name, members] of together) {
    const state = worstOf(members.map(member => member.state))
    const last = announcements.get(name) ?? { state: 'ok', at: time, repeats: 0 }
    const said = announce(last, state, time, rules)
    if (said === undefined) continue
    announcements.set(name, said.announcement)
    const carrier = members.find(member => member.state === state) ?? members[0]!
    carried.set(carrier, { kind: said.kind, group: name, from: last.state, to: state })
  }
  return groups.map(each => {
    const notification = carried.get(each)
    return notification === undefined ? each : { ...each, notification }
  })
}
