import type { CompositeExpression, CompositeQuery } from '../query/index.js'
import type { Evaluator, EvaluatorInput, Reading } from './evaluator.js'
import { groupKey, tagValue } from './groups.js'
import { leastOf, type Simulation, type State, worstOf } from './simulation.js'
import { readMissingData } from './state/missing-data.js'

/** The simulated members of a composite, by the id in its query. */
export type Members = ReadonlyMap<string, Simulation>

/** The ids in a composite, each once. */
export function memberIds(node: CompositeExpression): readonly string[] {
  switch (node.kind) {
    case 'composite-monitor':
      return [node.id]
    case 'composite-not':
      return memberIds(node.operand)
    case 'composite-and':
    case 'composite-or':
      return [...new Set(node.operands.flatMap(memberIds))]
    default:
      return []
  }
}

/** A composite monitor over its members' states. https://docs.datadoghq.com/monitors/types/composite/ */
export function compositeEvaluator(
  query: CompositeQuery,
  members: Members,
  input: EvaluatorInput,
): Evaluator | undefined {
  const options = input.definition.options ?? {}
  const missingData = readMissingData(options, { counts: false, defaultSeconds: 0 }, input)
  if (missingData === undefined) return undefined
  const timelines = new Map([...members].map(([id, member]) => [id, timelineOf(member)]))
  const isGrouped = [...members.values()].some(hasGroups)
  return {
    every: 60,
    isGrouped,
    missingData,
    read: time => {
      const states = new Map([...timelines].map(([id, timeline]) => [id, timeline(time)]))
      const groups = matchedGroups(states).map(({ tags, stateOf }): [string, Reading] => {
        const verdict = evaluate(query.expression, stateOf)
        return [groupKey(tags), { tags, points: [], verdict }]
      })
      return { window: { from: time, to: time }, groups: new Map(groups) }
    },
  }
}

const hasGroups = ({ ticks }: Simulation) =>
  ticks.some(({ groups }) => groups.some(({ tags }) => tags.length > 0))

interface MemberGroup {
  readonly tags: readonly string[]
  readonly state: State
}

/** The states of a member at a time: those of its last evaluation. Asked for in order of time. */
function timelineOf({ ticks }: Simulation): (time: number) => readonly MemberGroup[] {
  let at = -1
  return time => {
    if (at >= 0 && ticks[at]!.time > time) at = -1
    while (at + 1 < ticks.length && ticks[at + 1]!.time <= time) at += 1
    return at < 0 ? [] : ticks[at]!.groups
  }
}

interface MatchedGroup {
  readonly tags: readonly string[]
  stateOf(id: string): State | undefined
}

/** Groups are matched by the values of their tags, whatever the keys: the finest member's groups, where all have one. */
function matchedGroups(members: ReadonlyMap<string, readonly MemberGroup[]>): MatchedGroup[] {
  const finest = [...members.values()].reduce<readonly MemberGroup[]>(
    (most, groups) => ((groups[0]?.tags.length ?? 0) > (most[0]?.tags.length ?? -1) ? groups : most),
    [],
  )
  return finest.flatMap(({ tags }): MatchedGroup[] => {
    const states = new Map<string, State>()
    for (const [id, groups] of members) {
      const match = groups.find(group => isPartOf(group.tags, tags))
      if (match === undefined) return []
      states.set(id, match.state)
    }
    return [{ tags, stateOf: id => states.get(id) }]
  })
}

function isPartOf(part: readonly string[], tags: readonly string[]): boolean {
  const values = new Set(tags.map(tagValue))
  return part.every(tag => values.has(tagValue(tag)))
}

/** Everything but OK counts as true. */
function evaluate(node: CompositeExpression, stateOf: (id: string) => State | undefined): State {
  switch (node.kind) {
    case 'composite-monitor':
      return stateOf(node.id) ?? 'ok'
    case 'composite-not':
      return negated(evaluate(node.operand, stateOf))
    case 'composite-and':
      return leastOf(node.operands.map(operand => evaluate(operand, stateOf)))
    case 'composite-or':
      return worstOf(node.operands.map(operand => evaluate(operand, stateOf)))
    default:
      return 'ok'
  }
}

function negated(state: State): State {
  if (state === 'no data') return 'no data'
  return state === 'ok' ? 'alert' : 'ok'
}
