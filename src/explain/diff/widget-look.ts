import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { defined } from '../defined.js'
import { colourFormat, objectsIn } from '../widget-notes.js'
import { change, type DraftChange, sameValue } from './change.js'
import {
  axes,
  axisFields,
  dataFields,
  isData,
  type LookField,
  type LookOf,
  type LookValue,
  ownFields,
  styleFields,
} from './look-fields.js'
import { lineDifferences } from './message.js'

const widgetFields: readonly string[] = [...ownFields, ...dataFields]

const isOneOf = (names: readonly string[], name: string) => names.includes(name)

/** Members of these are compared one by one even where one side lacks them. */
export function isLookGroup(name: string): boolean {
  return name === 'style' || isOneOf(axes, name)
}

/** What changes in a field that is about looks; undefined for any other field, and for a value that has no words. */
export function lookChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  root: JsonObject,
): readonly DraftChange[] | undefined {
  const [parent, name = ''] = ['', ...path.split('.')].slice(-2)
  if (name === 'conditional_formats') return colourChanges(path, before, after, root)
  if (name === 'limit' && path.includes('.formulas[')) return lineChanges(path, before, after, root)
  if (name === 'markers') return markerChanges(path, before, after)
  if ((name === 'content' || name === 'text') && parent === '') return writtenChanges(path, before, after)
  // `number_format.unit` with a word of one's own.
  if (parent === 'unit' && name === 'label') return lookChanges('custom_unit', before, after, root)
  const axis = axes.find(one => one === parent)
  const fields = axis !== undefined ? axisFields : parent === 'style' ? styleFields : widgetFields
  const [was, is] = [lookValue(name, before), lookValue(name, after)]
  if (!isOneOf(fields, name) || was === null || is === null) return undefined
  if (sameValue(was, is)) return []
  const values = { ...defined({ axis, before: was, after: is }), ...lookOf(path, root) }
  return [change(path, 'diff/look', { field: name as LookField, ...values })]
}

/** A single value, or a list of words; null for anything else. */
function lookValue(name: string, value: Json | undefined): LookValue | undefined | null {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'object') return value
  if (!Array.isArray(value) || !value.every(one => typeof one === 'string')) return null
  return value.length === 0 ? undefined : isData(name) ? value : value.join(', ')
}

/** The text of a note, line by line. */
function writtenChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] | undefined {
  if (typeof before !== 'string' || typeof after !== 'string') return undefined
  const lines = lineDifferences(before, after)
  return lines === undefined ? [] : [change(path, 'diff/note', lines)]
}

/** How many lines of a formula are shown. */
function lineChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  root: JsonObject,
): readonly DraftChange[] | undefined {
  const [was, is] = [linesOf(before), linesOf(after)]
  if (was === null || is === null || sameValue(was, is)) return undefined
  return [change(path, 'diff/shown-lines', { ...defined({ before: was, after: is }), ...lookOf(path, root) })]
}

/** Null for a limit of an unexpected shape. */
function linesOf(limit: Json | undefined) {
  if (limit === undefined || limit === null) return undefined
  if (!isJsonObject(limit) || typeof limit.count !== 'number') return null
  return { count: limit.count, lowest: limit.order === 'asc' }
}

function lookOf(path: string, root: JsonObject): LookOf {
  const requests = objectsIn(root.requests)
  const request = indexAfter('requests[', path)
  const formulas = objectsIn(requests[request]?.formulas)
  const formula = formulas.length > 1 ? formulaName(formulas[indexAfter('.formulas[', path)]) : undefined
  return { ...(request >= 0 && requests.length > 1 ? { request: request + 1 } : {}), ...defined({ formula }) }
}

function indexAfter(name: string, path: string): number {
  const at = path.indexOf(name)
  return at < 0 ? -1 : Number.parseInt(path.slice(at + name.length), 10)
}

function formulaName(formula: JsonObject | undefined): string | undefined {
  const { alias, formula: text } = formula ?? {}
  if (typeof alias === 'string' && alias.trim() !== '') return alias
  return typeof text === 'string' ? text : undefined
}

/** What else may stand in a format has no words: undefined, so that its text is shown. */
function colourChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  root: JsonObject,
): readonly DraftChange[] | undefined {
  const [was, is] = [objectsIn(before), objectsIn(after)]
  const [old, now] = [was.flatMap(colourFormat), is.flatMap(colourFormat)]
  const isAll = old.length === was.length && now.length === is.length
  if (!isAll || sameValue(old, now)) return undefined
  return [change(path, 'diff/colours', { before: old, after: now, ...lookOf(path, root) })]
}

function markerChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  const [was, is] = [objectsIn(before), objectsIn(after)]
  const only = (list: readonly JsonObject[], other: readonly JsonObject[]) =>
    list.filter(one => !other.some(two => sameValue(one, two)))
  const said = (added: boolean) => (marker: JsonObject) =>
    change(path, 'diff/marker', { added, ...markerOf(marker) })
  return [...only(is, was).map(said(true)), ...only(was, is).map(said(false))]
}

function markerOf({ value, display_type: style, label }: JsonObject) {
  return {
    value: String(value ?? ''),
    ...(typeof style === 'string' && style !== '' ? { style } : {}),
    ...(typeof label === 'string' && label.trim() !== '' ? { label: label.trim() } : {}),
  }
}
