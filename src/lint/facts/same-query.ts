import { windowSeconds } from '../../catalog/index.js'
import { alertsAbove, alertsBelow } from '../../check/index.js'
import { type Monitor, queryOf } from '../../model/index.js'
import { print } from '../../query/index.js'
import type { Project } from '../context.js'
import { conditionOf, literalOf } from './condition.js'
import { handlesOf } from './handles.js'
import { memo } from './memo.js'

/** The normal form of a monitor's query up to its threshold, with the type and the formula's queries. */
export const normalQueryOf = memo((monitor: Monitor): string => {
  const { definition } = monitor
  const { node } = queryOf(definition)
  const printed = node === undefined ? definition.query : print(node)
  const text = node?.kind === 'metric-monitor' ? unordered(printed) : printed
  const condition = conditionOf(definition)
  const body = condition === undefined ? text : text.slice(0, text.lastIndexOf(condition.comparator))
  // The account itself decides between the two names of a metric monitor.
  const type = definition.type === 'metric alert' ? 'query alert' : definition.type
  return JSON.stringify([type, body.trim(), condition?.comparator ?? '', definition.options?.variables ?? []])
})

/** Scopes and groups in one order, windows in seconds: `{b:2,a:1}` is `{a:1 AND b:2}`, and `last_60m` is `last_1h`. */
function unordered(query: string): string {
  return query
    .replace(/\{([^{}()]*)\}/g, (braces, inner: string) =>
      / (OR|IN) /.test(inner)
        ? braces
        : `{${inner
            .split(/,| AND /)
            .sort()
            .join(',')}}`,
    )
    .replace(/\blast_(\d+)(m|h|d|w)\b/g, written => String(windowSeconds(written)))
}

/** The number that a monitor alerts at: the literal of its query, or the critical threshold. */
export function alertLevel({ definition }: Monitor): number | undefined {
  return literalOf(conditionOf(definition)) ?? definition.options?.thresholds?.critical ?? undefined
}

/** The first monitor of the project that watches the same query at the same threshold; often the monitor itself. */
export function firstSame(project: Project, monitor: Monitor): Monitor | undefined {
  return firstByLevel(project).get(`${alertLevel(monitor)} ${normalQueryOf(monitor)}`)
}

const firstByLevel = memo((project: Project): ReadonlyMap<string, Monitor> => {
  const first = new Map<string, Monitor>()
  for (const resource of project.resources) {
    if (resource.kind !== 'monitor') continue
    const key = `${alertLevel(resource)} ${normalQueryOf(resource)}`
    if (!first.has(key)) first.set(key, resource)
  }
  return first
})

/** The monitor that alerts first of all that ask the same query and tell the same people; undefined without recipients. */
export function earliestSame(project: Project, monitor: Monitor): Monitor | undefined {
  return earliest(project).get(audienceKey(monitor))
}

const earliest = memo((project: Project): ReadonlyMap<string, Monitor> => {
  const found = new Map<string, Monitor>()
  for (const resource of project.resources) {
    if (resource.kind !== 'monitor' || recipientsOf(resource) === '') continue
    const key = audienceKey(resource)
    const known = found.get(key)
    if (known === undefined || alertsEarlier(resource, known)) found.set(key, resource)
  }
  return found
})

/** True when `a` fires whenever `b` does, and sooner; both ask the same query. */
export function alertsEarlier(a: Monitor, b: Monitor): boolean {
  const condition = conditionOf(a.definition)
  const [levelOfA, levelOfB] = [alertLevel(a), alertLevel(b)]
  if (condition === undefined || levelOfA === undefined || levelOfB === undefined) return false
  return alertsAbove(condition) ? levelOfA < levelOfB : alertsBelow(condition) && levelOfA > levelOfB
}

const recipientsOf = memo(({ definition }: Monitor): string =>
  [...new Set(handlesOf(definition).map(({ part }) => part.text))].sort().join(' '),
)

function audienceKey(monitor: Monitor): string {
  return `${recipientsOf(monitor)} ${normalQueryOf(monitor)}`
}
