import { visible } from '../../diagnostic/index.js'
import { showDuration } from '../duration.js'
import type { GroupEvaluation, Simulation, State } from '../simulation.js'

/** A group entered a state. */
export interface StateChange {
  readonly group: string
  readonly time: number
  readonly state: State
  readonly value?: number
}

/** The states of each group in order of time: the first one and every change. */
export function stateChanges(simulation: Simulation): StateChange[] {
  const states = new Map<string, State>()
  return simulation.ticks.flatMap(({ time, groups }) =>
    groups.flatMap(evaluation => {
      if (states.get(evaluation.group) === evaluation.state) return []
      states.set(evaluation.group, evaluation.state)
      return [changeOf(evaluation, time)]
    }),
  )
}

function changeOf({ group, state, value }: GroupEvaluation, time: number): StateChange {
  return value === undefined ? { group, time, state } : { group, time, state, value }
}

/**
 * A line for each group, times counted from the start of the simulation: `host:a  0s ok · 6m alert (11.2) · 12m ok (8)`.
 *
 * @example renderTimeline(simulate(monitor, [series('9x4 20')], { from: 0, to: '10m' }))
 */
export function renderTimeline(simulation: Simulation): string {
  const byGroup = new Map<string, StateChange[]>()
  for (const change of stateChanges(simulation)) {
    byGroup.set(change.group, [...(byGroup.get(change.group) ?? []), change])
  }
  if (byGroup.size === 0) return 'No group has reported.'
  const width = Math.max(...[...byGroup.keys()].map(group => visible(group).length))
  return [...byGroup]
    .map(([group, changes]) => `${visible(group).padEnd(width)}  ${rendered(changes, simulation.from)}`)
    .join('\n')
}

function rendered(changes: readonly StateChange[], from: number): string {
  return changes
    .map(({ time, state, value }) => {
      const shown = value === undefined ? '' : ` (${Number(value.toPrecision(6))})`
      return `${showDuration(time - from)} ${state}${shown}`
    })
    .join(' · ')
}
