import { isJsonObject, type Json, type MonitorOptions } from '../../model/index.js'
import { childrenOf, type MonitorQuery } from '../../query/index.js'
import { type Code, namesOf } from '../code/index.js'

/** What the builders' types know about the groups of an alert. */
export interface Grouping {
  /** Keys that the query groups by. */
  readonly keys: ReadonlySet<string>
  /** Whether an option that needs groups may stand here with this value. */
  readonly allows: (value: Json) => boolean
}

/** Builders that take text, of whose groups the types know nothing, and so forbid nothing. */
const untyped = ['query', 'monitorQuery', 'rawVariable', 'augmented', 'filtered', 'dataQuality']

/** The groups of an alert, from its query and from the code that stands for it. */
export function groupingOf(query: MonitorQuery, options: MonitorOptions, alert: Code): Grouping {
  const names = namesOf(alert)
  const isOpen = untyped.some(name => names.has(name))
  const keys = groupKeys(query, options)
  const isTyped = !isOpen && keys.size > 0
  return {
    keys,
    allows: value => {
      if (isOpen) return true
      if (!isTyped || query.kind === 'composite' || query.kind === 'slo-monitor') return false
      if (!Array.isArray(value)) return true
      return value.every(key => typeof key === 'string' && keys.has(key)) || value.join() === '*'
    },
  }
}

function groupKeys(query: MonitorQuery, options: MonitorOptions): ReadonlySet<string> {
  const keys = new Set<string>()
  const open: ReturnType<typeof childrenOf>[number][] = [query]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'group-by') for (const { name } of node.keys) keys.add(name)
    if (node.kind === 'step' && node.name === 'by')
      for (const argument of node.arguments)
        if (argument.kind === 'string') for (const key of argument.value.split(',')) keys.add(key)
    open.push(...childrenOf(node))
  }
  for (const facet of (options.variables ?? []).flatMap(facetsOf)) keys.add(facet)
  return keys
}

function facetsOf(variable: Json): string[] {
  if (!isJsonObject(variable) || !Array.isArray(variable.group_by)) return []
  return variable.group_by.flatMap(each =>
    isJsonObject(each) && typeof each.facet === 'string' ? [each.facet] : [],
  )
}
