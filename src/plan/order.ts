import { resourceKinds } from '../model/index.js'
import type { Change } from './plan.js'

/**
 * The changes in an order that works: first everything but deletions, each after what it depends on; then deletions,
 * each after the objects that use it. Otherwise by kind and in the order they came in. Circles keep their order.
 */
export function inOrder(changes: readonly Change[]): Change[] {
  const byKind = (a: Change, b: Change) => resourceKinds.indexOf(a.kind) - resourceKinds.indexOf(b.kind)
  const writes = changes.filter(({ action }) => action !== 'delete').sort(byKind)
  const deletions = changes.filter(({ action }) => action === 'delete').sort((a, b) => byKind(b, a))
  return [
    ...sortedBy(writes, ({ dependsOn }) => dependsOn),
    ...sortedBy(deletions, ({ removedAfter }) => removedAfter ?? []),
  ]
}

/** Depth first with its own stack, because chains of references can be long. */
function sortedBy(changes: readonly Change[], before: (change: Change) => readonly string[]): Change[] {
  const byAddress = new Map(changes.map(change => [change.address, change]))
  const seen = new Set<string>()
  const sorted: Change[] = []
  for (const start of changes) {
    const path: { change: Change; next: number }[] = seen.has(start.address)
      ? []
      : [{ change: start, next: 0 }]
    seen.add(start.address)
    while (path.length > 0) {
      const top = path.at(-1)!
      const address = before(top.change)[top.next]
      top.next += 1
      if (address === undefined) {
        sorted.push(top.change)
        path.pop()
        continue
      }
      const earlier = byAddress.get(address)
      if (earlier === undefined || seen.has(address)) continue
      seen.add(address)
      path.push({ change: earlier, next: 0 })
    }
  }
  return sorted
}
