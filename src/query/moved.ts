import { applyEdits, type Diagnostic, type Span, type TextEdit } from '../diagnostic/index.js'
import { overlap } from './overlap.js'

/** Where an edit stands in the rewritten text. */
export interface Place {
  readonly edit: TextEdit
  readonly start: number
  readonly end: number
}

/** What later edits do to the texts of earlier ones. */
export interface Changes {
  /** Edits inside what an earlier one wrote; they become a part of it. */
  readonly inner: Map<Place, TextEdit[]>
  /** Places that a later edit writes anew as a whole. */
  readonly covered: Set<Place>
}

export const noChanges = (): Changes => ({ inner: new Map(), covered: new Set() })

/** The places of edits that were applied together, in order. */
export function placesOf(edits: readonly TextEdit[]): Place[] {
  let shift = 0
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(edit => {
      const start = edit.span.start + shift
      shift += edit.text.length - (edit.span.end - edit.span.start)
      return { edit, start, end: start + edit.text.length }
    })
}

function originalOffset(offset: number, places: readonly Place[], atEnd: boolean): number {
  let moved = offset
  for (const { edit, start, end } of places) {
    if (offset < start || (offset === start && atEnd)) return moved
    if (offset < end) return atEnd ? edit.span.end : edit.span.start
    moved = offset - end + edit.span.end
  }
  return moved
}

function originalSpan({ start, end }: Span, places: readonly Place[]): Span {
  const from = originalOffset(start, places, false)
  return { start: from, end: Math.max(from, originalOffset(end, places, end > start)) }
}

/** A diagnostic of the rewritten text in the offsets of the original; what it does to the edits is put into `changes`. */
export function movedDiagnostic(
  diagnostic: Diagnostic,
  text: string,
  places: readonly Place[],
  changes: Changes,
): Diagnostic {
  const { span, repair, ...words } = diagnostic
  const kept = repair?.flatMap(edit => movedEdit(edit, places, changes))
  return {
    ...words,
    ...(span === undefined ? {} : { span: pieceWithin(span, text, places) ?? originalSpan(span, places) }),
    ...(kept === undefined || kept.length === 0 ? {} : { repair: kept }),
  }
}

/** A piece of what was written anew that stands in the original too: the message is about that, not about the whole place. */
function pieceWithin(span: Span, text: string, places: readonly Place[]): Span | undefined {
  const place = places.find(candidate => isInside(span, candidate))
  if (place === undefined || span.start === span.end) return undefined
  const { edit } = place
  const piece = edit.text.slice(span.start - place.start, span.end - place.start)
  const before = text.slice(edit.span.start, edit.span.end)
  const at = before.indexOf(piece)
  if (at === -1 || before.lastIndexOf(piece) !== at) return undefined
  return { start: edit.span.start + at, end: edit.span.start + at + piece.length }
}

function movedEdit(edit: TextEdit, places: readonly Place[], { inner, covered }: Changes): TextEdit[] {
  const moved = { span: originalSpan(edit.span, places), text: edit.text }
  const touched = places.filter(place => overlap(edit.span, place) && place.end > place.start)
  const [place, ...others] = touched
  if (place === undefined) return [moved]
  if (others.length === 0 && isInside(edit.span, place)) {
    const { start, end } = edit.span
    const within = { span: { start: start - place.start, end: end - place.start }, text: edit.text }
    inner.set(place, [...(inner.get(place) ?? []), within])
    return []
  }
  if (!touched.every(one => isInside(one, edit.span))) return []
  for (const one of touched) covered.add(one)
  return [moved]
}

function isInside(span: Span, outer: Span): boolean {
  return span.start >= outer.start && span.end <= outer.end
}

type MutableSpan = { -readonly [Key in keyof Span]: Span[Key] }

function isSpan(value: object): value is MutableSpan {
  return 'start' in value && 'end' in value && !('kind' in value)
}

/** Moves every span of a tree that was just made, in place, and each once: nodes may share theirs. */
export function moveSpans(root: object, places: readonly Place[]): void {
  const seen = new Set<object>([root])
  for (const value of seen) {
    if (isSpan(value)) Object.assign(value, originalSpan(value, places))
    else
      for (const inner of Object.values(value))
        if (typeof inner === 'object' && inner !== null) seen.add(inner)
  }
}

/**
 * What is wrong with a text, followed by what is wrong with its repaired form, all told in the offsets of the text itself: one
 * list of edits then repairs both.
 */
export function toldTogether(
  text: string,
  diagnostics: readonly Diagnostic[],
  ofRepaired: readonly Diagnostic[],
): readonly Diagnostic[] {
  const places = placesOf(appliedOf(diagnostics))
  const changes = noChanges()
  const others = ofRepaired.map(diagnostic => movedDiagnostic(diagnostic, text, places, changes))
  const byEdit = new Map(places.map(place => [place.edit, place]))
  const own = diagnostics.map(diagnostic => {
    const repair = diagnostic.repair?.flatMap(edit => changedEdit(edit, byEdit.get(edit), changes))
    return repair === undefined ? diagnostic : { ...diagnostic, repair }
  })
  return [...own, ...others]
}

/** An edit as later ones leave it: nothing where they write its place anew. */
export function changedEdit(
  edit: TextEdit,
  place: Place | undefined,
  { inner, covered }: Changes,
): TextEdit[] {
  if (place === undefined) return [edit]
  return covered.has(place) ? [] : [{ span: edit.span, text: applyEdits(edit.text, inner.get(place) ?? []) }]
}

/** Those of all edits that `applyEdits` applies. */
function appliedOf(diagnostics: readonly Diagnostic[]): readonly TextEdit[] {
  const edits = diagnostics.flatMap(({ repair }) => repair ?? [])
  let from = 0
  return edits
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < from) return false
      from = span.end
      return true
    })
}
