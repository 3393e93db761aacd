import type { WidgetField } from '../../catalog/index.js'
import type { Json, JsonObject } from '../../model/index.js'
import { type Code, type CodeArgument, jsonLiteral } from '../code/index.js'
import { isSame, present, valueAt, without } from './paths.js'

/** What a value is written as; undefined where its form cannot say it. */
export type WriteField = (field: WidgetField, value: Json) => CodeArgument | boolean | null | undefined

/** An object read the way the builders' tables write it. */
export interface ReadOptions {
  readonly members: readonly (readonly [option: string, value: CodeArgument | boolean | null])[]
  /** Fields that no option says, in Datadog's own form. */
  readonly extra: JsonObject
}

/**
 * The options that write an object. A field of the object is said by options only if they write exactly its value;
 * otherwise it goes into `extra` as it is. An option with a default that must not be written becomes null.
 */
export function readOptions(
  object: JsonObject,
  options: Readonly<Record<string, WidgetField>>,
  write: WriteField,
): ReadOptions {
  const members = new Map<string, CodeArgument | boolean | null>()
  const extra = new Map<string, Json>()
  for (const [name, value] of present(object)) {
    const said = readField(name, value, object, options, write)
    if (said === undefined) extra.set(name, value)
    else for (const [option, code] of said) members.set(option, code)
  }
  for (const [option, field] of Object.entries(options)) {
    const isMissing = field.default !== undefined && valueAt(object, field.path) === undefined
    if (isMissing && !extra.has(topOf(field))) members.set(option, null)
  }
  const ordered = Object.keys(options).flatMap(option =>
    members.has(option) ? [[option, members.get(option)!] as const] : [],
  )
  return {
    members: ordered.map(([option, code]) => [option, code ?? null] as const),
    extra: Object.fromEntries(extra),
  }
}

function readField(
  name: string,
  value: Json,
  object: JsonObject,
  options: Readonly<Record<string, WidgetField>>,
  write: WriteField,
): readonly (readonly [string, CodeArgument | boolean | null])[] | undefined {
  const own = Object.entries(options).filter(([, field]) => topOf(field) === name)
  // Where an option says a part of the field and another the whole, whichever says all of it is taken.
  const parts = own.filter(([, field]) => field.path !== name)
  const whole = own.filter(([, field]) => field.path === name)
  return covered(parts, value, object, write) ?? covered(whole.slice(0, 1), value, object, write)
}

function covered(
  options: readonly (readonly [string, WidgetField])[],
  value: Json,
  object: JsonObject,
  write: WriteField,
): readonly (readonly [string, CodeArgument | boolean | null])[] | undefined {
  const said: (readonly [string, CodeArgument | boolean | null])[] = []
  let left: Json | undefined = value
  for (const [option, field] of options) {
    const inner = valueAt(object, field.path)
    if (inner === undefined) continue
    // The builders leave out what is null, so a null of the account stays as it is.
    const code = inner === null ? undefined : write(field, inner)
    if (code === undefined || left === undefined) return undefined
    left = without(left, field.path.split('.').slice(1))
    if (!isSame(field.default as Json | undefined, inner)) said.push([option, code])
  }
  return options.length > 0 && left === undefined ? said : undefined
}

function topOf(field: WidgetField): string {
  return field.path.split('.')[0]!
}

/** `extra: { … }`, where there is anything in it. */
export function extraMember(extra: JsonObject): readonly (readonly ['extra', Code])[] {
  return Object.keys(extra).length === 0 ? [] : [['extra', jsonLiteral(extra)]]
}
