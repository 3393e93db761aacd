import { addressOf, type Monitor, type MonitorDefinition, type Resource } from '../model/index.js'
import { handlesOf, type PlacedHandle } from './facts/handles.js'
import { possibleTransitions, type Transition } from './facts/transitions.js'

/** A change of state that somebody may be told about; `renotify` is a reminder of one that lasts. */
export type RouteState = Transition | 'renotify'

/** Who is told when a monitor makes a change of state. */
export interface Route {
  /** `monitor.checkout-errors` */
  readonly monitor: string
  readonly state: RouteState
  /** Told every time. */
  readonly handles: readonly string[]
  /** Told only when the tags of the group match, or at some priority. */
  readonly conditional: readonly string[]
}

/**
 * The routing matrix: each monitor and each state that it can reach, with who is told.
 *
 * @example
 * routes([monitor]) // [{ monitor: 'monitor.load', state: 'alert', handles: ['@slack-sre'], conditional: [] }, …]
 */
export function routes(resources: readonly Resource[]): Route[] {
  return resources.flatMap(resource => (resource.kind === 'monitor' ? routesOf(resource) : []))
}

function routesOf(monitor: Monitor): Route[] {
  const { definition } = monitor
  const handles = handlesOf(definition)
  return statesOf(definition).map(state => {
    const told = handles.filter(handle => isTold(handle, state, definition))
    const always = textsOf(told.filter(handle => !isConditional(handle)))
    const conditional = textsOf(told).filter(text => !always.includes(text))
    return { monitor: addressOf(monitor), state, handles: always, conditional }
  })
}

function statesOf(definition: MonitorDefinition): RouteState[] {
  const repeats = (definition.options?.renotify_interval ?? 0) > 0
  return repeats ? [...possibleTransitions(definition), 'renotify'] : [...possibleTransitions(definition)]
}

/** A reminder carries the escalation message where there is one, and the message otherwise. */
function isTold(handle: PlacedHandle, state: RouteState, definition: MonitorDefinition): boolean {
  const isReminder = handle.blocks.some(block => block.name === 'is_renotify' && !block.inverted)
  if (state !== 'renotify') {
    return handle.template.field === 'message' && !isReminder && handle.transitions.includes(state)
  }
  const hasEscalation = (definition.options?.escalation_message ?? '').trim() !== ''
  return (
    handle.template.field === (hasEscalation ? 'escalation_message' : 'message') &&
    handle.transitions.includes('alert')
  )
}

function isConditional(handle: PlacedHandle): boolean {
  return handle.blocks.some(block => block.name.endsWith('match') || block.name === 'is_priority')
}

function textsOf(handles: readonly PlacedHandle[]): string[] {
  return [...new Set(handles.map(({ part }) => part.text))]
}
