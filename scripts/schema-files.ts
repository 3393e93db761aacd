import { buildSchema, schemaRoots } from './schema-build.js'
import { corrections } from './schema-corrections.js'
import { clientVersion, readDeclarations } from './schema-declarations.js'
import { correctedModels } from './schema-model.js'
import { tableText } from './schema-table.js'

/** A generated file of `src/schema`. */
export interface SchemaFile {
  readonly name: string
  readonly text: string
}

/** Everything that is generated from the installed client, the same bytes each time. */
export function schemaFiles(): SchemaFile[] {
  const roots = schemaRoots.map(root => root.model)
  const models = correctedModels(readDeclarations(roots), corrections)
  const version = clientVersion()
  return [
    ...schemaRoots.map(root => ({
      name: root.file,
      text: `${JSON.stringify(buildSchema(models, root, version), undefined, 2)}\n`,
    })),
    { name: 'table.ts', text: tableText(models, roots) },
  ]
}
