import {
  commonWidgetOptions,
  type WidgetBuilder,
  type WidgetField,
  widgetBuilderOf,
} from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, type CodeArgument, callOf, jsonLiteral, listOf, objectOf } from '../code/index.js'
import type { Variables } from '../to-builder/variables.js'
import { plainCode } from './forms.js'
import { linesOf } from './lines.js'
import { extraMember, readOptions, type WriteField } from './options.js'
import { isSame, valueAt, without } from './paths.js'
import { requestCode, requestsCode } from './requests.js'

/** The members of a widget's options that say where it lies. */
export type PlaceMembers = (
  layout: JsonObject | undefined,
  isInGroup: boolean,
) => readonly (readonly [string, Code | null])[]

/** What the code of a widget depends on besides itself. */
export interface WidgetContext {
  readonly variables: Variables
  readonly place: PlaceMembers
  readonly isInGroup?: true
}

/** A widget as its builder's call, or `raw({ … })` where no builder gives it back. */
export function widgetCode(widget: Json, context: WidgetContext): Code | undefined {
  if (!isJsonObject(widget)) return undefined
  const { definition, layout, id, ...beside } = widget
  if (!isJsonObject(definition) || (layout !== undefined && !isJsonObject(layout))) return undefined
  const isPlain = Object.keys(beside).length === 0 && id === undefined
  const place = context.place(layout, context.isInGroup === true)
  return (isPlain ? builtWidget(definition, place, context) : undefined) ?? callOf('raw', jsonLiteral(widget))
}

function builtWidget(
  definition: JsonObject,
  place: ReturnType<PlaceMembers>,
  context: WidgetContext,
): Code | undefined {
  const { type, ...rest } = definition
  const row = widgetBuilderOf(String(type))
  const fields = row && withoutFixed(rest, row)
  if (row === undefined || fields === undefined) return undefined
  return argumentsOf(row, String(type), fields, place, context)
}

/** What the builder writes by itself must be there exactly so. */
function withoutFixed(fields: JsonObject, { fixed = {} }: WidgetBuilder): JsonObject | undefined {
  let left: Json | undefined = fields
  for (const [path, value] of Object.entries(fixed)) {
    if (left === undefined || !isSame(valueAt(left, path), value as Json)) return undefined
    left = without(left, path.split('.'))
  }
  return isJsonObject(left) ? left : {}
}

function argumentsOf(
  row: WidgetBuilder,
  type: string,
  fields: JsonObject,
  place: ReturnType<PlaceMembers>,
  context: WidgetContext,
): Code | undefined {
  const write = writeField(type, context)
  const lines = linesOf(type, fields)
  const positional: CodeArgument[] = []
  let left: Json | undefined = lines?.rest ?? fields
  for (const [name, field] of row.positional) {
    const code =
      lines !== undefined && name === 'requests' ? lines.data : positionalCode(name, field, left, write)
    if (code === undefined) return undefined
    positional.push(code)
    if (left !== undefined && valueAt(left, field.path) !== undefined)
      left = without(left, field.path.split('.'))
  }
  const data = row.data ?? {}
  const table = { ...data, ...row.options, ...(row.plain ? {} : withoutTitle(row)) }
  const { members, extra } = readOptions(isJsonObject(left) ? left : {}, table, write)
  const dataMembers = members.filter(([option]) => Object.hasOwn(data, option))
  if (row.data !== undefined && dataMembers.length === 0) return undefined
  if ((requiredOptions[type] ?? []).some(option => !members.some(([name]) => name === option)))
    return undefined
  const options = objectOf([
    ...(lines?.options ?? []),
    ...members.filter(([option]) => !Object.hasOwn(data, option)),
    ...extraMember(extra),
    ...place,
  ])
  const isEmpty = options.kind === 'object' && options.members.length === 0
  const dataArgument = row.data === undefined ? [] : [objectOf(dataMembers)]
  return callOf(row.builder, ...positional, ...dataArgument, ...(isEmpty ? [] : [options]))
}

/** Options without which the builders' types do not take a widget. */
const requiredOptions: Readonly<Record<string, readonly string[]>> = { split_group: ['by'] }

/** `null` stands for a widget without a title. */
const noTitle: Code = { kind: 'atom', text: 'null' }

function positionalCode(
  name: string,
  field: WidgetField,
  fields: Json | undefined,
  write: WriteField,
): CodeArgument | undefined {
  const value = valueAt(fields, field.path)
  if (name === 'title') return value === undefined ? noTitle : typeof value === 'string' ? value : undefined
  if (value === undefined || value === null) return undefined
  const code = write(field, value)
  return code === null || typeof code === 'boolean' ? undefined : code
}

function withoutTitle(row: WidgetBuilder): Readonly<Record<string, WidgetField>> {
  const { title, ...others } = commonWidgetOptions
  return row.positional.some(([name]) => name === 'title') ? others : { title, ...others }
}

/** The code of a field's value, by the form that the builders' table gives it. */
function writeField(type: string, context: WidgetContext): WriteField {
  const write: WriteField = (field, value) => {
    switch (field.form) {
      case 'monitor':
      case 'slo':
        return typeof value === 'string' ? (context.variables(field.form, value) ?? value) : undefined
      case 'requests':
        return requestsCode(value, type, write)
      case 'request':
        return requestCode(value, type, write)
      case 'widgets':
        return childrenCode(value, context)
      case 'widget':
        return isJsonObject(value) ? builtWidget(value, [], { ...context, place: () => [] }) : undefined
      case 'queries':
        return undefined
      default:
        return plainCode(field, value)
    }
  }
  return write
}

function childrenCode(value: Json, context: WidgetContext): Code | undefined {
  if (!Array.isArray(value)) return undefined
  const codes = value.map(child => widgetCode(child, { ...context, isInGroup: true }))
  return codes.every(code => code !== undefined) ? listOf(codes) : undefined
}
