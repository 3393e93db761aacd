import type { Span, TextEdit } from '../diagnostic/index.js'

/** The places of a list in a text: the members of an object, or the items of an array. */
export interface ListPlace {
  /** From the opening to after the closing bracket. */
  readonly span: Span
  readonly items: readonly Span[]
  readonly hasTrailingComma: boolean
}

/** One change of a file, before it is known what else changes in the same list. */
export type Operation = ReplaceText | RemoveItem | InsertItem

export interface ReplaceText extends TextEdit {
  readonly kind: 'replace'
}

export interface RemoveItem {
  readonly kind: 'remove'
  readonly list: ListPlace
  readonly index: number
}

export interface InsertItem {
  readonly kind: 'insert'
  readonly list: ListPlace
  readonly text: string
}

/** The text that an operation touches. */
export function touchedSpan(operation: Operation): Span {
  switch (operation.kind) {
    case 'replace':
      return operation.span
    case 'remove':
      return operation.list.items[operation.index] ?? operation.list.span
    case 'insert':
      return { start: operation.list.span.end, end: operation.list.span.end }
  }
}

/** True when both cannot be made at once: they touch the same text and are not the same. */
export function conflicts(one: Operation, other: Operation): boolean {
  if (one.kind === 'insert' || other.kind === 'insert') {
    return one.kind === other.kind ? insertsTwice(one, other) : insertsIntoTouched(one, other)
  }
  const [a, b] = [touchedSpan(one), touchedSpan(other)]
  return a.start < b.end && b.start < a.end && identityOf(one) !== identityOf(other)
}

/** Equal for operations of which one is enough. */
export function identityOf(operation: Operation): string {
  const { start, end } = touchedSpan(operation)
  return `${operation.kind} ${start} ${end} ${textOf(operation)}`
}

function textOf(operation: Operation): string {
  return operation.kind === 'remove' ? '' : operation.text
}

/** Two different values for one name cannot both be added. */
function insertsTwice(one: Operation, other: Operation): boolean {
  const sameList = touchedSpan(one).start === touchedSpan(other).start
  return sameList && textOf(one) !== textOf(other) && nameIn(textOf(one)) === nameIn(textOf(other))
}

function nameIn(text: string): string {
  return text.split(':', 1)[0] ?? ''
}

function insertsIntoTouched(one: Operation, other: Operation): boolean {
  const [insertion, change] = one.kind === 'insert' ? [one, other] : [other, one]
  if (insertion.kind !== 'insert') return false
  const touched = touchedSpan(change)
  const { span } = insertion.list
  return touched.start <= span.start && span.end <= touched.end
}
