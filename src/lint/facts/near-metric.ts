import { nearest } from '../../diagnostic/index.js'
import type { ActiveMetrics } from '../live-facts.js'
import { kept } from './memo.js'

/** A typing error leaves one of the ends of a name as it was. */
const endLength = 8
/** An account may have a hundred thousand metrics; each comparison takes time that grows with the square of the length. */
const mostCompared = 100

/** The active metric that was probably meant by a name, or undefined when none is close. */
export function nearMetric(metrics: ActiveMetrics, name: string): string | undefined {
  const { byStart, byEnd } = ends(metrics)
  const alike = [...(byStart.get(startOf(name)) ?? []), ...(byEnd.get(endOf(name)) ?? [])]
  const compared = alike.filter(each => Math.abs(each.length - name.length) <= 2).slice(0, mostCompared)
  return nearest(name, compared)
}

const ends = kept(({ lastMonth }: ActiveMetrics) => ({
  byStart: grouped(lastMonth, startOf),
  byEnd: grouped(lastMonth, endOf),
}))

function startOf(name: string): string {
  return name.slice(0, endLength).toLowerCase()
}

function endOf(name: string): string {
  return name.slice(-endLength).toLowerCase()
}

function grouped(
  names: readonly string[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const group = groups.get(keyOf(name))
    if (group === undefined) groups.set(keyOf(name), [name])
    else group.push(name)
  }
  return groups
}
