import { applyEdits, type TextEdit } from '../diagnostic/index.js'
import { type Definition, type Json, type JsonPath, valueAt } from '../model/index.js'
import { withValueAt } from './json-path.js'

/** A repair as data: edits of the definition's JSON. */
export interface Fix {
  /** What it does, as an order: “Set `options.thresholds.critical` to 90.” */
  readonly title: string
  readonly edits: readonly FixEdit[]
}

export type FixEdit = SetValue | RemoveValue | EditText

/** Puts a value at a path; objects on the way are made where they are missing. */
export interface SetValue {
  readonly kind: 'set'
  readonly path: JsonPath
  readonly value: Json
}

export interface RemoveValue {
  readonly kind: 'remove'
  readonly path: JsonPath
}

/** Edits inside the string at a path: a query or a message. */
export interface EditText {
  readonly kind: 'text'
  readonly path: JsonPath
  readonly edits: readonly TextEdit[]
}

/** An edit that puts a value. */
export function set(path: JsonPath, value: Json): SetValue {
  return { kind: 'set', path, value }
}

/** An edit that removes a field or an item of a list. */
export function remove(path: JsonPath): RemoveValue {
  return { kind: 'remove', path }
}

/** An edit of a piece of the string at a path. */
export function replaceText(path: JsonPath, span: TextEdit['span'], text: string): EditText {
  return replacePieces(path, [{ span, text }])
}

/** An edit of several pieces of the string at a path, all of them counted in the string as it stands. */
export function replacePieces(path: JsonPath, edits: readonly TextEdit[]): EditText {
  return { kind: 'text', path, edits }
}

/**
 * The definition with a fix applied; the given one stays as it is. An edit whose place is not there any more changes nothing.
 *
 * @example
 * applyFix(definition, { title: 'Sum the count.', edits: [set(['options', 'include_tags'], true)] })
 */
export function applyFix<D extends Definition>(definition: D, fix: Fix): D {
  return fix.edits.reduce<D>(applyEdit, definition)
}

function applyEdit<D extends Definition>(definition: D, edit: FixEdit): D {
  if (edit.kind === 'set') return withValueAt(definition, edit.path, edit.value) as D
  const value = valueAt(definition, edit.path)
  if (value === undefined) return definition
  if (edit.kind === 'remove') return withValueAt(definition, edit.path, undefined) as D
  return typeof value === 'string'
    ? (withValueAt(definition, edit.path, applyEdits(value, edit.edits)) as D)
    : definition
}
