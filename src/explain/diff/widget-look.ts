import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { defined } from '../defined.js'
import type { ColourFormat } from '../sentences/resource.js'
import { colourRule, objectsIn } from '../widget-notes.js'
import { change, type DraftChange, sameValue } from './change.js'
import {
  axes,
  axisFields,
  type LookField,
  type LookOf,
  type LookValue,
  ownFields,
  styleFields,
} from './look-fields.js'

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
  const axis = axes.find(one => one === parent)
  const fields = axis !== undefined ? axisFields : parent === 'style' ? styleFields : ownFields
  const [was, is] = [lookValue(before), lookValue(after)]
  if (!isOneOf(fields, name) || was === null || is === null) return undefined
  if (sameValue(was, is)) return []
  const values = { ...defined({ axis, before: was, after: is }), ...lookOf(path, root) }
  return [change(path, 'diff/look', { field: name as LookField, ...values })]
}

/** A single value, or a list of words; null for anything else. */
function lookValue(value: Json | undefined): LookValue | undefined | null {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'object') return value
  return Array.isArray(value) && value.every(one => typeof one === 'string') ? value.join(', ') : null
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

const saidOfFormats = ['comparator', 'value', 'palette', 'custom_bg_color', 'custom_fg_color']

/** Formats without a limit, and what else stands in them, have no words: undefined, so that their texts are shown. */
function colourChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  root: JsonObject,
): readonly DraftChange[] | undefined {
  const [was, is] = [objectsIn(before), objectsIn(after)]
  if (!sameValue(was.map(unsaid), is.map(unsaid)) && was.length === is.length) return undefined
  const [old, now] = [was.map(colourFormat), is.map(colourFormat)]
  if ([...old, ...now].some(one => one === undefined) || sameValue(old, now)) return undefined
  const rules = (list: typeof old) => list.flatMap(one => one ?? [])
  return [change(path, 'diff/colours', { before: rules(old), after: rules(now), ...lookOf(path, root) })]
}

function unsaid(format: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(format).filter(([name]) => !saidOfFormats.includes(name)))
}

function colourFormat(format: JsonObject): ColourFormat | undefined {
  const [rule] = colourRule(format)
  if (rule === undefined) return undefined
  const palette = String(format.palette)
  const isText = palette.endsWith('_on_white') || palette === 'custom_text'
  const own = isText ? format.custom_fg_color : format.custom_bg_color
  return {
    ...rule,
    on: isText ? 'text' : palette === 'custom_image' ? 'image' : 'background',
    ...(rule.colour === 'custom' && typeof own === 'string' ? { own } : {}),
  }
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
