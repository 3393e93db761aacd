import type { Row } from '../src/schema/row.js'
import { printType } from '../src/schema/type.js'
import { modelNamed, reachableFrom, type SchemaModel, type SchemaModels } from './schema-model.js'

/** The text of `src/schema/table.ts`: every model in one line. */
export function tableText(models: SchemaModels, roots: readonly string[]): string {
  const rows = reachableFrom(models, roots).map(
    name => `  ${name}: ${JSON.stringify(rowOf(modelNamed(models, name)))},`,
  )
  return [
    '// Written by scripts/generate-schema.ts from the declarations of the official client. Do not edit.',
    "import type { Row } from './row.js'",
    '',
    '/** Every model of the API that monitors, SLOs and dashboards are made of. */',
    'export const table: Readonly<Record<string, Row>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
}

function rowOf(model: SchemaModel): Row {
  switch (model.kind) {
    case 'enum':
      return { values: model.values }
    case 'either':
      return { either: printType(model.type) }
    case 'choice':
      return {
        tag: model.tag,
        cases: model.cases.map(each => [each.values, printType(each.type)] as const),
        ...(model.otherwise !== undefined && { otherwise: printType(model.otherwise) }),
      }
    case 'object': {
      const required = model.fields.filter(field => field.required).map(field => field.name)
      const expected = model.fields.filter(field => field.expected).map(field => field.name)
      return {
        fields: Object.fromEntries(model.fields.map(field => [field.name, printType(field.type)])),
        ...(required.length > 0 && { required }),
        ...(expected.length > 0 && { expected }),
      }
    }
  }
}
