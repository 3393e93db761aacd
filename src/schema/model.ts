import type { Row } from './row.js'
import { table } from './table.js'
import { parseType, type Type } from './type.js'

/** A row of the table, ready for checking. */
export type Model =
  | {
      readonly kind: 'object'
      readonly name: string
      readonly fields: ReadonlyMap<string, Type>
      readonly required: readonly string[]
      readonly expected: readonly string[]
    }
  | {
      readonly kind: 'values'
      readonly name: string
      readonly values: ReadonlySet<string | number>
      readonly jsonTypes: ReadonlySet<string>
    }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly tag: string
      readonly cases: ReadonlyMap<string | number, Type>
      readonly otherwise: Type | undefined
    }
  | { readonly kind: 'either'; readonly name: string; readonly type: Type }

export type ObjectModel = Extract<Model, { kind: 'object' }>
export type ValuesModel = Extract<Model, { kind: 'values' }>
export type ChoiceModel = Extract<Model, { kind: 'choice' }>

const models = new Map<string, Model>()

/** The model of that name; read from the table when it is first wanted, since a run needs few of them. */
export function modelNamed(name: string): Model {
  const known = models.get(name)
  if (known !== undefined) return known
  const row = table[name]
  if (row === undefined) throw new Error(`The table of schemas names ${name}, which it does not hold.`)
  const model = readRow(name, row)
  models.set(name, model)
  return model
}

function readRow(name: string, row: Row): Model {
  if ('fields' in row) {
    const { required = [], expected = [] } = row
    return { kind: 'object', name, fields: readTypes(row.fields), required, expected }
  }
  if ('values' in row) {
    const jsonTypes = new Set(row.values.map(value => typeof value))
    return { kind: 'values', name, values: new Set(row.values), jsonTypes }
  }
  if ('either' in row) return { kind: 'either', name, type: readType(row.either) }
  const cases = row.cases.flatMap(([values, text]) => {
    const type = readType(text)
    return values.map(value => [value, type] as const)
  })
  const otherwise = row.otherwise === undefined ? undefined : readType(row.otherwise)
  return { kind: 'choice', name, tag: row.tag, cases: new Map(cases), otherwise }
}

const types = new Map<string, Type>()

/** Most fields share a few types, so each text is read once. */
function readType(text: string): Type {
  const known = types.get(text)
  if (known !== undefined) return known
  const type = parseType(text)
  types.set(text, type)
  return type
}

function readTypes(fields: Readonly<Record<string, string>>): Map<string, Type> {
  return new Map(Object.entries(fields).map(([field, text]) => [field, readType(text)]))
}
