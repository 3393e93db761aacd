import type { AnyNode } from './visitor.js'

/** What tells where or how something was written, not what it means. */
const spelling = new Set(['span', 'nameSpan', 'fieldSpan', 'sourceSpan', 'quote'])

/**
 * True when two trees are the same apart from spans and from which quotes were written. Does not recurse: a long sum is a
 * deep tree.
 *
 * @example
 * equalNodes(parseMetricQuery('a{*}+b{*}').node, parseMetricQuery('a{*} + b{*}').node) // true
 */
export function equalNodes(a: AnyNode, b: AnyNode): boolean {
  const waiting: [unknown, unknown][] = [[a, b]]
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    if (!equalHere(pair[0], pair[1], waiting)) return false
  }
  return true
}

/** Compares two values; what they hold is left to `waiting`. */
function equalHere(a: unknown, b: unknown, waiting: [unknown, unknown][]): boolean {
  if (!isObject(a) || !isObject(b)) return Object.is(a, b)
  const keys = keysOf(a)
  if (keys.length !== keysOf(b).length) return false
  for (const key of keys) {
    const value: unknown = Reflect.get(b, key)
    if (value === undefined) return false
    waiting.push([Reflect.get(a, key), value])
  }
  return true
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function keysOf(value: object): string[] {
  return Object.keys(value).filter(key => !spelling.has(key) && Reflect.get(value, key) !== undefined)
}
