import {
  type FieldForm,
  isKnownValue,
  markerLines,
  markerSeverities,
  type WidgetField,
} from '../../catalog/index.js'
import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { parseFormula } from '../../query/index.js'
import {
  type Code,
  type CodeArgument,
  jsonLiteral,
  listOf,
  namedLiteral,
  objectOf,
  proseCode,
} from '../code/index.js'
import { metricCode } from '../to-builder/metric-code.js'
import { hasUsualTypes } from './primitive-types.js'

type Write = (value: Json) => CodeArgument | boolean | undefined

/** The code of a field's value, for the forms that need nothing else; undefined for what the builder's type refuses. */
export function plainCode(field: WidgetField, value: Json): CodeArgument | boolean | undefined {
  const name = field.path.slice(field.path.lastIndexOf('.') + 1)
  if (!isKnownValue(field, value)) return undefined
  if (name === 'conditional_formats' && !areWholeFormats(value)) return undefined
  if (!isFreeJson(field, value) && !hasUsualTypes(name, value)) return undefined
  return plainForms[field.form ?? 'same']?.(value)
}

/** A format without what it compares or shows is kept as it is. */
function areWholeFormats(formats: Json): boolean {
  return (
    Array.isArray(formats) &&
    formats.every(
      each => isJsonObject(each) && ['comparator', 'value', 'palette'].every(name => name in each),
    )
  )
}

/** The builders' types say nothing about what is inside JSON in Datadog's own names. */
function isFreeJson({ form = 'same' }: WidgetField, value: Json): boolean {
  return form === 'same' && typeof value === 'object'
}

const plainForms: Readonly<Partial<Record<FieldForm, Write>>> = {
  same: value => (typeof value === 'string' ? proseCode(value) : jsonLiteral(value)),
  named: value => namedLiteral(value),
  axis: axisLiteral,
  markers: value => eachOf(value, markerCode),
  events: value => eachOf(value, eventCode),
  columns: value => eachOf(value, columnCode),
  metric: metricCode,
  formulas: value => eachOf(value, formulaCode),
}

function eachOf(value: Json, write: (item: Json) => CodeArgument | undefined): Code | undefined {
  const items = Array.isArray(value) ? value.map(write) : [undefined]
  return items.every(item => item !== undefined) ? listOf(items) : undefined
}

/** Bounds are texts in JSON and may be numbers in code. */
function axisLiteral(value: Json): Code | undefined {
  if (!isJsonObject(value)) return undefined
  const bounds = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'min' || key === 'max' ? bound(inner) : inner]),
  )
  const isText = (inner: Json | undefined) => inner === undefined || typeof inner === 'string'
  const isPlain = isText(value.min) && isText(value.max)
  return isPlain ? namedLiteral(bounds as JsonObject) : undefined
}

function bound(text: Json | undefined): Json {
  return typeof text === 'string' && String(Number(text)) === text ? Number(text) : (text ?? null)
}

/** `{ at: 15 }` for `y = 15`, where the short form gives the same text back. */
function markerCode(marker: Json): CodeArgument | undefined {
  if (!isJsonObject(marker) || typeof marker.value !== 'string') return undefined
  const place = markerPlace(marker.value)
  const [severity = '', line = '', ...more] = String(marker.display_type ?? '').split(' ')
  const isShort =
    place !== undefined &&
    more.length === 0 &&
    (markerSeverities as readonly string[]).includes(severity) &&
    (markerLines as readonly string[]).includes(line) &&
    (marker.label === undefined || typeof marker.label === 'string') &&
    Object.keys(marker).every(key => ['value', 'display_type', 'label'].includes(key))
  if (!isShort) return namedLiteral(marker)
  return objectOf([
    ...place,
    ['severity', severity === 'error' ? undefined : severity],
    ['line', line === 'dashed' ? undefined : line],
    ['label', marker.label as string | undefined],
  ])
}

function markerPlace(text: string): readonly (readonly [string, number])[] | undefined {
  const at = /^y = (\S+)$/.exec(text)
  if (at !== null) return isExact(at[1]!) ? [['at', Number(at[1])]] : undefined
  const [, from = '', to = ''] = /^(\S+) < y < (\S+)$/.exec(text) ?? []
  if (!isExact(from) || !isExact(to)) return undefined
  return [
    ['from', Number(from)],
    ['to', Number(to)],
  ]
}

function isExact(text: string): boolean {
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text))
}

function eventCode(event: Json): CodeArgument | undefined {
  if (!isJsonObject(event) || typeof event.q !== 'string') return undefined
  return Object.keys(event).length === 1 ? event.q : namedLiteral(event)
}

function columnCode(column: Json): CodeArgument | undefined {
  if (!isJsonObject(column) || typeof column.field !== 'string') return undefined
  return column.width === 'auto' && Object.keys(column).length === 2 ? column.field : namedLiteral(column)
}

function formulaCode(formula: Json): CodeArgument | undefined {
  if (!isJsonObject(formula) || typeof formula.formula !== 'string') return undefined
  const parsed = parseFormula(formula.formula)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics)) return undefined
  if (Object.keys(formula).length === 1) return formula.formula
  return namedLiteral(formula)
}
