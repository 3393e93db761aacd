import type { Span, TextEdit } from '../diagnostic/index.js'
import { identityOf, type ListPlace, type Operation } from './operation.js'

/** The edits of a text that carry out operations which do not conflict. Lines, indentation and comments around stay. */
export function editsOf(text: string, operations: readonly Operation[]): TextEdit[] {
  const once = [...new Map(operations.map(each => [identityOf(each), each])).values()]
  const replacements = once.flatMap(each =>
    each.kind === 'replace' ? [{ span: each.span, text: each.text }] : [],
  )
  const lists = new Map<number, ListChange>()
  for (const each of once) {
    if (each.kind === 'replace') continue
    const { start } = each.list.span
    const change = lists.get(start) ?? { list: each.list, removed: new Set(), inserted: [] }
    if (each.kind === 'remove') change.removed.add(each.index)
    else change.inserted.push(each.text)
    lists.set(start, change)
  }
  return [...replacements, ...[...lists.values()].flatMap(change => listEdits(text, change))]
}

interface ListChange {
  readonly list: ListPlace
  readonly removed: Set<number>
  readonly inserted: string[]
}

function listEdits(text: string, { list, removed, inserted }: ListChange): TextEdit[] {
  const [first] = [...removed].sort((a, b) => a - b)
  if (first === undefined) return insertions(text, list, inserted)
  if (inserted.length === 0) return removals(text, list, removed)
  // What is taken away and what comes instead belong together: a renamed option stays where it was.
  const separator = isOnOwnLine(text, list, first)
    ? `,${newlineOf(text)}${indentation(text, list, first)}`
    : ', '
  const replaced = { span: list.items[first]!, text: inserted.join(separator) }
  return [replaced, ...removals(text, list, new Set([...removed].filter(index => index !== first)))]
}

function removals(text: string, list: ListPlace, removed: ReadonlySet<number>): TextEdit[] {
  const { items, span } = list
  if (removed.size === 0) return []
  if (removed.size === items.length) return [{ span: { start: span.start + 1, end: span.end - 1 }, text: '' }]
  let kept = items.length
  while (removed.has(kept - 1)) kept -= 1
  const before = runsOf([...removed].filter(index => index < kept)).flatMap(run =>
    removeBefore(text, list, run),
  )
  return [...before, ...(kept === items.length ? [] : removeTail(text, list, kept))]
}

/** Numbers in order, those that follow one another together. */
function runsOf(indexes: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.at(-1) === index - 1) run.push(index)
    else runs.push([index])
  }
  return runs
}

/** Items with another one behind them go with their commas: line by line, or up to the one that stays. */
function removeBefore(text: string, list: ListPlace, run: readonly number[]): TextEdit[] {
  const lines = run.flatMap(index =>
    isOnOwnLine(text, list, index) ? (wholeLines(text, list, index) ?? []) : [],
  )
  const upToNext = { start: list.items[run[0]!]!.start, end: list.items[run.at(-1)! + 1]!.start }
  const spans = lines.length === run.length ? lines : [upToNext]
  return spans.map(span => ({ span, text: '' }))
}

/** The last items, from `from` on; the comma before them goes too, unless the list ends with one anyway. */
function removeTail(text: string, list: ListPlace, from: number): TextEdit[] {
  const previous = list.items[from - 1]!
  const last = list.items.length - 1
  const indexes = Array.from({ length: last - from + 1 }, (_, offset) => from + offset)
  const lines = indexes.flatMap(index => wholeLines(text, list, index) ?? [])
  const allOwnLines =
    lines.length === indexes.length && indexes.every(index => isOnOwnLine(text, list, index))
  if (!allOwnLines) return [{ span: { start: previous.end, end: list.items[last]!.end }, text: '' }]
  const comma = text.indexOf(',', previous.end)
  const dropsComma = !list.hasTrailingComma && text.slice(previous.end, comma).trim() === ''
  return [
    ...(dropsComma ? [{ span: { start: comma, end: comma + 1 }, text: '' }] : []),
    ...lines.map(span => ({ span, text: '' })),
  ]
}

const restOfLastLine = /^\s*,?[ \t]*(\/\/.*|\/\*.*\*\/[ \t]*)?\r?$/
const restOfLine = /^[ \t]*,[ \t]*(\/\/.*|\/\*.*\*\/[ \t]*)?\r?$/

/** The lines of an item with its comma and a comment behind it; undefined when something else follows there. */
function wholeLines(text: string, list: ListPlace, index: number): Span | undefined {
  const item = list.items[index]!
  const end = lineEnd(text, item.end)
  const expected = index === list.items.length - 1 ? restOfLastLine : restOfLine
  if (!expected.test(text.slice(item.end, end))) return undefined
  return { start: lineStart(text, item.start), end: Math.min(end + 1, text.length) }
}

function isOnOwnLine(text: string, list: ListPlace, index: number): boolean {
  const item = list.items[index]!
  return (
    text.slice(lineStart(text, item.start), item.start).trim() === '' &&
    lineStart(text, item.start) > list.span.start &&
    wholeLines(text, list, index) !== undefined
  )
}

function insertions(text: string, list: ListPlace, inserted: readonly string[]): TextEdit[] {
  const last = list.items.length - 1
  const item = list.items[last]
  if (item === undefined) return insertIntoEmpty(text, list, inserted)
  if (lineStart(text, item.start) <= list.span.start) return insertInline(item, inserted)
  const newline = `${newlineOf(text)}${indentation(text, list, last)}`
  const comma = list.hasTrailingComma ? text.indexOf(',', item.end) + 1 : item.end
  const rest = text.slice(comma, lineEnd(text, comma))
  const at = /^[ \t]*(\/\/.*|\/\*.*\*\/[ \t]*)?\r?$/.test(rest)
    ? comma + rest.replace(/\r$/, '').length
    : comma
  const added = inserted.map(each => `${newline}${each}`).join(',') + (list.hasTrailingComma ? ',' : '')
  return [
    ...(list.hasTrailingComma ? [] : [{ span: { start: item.end, end: item.end }, text: ',' }]),
    { span: { start: at, end: at }, text: added },
  ]
}

function insertInline(item: Span, inserted: readonly string[]): TextEdit[] {
  return [{ span: { start: item.end, end: item.end }, text: `, ${inserted.join(', ')}` }]
}

function insertIntoEmpty(text: string, { span }: ListPlace, inserted: readonly string[]): TextEdit[] {
  const inner = { start: span.start + 1, end: span.end - 1 }
  const isBlank = text.slice(inner.start, inner.end).trim() === ''
  const at = isBlank ? inner : { start: inner.end, end: inner.end }
  return [{ span: at, text: ` ${inserted.join(', ')} ` }]
}

function indentation(text: string, list: ListPlace, index: number): string {
  const { start } = list.items[index]!
  return /^[ \t]*/.exec(text.slice(lineStart(text, start), start))?.[0] ?? ''
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}

/** The line ending that the file uses. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
