import {
  isStateConditional,
  type MessageBlock,
  type MessageHandle,
  type MessagePart,
  type MessageTemplate,
  print,
  type StateConditionalName,
} from '../query/index.js'

/** A transition of a monitor after which somebody can be told. */
export type NotifiedState =
  | 'alert'
  | 'warning'
  | 'alert to warning'
  | 'no data'
  | 'unknown'
  | 'recovery'
  | 'alert recovery'
  | 'warning recovery'
  | 'no data recovery'
  | 'renotify'

/** Something beside the state that decides: `is_match "env.name" "prod"`. */
export interface RecipientCondition {
  readonly name: string
  readonly inverted: boolean
  readonly arguments: readonly string[]
  /** As people say it: `not is_match "env.name" "prod"`. */
  readonly text: string
}

/** Who is told after one transition. */
export interface Recipients {
  readonly state: NotifiedState
  /** All of these must hold as well; empty when the state alone decides. */
  readonly conditions: readonly RecipientCondition[]
  readonly handles: readonly MessageHandle[]
}

interface Situation {
  readonly state: NotifiedState
  /** The state conditionals that are true in it. */
  readonly holds: readonly StateConditionalName[]
}

/**
 * Every kind of notification. A renotification repeats the state that lasts, so the condition of that state holds too.
 * https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables
 */
const situations: readonly Situation[] = [
  { state: 'alert', holds: ['is_alert'] },
  { state: 'warning', holds: ['is_warning'] },
  { state: 'alert to warning', holds: ['is_warning', 'is_alert_to_warning'] },
  { state: 'no data', holds: ['is_no_data'] },
  { state: 'unknown', holds: ['is_unknown'] },
  { state: 'alert recovery', holds: ['is_recovery', 'is_alert_recovery'] },
  { state: 'warning recovery', holds: ['is_recovery', 'is_warning_recovery'] },
  { state: 'no data recovery', holds: ['is_recovery', 'is_no_data_recovery'] },
  { state: 'renotify', holds: ['is_renotify', 'is_alert'] },
  { state: 'renotify', holds: ['is_renotify', 'is_warning'] },
  { state: 'renotify', holds: ['is_renotify', 'is_no_data'] },
]

/** States that are told as one where the same people are told in each. */
const families: readonly { readonly whole: NotifiedState; readonly members: readonly NotifiedState[] }[] = [
  { whole: 'warning', members: ['warning', 'alert to warning'] },
  { whole: 'recovery', members: ['alert recovery', 'warning recovery', 'no data recovery'] },
]

/**
 * Who is told on which transition. A handle outside every block is told on each of them; questions about variables
 * (`is_match`) stay as conditions. The three recoveries are one entry, `recovery`, unless they differ, and so are `warning`
 * and `alert to warning`. States in which nobody is told are left out.
 *
 * @example
 * recipientsByState(parseMessage('@slack-ops {{#is_alert}}@pagerduty-db{{/is_alert}}').node)
 * // [{ state: 'alert', conditions: [], handles: [@slack-ops, @pagerduty-db] }, { state: 'warning', … }, …]
 */
export function recipientsByState(template: MessageTemplate): readonly Recipients[] {
  const routes: Route[] = []
  addRoutes(template.parts, unconditional, routes)
  if (routes.length === 0) return []
  const byState = new Map<NotifiedState, Map<string, Recipients>>()
  for (const { state, holds } of situations) {
    const groups = byState.get(state) ?? new Map<string, Recipients>()
    byState.set(state, groups)
    for (const route of routes) if (isOpen(route, holds)) addHandle(route, state, groups)
  }
  for (const family of families) mergeFamily(byState, family.whole, family.members)
  return [...byState.values()].flatMap(groups => [...groups.values()])
}

/** What must hold at a place of the template. */
interface Guards {
  readonly states: readonly { readonly name: StateConditionalName; readonly inverted: boolean }[]
  readonly conditions: readonly RecipientCondition[]
}

/** A handle with all that stands around it; every situation looks only at these. */
interface Route extends Guards {
  readonly handle: MessageHandle
  /** The same for handles under the same conditions. */
  readonly key: string
}

const unconditional: Guards = { states: [], conditions: [] }

function addRoutes(parts: readonly MessagePart[], guards: Guards, routes: Route[]): void {
  for (const part of parts) {
    if (part.kind === 'message-handle') {
      const key = guards.conditions.map(condition => condition.text).join('\n')
      routes.push({ ...guards, handle: part, key })
    } else if (part.kind === 'message-block') {
      addRoutes(part.body, guardedBy(part, part.inverted, guards), routes)
      if (part.otherwise !== undefined)
        addRoutes(part.otherwise, guardedBy(part, !part.inverted, guards), routes)
    }
  }
}

function guardedBy(block: MessageBlock, inverted: boolean, { states, conditions }: Guards): Guards {
  const { name } = block
  return isStateConditional(name)
    ? { states: [...states, { name, inverted }], conditions }
    : { states, conditions: [...conditions, conditionOf(block, inverted)] }
}

function isOpen({ states }: Guards, holds: Situation['holds']): boolean {
  return states.every(({ name, inverted }) => holds.includes(name) !== inverted)
}

function conditionOf(block: MessageBlock, inverted: boolean): RecipientCondition {
  const written = block.arguments.map(each =>
    each.kind === 'string' ? JSON.stringify(each.value) : print(each),
  )
  return {
    name: block.name,
    inverted,
    arguments: block.arguments.map(each => (each.kind === 'string' ? each.value : print(each))),
    text: `${inverted ? 'not ' : ''}${[block.name, ...written].join(' ')}`,
  }
}

function addHandle(
  { handle, conditions, key }: Route,
  state: NotifiedState,
  groups: Map<string, Recipients>,
): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, { state, conditions, handles: [handle] })
  else if (!known.handles.some(other => other.text === handle.text)) {
    groups.set(key, { ...known, handles: [...known.handles, handle] })
  }
}

/** Replaces the members by the whole when they say the same. */
function mergeFamily(
  byState: Map<NotifiedState, Map<string, Recipients>>,
  whole: NotifiedState,
  members: readonly NotifiedState[],
): void {
  const first = byState.get(members[0]!)!
  if (!members.every(member => tellTheSame(byState.get(member)!, first))) return
  for (const member of members) byState.set(member, new Map())
  byState.set(members[0]!, new Map([...first].map(([key, entry]) => [key, { ...entry, state: whole }])))
}

function tellTheSame(
  groups: ReadonlyMap<string, Recipients>,
  others: ReadonlyMap<string, Recipients>,
): boolean {
  if (groups.size !== others.size) return false
  for (const [key, { handles }] of groups) {
    const same = others.get(key)?.handles
    if (same?.length !== handles.length) return false
    if (!handles.every((handle, index) => handle.text === same[index]!.text)) return false
  }
  return true
}
