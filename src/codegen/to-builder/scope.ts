import type { Filter, Scope } from '../../query/index.js'
import { print } from '../../query/index.js'
import { type Code, listOf, methodOf, objectOf } from '../code/index.js'

/** Text of a tag that the builders take as a value; everything else stays scope text. */
const writable = /^[^\s,{}()"'!:$]+$/
const writableValue = /^[^\s,{}()"']+$/

/** `.where(…)` and `.whereNot(…)` for a scope, in its order. */
export function withScope(series: Code, scope: Scope): Code {
  const { filter } = scope
  if (filter.kind === 'filter-all') return series
  if (filter.kind === 'filter-list') return withList(series, filter.operands) ?? withText(series, filter)
  const words = wordsObject(filter)
  if (words !== undefined) return methodOf(series, 'where', words)
  return withList(series, [filter]) ?? withText(series, filter)
}

function withText(series: Code, filter: Filter): Code {
  return methodOf(series, 'where', print(filter))
}

/** `a:1,!b:2,$c` as runs of tags and of negated tags. Undefined when an operand is more than that. */
function withList(series: Code, operands: readonly Filter[]): Code | undefined {
  let code = series
  let at = 0
  while (at < operands.length) {
    const run = runFrom(operands, at)
    if (run === undefined) return undefined
    code = methodOf(code, run.method, run.argument)
    at += run.length
  }
  return code
}

interface Run {
  readonly method: 'where' | 'whereNot'
  readonly argument: Code | string
  readonly length: number
}

/** As many operands as one object can hold, which is until a key comes again. */
function runFrom(operands: readonly Filter[], at: number): Run | undefined {
  const first = operands[at]!
  if (first.kind === 'filter-variable') return { method: 'where', argument: print(first), length: 1 }
  if (first.kind === 'filter-tag' && first.key === undefined) {
    return writableValue.test(first.value) ? { method: 'where', argument: first.value, length: 1 } : undefined
  }
  const negated = first.kind === 'filter-not'
  const tags = new Map<string, string>()
  for (const operand of operands.slice(at)) {
    const tag = plainTag(operand, negated)
    if (tag === undefined || tags.has(tag.key)) break
    // Keys that look like numbers would come first in an object, whatever their place.
    if (/^\d+$/.test(tag.key) && tags.size > 0) break
    tags.set(tag.key, tag.value)
    if (/^\d+$/.test(tag.key)) break
  }
  if (tags.size === 0) return undefined
  return { method: negated ? 'whereNot' : 'where', argument: objectOf([...tags]), length: tags.size }
}

function plainTag(filter: Filter, negated: boolean): { key: string; value: string } | undefined {
  const operand = negated && filter.kind === 'filter-not' && filter.symbol === '!' ? filter.operand : filter
  if (operand === filter && negated) return undefined
  if (operand.kind !== 'filter-tag' || operand.key === undefined) return undefined
  return isPlain(operand.key, operand.value) ? { key: operand.key, value: operand.value } : undefined
}

function isPlain(key: string, ...values: readonly string[]): boolean {
  return writable.test(key) && key !== 'kind' && values.every(value => writableValue.test(value))
}

/** `a:1 AND b IN (x,y)`, which is what an object with a list compiles to. */
function wordsObject(filter: Filter): Code | undefined {
  const operands = filter.kind === 'filter-and' ? filter.operands : [filter]
  const members = new Map<string, Code | string>()
  for (const operand of operands) {
    const member = wordsMember(operand)
    if (member === undefined || members.has(member[0]) || /^\d+$/.test(member[0])) return undefined
    members.set(...member)
  }
  return operands.some(operand => operand.kind === 'filter-in') ? objectOf([...members]) : undefined
}

function wordsMember(operand: Filter): [key: string, value: Code | string] | undefined {
  if (operand.kind === 'filter-in' && !operand.negated && isPlain(operand.key, ...operand.values)) {
    return [operand.key, listOf(operand.values)]
  }
  if (operand.kind === 'filter-tag' && operand.key !== undefined && isPlain(operand.key, operand.value)) {
    return [operand.key, operand.value]
  }
  return undefined
}
