import { parseType, printType, type Type } from '../src/schema/type.js'
import type { Correction } from './schema-corrections.js'
import {
  type DeclaredField,
  type DeclaredModel,
  type DeclaredModels,
  namesIn,
} from './schema-declarations.js'
import { type Dispatch, dispatchOf } from './schema-dispatch.js'

/** A model after the corrections: what the schema files and the table are both written from. */
export type SchemaModel =
  | { readonly kind: 'object'; readonly fields: readonly DeclaredField[] }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
  | ({ readonly kind: 'choice' } & Dispatch)
  | { readonly kind: 'either'; readonly type: Type }

export type SchemaModels = ReadonlyMap<string, SchemaModel>

/** The models of the client with the corrections; throws when a correction has become pointless. */
export function correctedModels(declared: DeclaredModels, corrections: readonly Correction[]): SchemaModels {
  const models = new Map<string, SchemaModel>()
  for (const [name, model] of declared) models.set(name, schemaModel(declared, model))
  for (const correction of corrections) {
    const model = models.get(correction.model)
    const corrected = model && correct(model, correction)
    if (corrected === undefined) {
      throw new Error(`This correction does not fit the installed client: ${JSON.stringify(correction)}`)
    }
    models.set(correction.model, corrected)
  }
  return models
}

function schemaModel(declared: DeclaredModels, model: DeclaredModel): SchemaModel {
  if (model.kind !== 'union') return model
  const dispatch = dispatchOf(declared, model.members)
  return dispatch === undefined
    ? { kind: 'either', type: { kind: 'either', types: model.members } }
    : { kind: 'choice', ...dispatch }
}

function correct(model: SchemaModel, correction: Correction): SchemaModel | undefined {
  if (correction.change === 'values') return withValues(model, correction.values)
  if (correction.change === 'case') return withCase(model, correction.value, parseType(correction.type))
  if (model.kind !== 'object') return undefined
  const { field: name } = correction
  const existing = model.fields.find(field => field.name === name)
  if (correction.change === 'field') {
    if (existing !== undefined) return undefined
    const added = { name, type: parseType(correction.type), required: false, deprecated: false }
    return { ...model, fields: [...model.fields, added].sort((a, b) => (a.name < b.name ? -1 : 1)) }
  }
  const changed = existing && correctField(existing, correction)
  if (changed === undefined) return undefined
  return { ...model, fields: model.fields.map(field => (field === existing ? changed : field)) }
}

function correctField(field: DeclaredField, correction: Correction): DeclaredField | undefined {
  switch (correction.change) {
    case 'optional':
      return field.required ? { ...field, required: false } : undefined
    case 'expected':
      return field.required ? { ...field, required: false, expected: true } : undefined
    case 'nullable':
      return { ...field, type: orNull(field.type) }
    case 'type':
      return correction.type === printType(field.type)
        ? undefined
        : { ...field, type: parseType(correction.type) }
    default:
      return undefined
  }
}

function orNull(type: Type): Type {
  return { kind: 'either', types: [...(type.kind === 'either' ? type.types : [type]), { kind: 'null' }] }
}

function withValues(model: SchemaModel, values: readonly (string | number)[]): SchemaModel | undefined {
  if (model.kind !== 'enum' || values.some(value => model.values.includes(value))) return undefined
  return { ...model, values: [...model.values, ...values] }
}

function withCase(model: SchemaModel, value: string, type: Type): SchemaModel | undefined {
  if (model.kind !== 'choice' || model.cases.some(each => each.values.includes(value))) return undefined
  return { ...model, cases: [...model.cases, { values: [value], type }] }
}

/** The names of a model and of all models it needs, sorted. */
export function reachableFrom(models: SchemaModels, roots: readonly string[]): string[] {
  const found = new Set<string>()
  const pending = [...roots]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue
    found.add(name)
    pending.push(...typesOf(modelNamed(models, name)).flatMap(namesIn))
  }
  return [...found].sort()
}

export function modelNamed(models: SchemaModels, name: string): SchemaModel {
  const model = models.get(name)
  if (model === undefined) throw new Error(`No model is called ${name}.`)
  return model
}

function typesOf(model: SchemaModel): readonly Type[] {
  switch (model.kind) {
    case 'object':
      return model.fields.map(field => field.type)
    case 'enum':
      return []
    case 'either':
      return [model.type]
    case 'choice':
      return [
        ...model.cases.map(each => each.type),
        ...(model.otherwise === undefined ? [] : [model.otherwise]),
      ]
  }
}
