import { windowSeconds } from '../../catalog/index.js'
import { alertsAbove, alertsBelow } from '../../check/index.js'
import { type Monitor, type MonitorDefinition, queryOf } from '../../model/index.js'
import { type Condition, print } from '../../query/index.js'
import type { Project } from '../context.js'
import { conditionOf, literalOf } from './condition.js'
import { handlesOf } from './handles.js'
import { kept } from './memo.js'

/** What two monitors are compared by: small texts, so that it can stay when the trees are gone. */
export interface Watch {
  /** The number that it alerts at: the literal of its query, or the critical threshold. */
  readonly level: number | undefined
  readonly condition: Pick<Condition, 'comparator' | 'span'> | undefined
  /** Everybody whom it tells; empty when nobody. */
  readonly recipients: string
  /** The same for monitors that ask the same query at the same threshold. */
  readonly levelKey: string
  /** The same for monitors that ask the same query and tell the same people. */
  readonly audienceKey: string
}

/** What a monitor watches, and for whom. */
export const watchOf = kept(({ definition }: Monitor): Watch => {
  const { node } = queryOf(definition)
  const condition = conditionOf(definition)
  const printed = node === undefined ? definition.query : print(node)
  const text = node?.kind === 'metric-monitor' ? unordered(printed) : printed
  const body = condition === undefined ? text : text.slice(0, text.lastIndexOf(condition.comparator))
  // The account itself decides between the two names of a metric monitor.
  const type = definition.type === 'metric alert' ? 'query alert' : definition.type
  const comparator = condition?.comparator ?? ''
  // The normal form of the query up to its threshold, with the type and the formula's queries.
  const query = JSON.stringify([type, body.trim(), comparator, definition.options?.variables ?? []])
  const level = literalOf(condition) ?? definition.options?.thresholds?.critical ?? undefined
  const recipients = recipientsOf(definition)
  return {
    level,
    condition: condition && { comparator: condition.comparator, span: condition.span },
    recipients,
    levelKey: `${level} ${query}`,
    audienceKey: `${recipients} ${query}`,
  }
})

function recipientsOf(definition: MonitorDefinition): string {
  const texts = new Set<string>()
  for (const { part } of handlesOf(definition)) texts.add(part.text)
  return [...texts].sort().join(' ')
}

/** Scopes and groups in one order, windows in seconds: `{b:2,a:1}` is `{a:1 AND b:2}`, and `last_60m` is `last_1h`. */
function unordered(query: string): string {
  return query
    .replace(/\{([^{}()]*)\}/g, (braces, inner: string) =>
      / (OR|IN) /.test(inner) ? braces : `{${inner.replaceAll(' AND ', ',').split(',').sort().join(',')}}`,
    )
    .replace(/\blast_(\d+)(m|h|d|w)\b/g, written => String(windowSeconds(written)))
}

/** The first monitor of the project that watches the same query at the same threshold; often the monitor itself. */
export function firstSame(project: Project, monitor: Monitor): Monitor | undefined {
  return firstByLevel(project).get(watchOf(monitor).levelKey)
}

const firstByLevel = kept((project: Project): ReadonlyMap<string, Monitor> => {
  const first = new Map<string, Monitor>()
  for (const resource of project.resources) {
    if (resource.kind !== 'monitor') continue
    const { levelKey } = watchOf(resource)
    if (!first.has(levelKey)) first.set(levelKey, resource)
  }
  return first
})

/** The monitor that alerts first of all that ask the same query and tell the same people; undefined without recipients. */
export function earliestSame(project: Project, monitor: Monitor): Monitor | undefined {
  return earliest(project).get(watchOf(monitor).audienceKey)
}

const earliest = kept((project: Project): ReadonlyMap<string, Monitor> => {
  const found = new Map<string, Monitor>()
  for (const resource of project.resources) {
    if (resource.kind !== 'monitor') continue
    const { recipients, audienceKey } = watchOf(resource)
    if (recipients === '') continue
    const known = found.get(audienceKey)
    if (known === undefined || alertsEarlier(resource, known)) found.set(audienceKey, resource)
  }
  return found
})

/** True when `a` fires whenever `b` does, and sooner; both ask the same query. */
export function alertsEarlier(a: Monitor, b: Monitor): boolean {
  const { condition, level: levelOfA } = watchOf(a)
  const { level: levelOfB } = watchOf(b)
  if (condition === undefined || levelOfA === undefined || levelOfB === undefined) return false
  return alertsAbove(condition) ? levelOfA < levelOfB : alertsBelow(condition) && levelOfA > levelOfB
}
