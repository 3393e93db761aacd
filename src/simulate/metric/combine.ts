import { groupKey } from '../groups.js'
import type { Point, TimeSpan } from '../series-input.js'
import type { Compiled, CompiledLines } from './compiled.js'
import { finite, type Line, type Lines, presentValues, type Values } from './line.js'

/** Works on one value of each operand; never called with a missing one. */
export type Operation = (...values: readonly number[]) => number

/** Why operands cannot be combined. */
export type Mismatch = 'groups' | 'steps'

/**
 * Applies an operation at each point. Groups are joined by equal tags, an operand without groups serves every group, and
 * a point or group that one operand lacks is not in the result.
 */
export function combine(
  operands: readonly Compiled[],
  operation: Operation,
  isReduced: boolean,
): Compiled | Mismatch {
  const lines = operands.filter(operand => operand.kind === 'lines')
  const widest = lines.find(operand => operand.keys.length > 0) ?? lines[0]
  if (widest === undefined) return { kind: 'constant', value: applied(operation, operands.map(constantOf)) }
  if (lines.some(operand => !fitsGroups(operand, widest))) return 'groups'
  if (!isReduced && lines.some(operand => operand.step !== widest.step)) return 'steps'
  return {
    kind: 'lines',
    keys: widest.keys,
    step: widest.step,
    holdsGauge: lines.some(operand => operand.holdsGauge),
    absentValue: applied(operation, operands.map(absentOf)),
    evaluate: span => combinedLines(operands, operation, isReduced, span),
  }
}

const absentOf = (operand: Compiled) => (operand.kind === 'constant' ? operand.value : operand.absentValue)
const constantOf = (operand: Compiled) => (operand.kind === 'constant' ? operand.value : undefined)

function fitsGroups(operand: CompiledLines, widest: CompiledLines): boolean {
  return operand.keys.length === 0 || groupKey(operand.keys) === groupKey(widest.keys)
}

function combinedLines(
  operands: readonly Compiled[],
  operation: Operation,
  isReduced: boolean,
  span: TimeSpan,
): Lines {
  const sides = operands.map(operand => sideOf(operand, span))
  const result = new Map<string, Line>()
  for (const [key, tags] of allGroups(sides)) {
    const columns = sides.map(side => side.column(key))
    if (columns.every(column => column !== undefined)) {
      result.set(key, joined(columns, operation, isReduced, tags))
    }
  }
  return result
}

/** One operand in a span. */
interface Side {
  readonly keys: readonly string[]
  readonly lines: Lines
  column(key: string): Column | undefined
}

/** One operand's values for one group. */
interface Column {
  readonly length: number
  readonly used: readonly Point[]
  at(slot: number): number | undefined
}

function sideOf(operand: Compiled, span: TimeSpan): Side {
  if (operand.kind === 'constant') {
    const everywhere = { length: 0, used: [], at: () => operand.value }
    return { keys: [], lines: new Map(), column: () => everywhere }
  }
  const lines = operand.evaluate(span)
  const { keys, absentValue } = operand
  const absent = absentValue === undefined ? undefined : { length: 1, used: [], at: () => absentValue }
  return { keys, lines, column: key => columnOf(lines.get(keys.length === 0 ? '' : key)) ?? absent }
}

function columnOf(line: Line | undefined): Column | undefined {
  if (line === undefined) return undefined
  return { length: line.values.length, used: line.used ?? [], at: slot => line.values[slot] }
}

/** The groups of the operands that have groups; of all of them where none has. */
function allGroups(sides: readonly Side[]): Map<string, readonly string[]> {
  const grouped = sides.filter(side => side.keys.length > 0)
  const groups = new Map<string, readonly string[]>()
  for (const { lines } of grouped.length > 0 ? grouped : sides) {
    for (const [key, line] of lines) if (!groups.has(key)) groups.set(key, line.tags)
  }
  return groups
}

function joined(
  columns: readonly Column[],
  operation: Operation,
  isReduced: boolean,
  tags: readonly string[],
): Line {
  const length = Math.max(...columns.map(column => column.length))
  const values = Array.from({ length }, (_, slot) =>
    applied(
      operation,
      columns.map(column => column.at(slot)),
    ),
  )
  return isReduced ? { tags, values, used: columns.flatMap(column => column.used) } : { tags, values }
}

function applied(operation: Operation, values: Values): number | undefined {
  const present = presentValues(values)
  return present.length === values.length ? finite(operation(...present)) : undefined
}
