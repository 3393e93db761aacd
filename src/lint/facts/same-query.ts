import { type Monitor, queryOf } from '../../model/index.js'
import { print } from '../../query/index.js'
import type { Project } from '../context.js'
import { conditionOf, literalOf } from './condition.js'
import { memo } from './memo.js'

/** The normal form of a monitor's query up to its threshold, with the type and the formula's queries. */
export const normalQueryOf = memo((monitor: Monitor): string => {
  const { definition } = monitor
  const { node } = queryOf(definition)
  const text = node === undefined ? definition.query : print(node)
  const condition = conditionOf(definition)
  const body = condition === undefined ? text : text.slice(0, text.lastIndexOf(condition.comparator))
  // The account itself decides between the two names of a metric monitor.
  const type = definition.type === 'metric alert' ? 'query alert' : definition.type
  return JSON.stringify([type, body.trim(), condition?.comparator ?? '', definition.options?.variables ?? []])
})

/** Monitors of a project by the normal form of their query. */
export const monitorsByQuery = memo((project: Project): ReadonlyMap<string, readonly Monitor[]> => {
  const found = new Map<string, Monitor[]>()
  for (const resource of project.resources) {
    if (resource.kind !== 'monitor') continue
    const query = normalQueryOf(resource)
    const known = found.get(query)
    if (known === undefined) found.set(query, [resource])
    else known.push(resource)
  }
  return found
})

/** The number that a monitor alerts at: the literal of its query, or the critical threshold. */
export function alertLevel({ definition }: Monitor): number | undefined {
  return literalOf(conditionOf(definition)) ?? definition.options?.thresholds?.critical ?? undefined
}
