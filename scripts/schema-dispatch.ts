import type { Type } from '../src/schema/type.js'
import type { DeclaredModels } from './schema-declarations.js'

/** How a field of an object says which of several models it is. */
export interface Dispatch {
  readonly tag: string
  readonly cases: readonly DispatchCase[]
  /** What is meant when the field is absent. */
  readonly otherwise?: Type
}

/** What these values of the field stand for; a choice where the field does not tell the models apart. */
export interface DispatchCase {
  readonly values: readonly (string | number)[]
  readonly type: Type
}

/** The fields by which the API tells objects apart. */
const tags = ['type', 'data_source', 'request_type'] as const

/** The field that tells the members apart, or undefined when there is none. */
export function dispatchOf(models: DeclaredModels, members: readonly Type[]): Dispatch | undefined {
  const names = members.flatMap(member => flatNames(models, member))
  for (const tag of tags) {
    const tagged = names.map(name => ({ name, values: valuesOf(models, name, tag) }))
    const [untagged, ...others] = tagged.filter(({ values }) => values === undefined)
    if (others.length > 0 || tagged.length < 2) continue
    const otherwise: Type | undefined = untagged && { kind: 'named', name: untagged.name }
    return { tag, cases: casesOf(tagged), ...(otherwise !== undefined && { otherwise }) }
  }
  return undefined
}

/** A choice inside a choice counts as its members. */
function flatNames(models: DeclaredModels, type: Type): string[] {
  if (type.kind !== 'named') return []
  const model = models.get(type.name)
  return model?.kind === 'union' ? model.members.flatMap(each => flatNames(models, each)) : [type.name]
}

interface Tagged {
  readonly name: string
  readonly values: readonly (string | number)[] | undefined
}

function valuesOf(models: DeclaredModels, name: string, tag: string): Tagged['values'] {
  const model = models.get(name)
  if (model?.kind !== 'object') return undefined
  const type = model.fields.find(field => field.name === tag)?.type
  const values = type?.kind === 'named' ? models.get(type.name) : undefined
  return values?.kind === 'enum' ? values.values : undefined
}

/** One case per list of values, in order of first mention. */
function casesOf(tagged: readonly Tagged[]): DispatchCase[] {
  const byValues = new Map<string, { values: readonly (string | number)[]; types: Type[] }>()
  for (const { name, values } of tagged) {
    if (values === undefined) continue
    const key = JSON.stringify(values)
    const entry = byValues.get(key) ?? { values, types: [] }
    entry.types.push({ kind: 'named', name })
    byValues.set(key, entry)
  }
  return Array.from(byValues.values(), ({ values, types }) => ({
    values,
    type: types.length === 1 ? types[0]! : { kind: 'either', types },
  }))
}
