import { readFileSync } from 'node:fs'
import { isJsonObject, type Json, type JsonObject } from '../../src/model/index.js'

/** A definition that uses one field, or one value of it, besides what it must have. */
export interface Sample {
  /** `timeseries.requests[].formulas[].alias` */
  readonly place: string
  readonly json: Json
}

type Definitions = Readonly<Record<string, JsonObject>>

/** What a schema does not say about the values of a definition that somebody would write. */
export interface Usage {
  /** Texts that must mean something, by the name of the field, or of the definition and the field. */
  readonly texts: Readonly<Record<string, string>>
  /** Optional fields that every sample has, named in the same way. */
  readonly usual: readonly string[]
  /** Fields of which one sample of each form is enough. */
  readonly shallow: readonly string[]
  /** Fields that no sample has, because they exclude a usual one. */
  readonly omitted: readonly string[]
}

interface Schema {
  readonly definitions: Definitions
  readonly texts: Readonly<Record<string, string>>
  readonly usual: ReadonlySet<string>
  readonly shallow: ReadonlySet<string>
  readonly omitted: ReadonlySet<string>
}

/** A schema of the package. */
export function readSchema(kind: string, { texts, usual, shallow, omitted }: Usage): Schema {
  const file = new URL(`../../src/schema/${kind}.schema.json`, import.meta.url)
  const { $defs } = JSON.parse(readFileSync(file, 'utf8')) as { readonly $defs: Definitions }
  return {
    definitions: $defs,
    texts,
    usual: new Set(usual),
    shallow: new Set(shallow),
    omitted: new Set(omitted),
  }
}

/**
 * Samples of a definition of the schema: the smallest one first, then one for each further field, value and form, at any
 * depth.
 */
export function samplesOf(schema: Schema, name: string, place: string): readonly Sample[] {
  return variants(schema, { $ref: `#/$defs/${name}` }, place, [], '')
}

function variants(
  schema: Schema,
  node: JsonObject,
  place: string,
  open: readonly string[],
  field: string,
): readonly Sample[] {
  const only = (...values: readonly Json[]) => values.map(json => ({ place, json }))
  if (typeof node.$ref === 'string') {
    const name = node.$ref.slice('#/$defs/'.length)
    // Widgets inside widgets are samples of their own.
    if (open.includes(name)) return []
    return variants(schema, schema.definitions[name]!, place, [...open, name], field)
  }
  if (Array.isArray(node.allOf)) {
    return objectsIn(node.allOf).flatMap(each => whenTagged(schema, each, place, open, field))
  }
  if (Array.isArray(node.anyOf)) {
    return alternatives(node.anyOf).flatMap(choice => variants(schema, choice, place, open, field))
  }
  if (Array.isArray(node.enum)) return only(...node.enum)
  if (node.const !== undefined) return only(node.const)
  switch (Array.isArray(node.type) ? node.type[0] : node.type) {
    case 'object':
      return objects(schema, node, place, open)
    case 'array':
      return isJsonObject(node.items)
        ? variants(schema, node.items, `${place}[]`, open, field).map(each => ({
            ...each,
            json: [each.json],
          }))
        : only([])
    case 'string':
      return only(schema.texts[`${open.at(-1)}.${field}`] ?? schema.texts[field] ?? 'x')
    case 'boolean':
      return only(true, false)
    case 'null':
      return []
    case 'number':
    case 'integer':
      return only(1)
    default:
      return only({})
  }
}

/** Any text at all says nothing where there are known ones. */
function alternatives(choices: readonly Json[]): readonly JsonObject[] {
  const all = objectsIn(choices)
  return all.some(choice => choice.enum !== undefined) ? all.filter(choice => choice.type !== 'string') : all
}

/** `if` says which values of the tag make it this definition. */
function whenTagged(
  schema: Schema,
  { if: condition, then }: JsonObject,
  place: string,
  open: readonly string[],
  field: string,
): readonly Sample[] {
  if (!isJsonObject(condition) || !isJsonObject(condition.properties) || !isJsonObject(then)) return []
  const tags = Object.entries(condition.properties)
  return variants(schema, then, place, open, field).filter(({ json }) =>
    tags.every(
      ([tag, value]) =>
        isJsonObject(json) &&
        isJsonObject(value) &&
        Array.isArray(value.enum) &&
        value.enum.includes(json[tag] ?? null),
    ),
  )
}

function objectsIn(values: readonly Json[]): readonly JsonObject[] {
  return values.filter(isJsonObject)
}

function objects(
  schema: Schema,
  node: JsonObject,
  place: string,
  open: readonly string[],
): readonly Sample[] {
  const properties = Object.entries(isJsonObject(node.properties) ? node.properties : {}).filter(
    (entry): entry is [string, JsonObject] => isJsonObject(entry[1]) && !isIn(schema.omitted, open, entry[0]),
  )
  const required = new Set(Array.isArray(node.required) ? node.required : [])
  const choices = properties.map(
    ([name, inner]) => [name, variants(schema, inner, `${place}.${name}`, open, name)] as const,
  )
  if (choices.some(([name, found]) => required.has(name) && found.length === 0)) return []
  const first = (wanted: ReadonlySet<Json>) =>
    Object.fromEntries(
      choices.flatMap(([name, [one]]) => (wanted.has(name) && one !== undefined ? [[name, one.json]] : [])),
    )
  const isUsual = (name: string) => isIn(schema.usual, open, name)
  const bare = first(required)
  const usual = { ...bare, ...first(new Set(properties.map(([name]) => name).filter(isUsual))) }
  const further = choices.flatMap(([name, found]) =>
    (required.has(name) ? found.slice(1) : found)
      .filter(each => !schema.shallow.has(name) || each.place === `${place}.${name}`)
      .map(each => ({
        place: each.place,
        json: { ...(isQuery(name) ? bare : usual), [name]: each.json },
      })),
  )
  return [{ place, json: usual }, ...further]
}

function isIn(names: ReadonlySet<string>, open: readonly string[], field: string): boolean {
  return names.has(field) || names.has(`${open.at(-1)}.${field}`)
}

/** Fields of requests that stand in place of `queries`. */
function isQuery(field: string): boolean {
  return field === 'q' || /(^|_)query$/.test(field)
}
