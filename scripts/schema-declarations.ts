import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ClassDeclaration, Node, Project, type SourceFile, type TypeNode } from 'ts-morph'
import type { Type } from '../src/schema/type.js'

/** One field of a model, by the name that the API uses. */
export interface DeclaredField {
  readonly name: string
  readonly type: Type
  readonly required: boolean
  readonly deprecated: boolean
  /** Missing where it should not be, though the account does without. */
  readonly expected?: true
}

/** One model of the client: an object, a list of values, or a choice of other types. */
export type DeclaredModel =
  | { readonly kind: 'object'; readonly fields: readonly DeclaredField[] }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'union'; readonly members: readonly Type[] }

export type DeclaredModels = ReadonlyMap<string, DeclaredModel>

/** What a `.js` model of the client says about its fields at run time. */
type AttributeTypeMap = Readonly<
  Record<string, { readonly baseName: string; readonly required?: boolean; readonly format?: string }>
>

const folder = fileURLToPath(
  new URL(
    '../node_modules/@datadog/datadog-api-client/dist/packages/datadog-api-client-v1/models/',
    import.meta.url,
  ),
)
const load = createRequire(import.meta.url)

/** Reads the named models and all that they mention, in order of first mention. */
export function readDeclarations(roots: readonly string[]): DeclaredModels {
  const project = new Project({ skipFileDependencyResolution: true, compilerOptions: { noLib: true } })
  const models = new Map<string, DeclaredModel>()
  const pending = [...roots]
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    if (models.has(name)) continue
    const model = readModel(project.addSourceFileAtPath(join(folder, `${name}.d.ts`)), name)
    models.set(name, model)
    pending.push(...mentionedBy(model))
  }
  return models
}

function mentionedBy(model: DeclaredModel): string[] {
  if (model.kind === 'enum') return []
  const types = model.kind === 'union' ? model.members : model.fields.map(field => field.type)
  return types.flatMap(namesIn)
}

/** The rows that a type mentions. */
export function namesIn(type: Type): string[] {
  if (type.kind === 'named') return [type.name]
  if (type.kind === 'array') return namesIn(type.items)
  if (type.kind === 'either') return type.types.flatMap(namesIn)
  return type.kind === 'map' ? namesIn(type.values) : []
}

function readModel(file: SourceFile, name: string): DeclaredModel {
  const declaration = file.getClass(name)
  return declaration === undefined ? readAlias(file, name) : readClass(declaration, name)
}

function readClass(declaration: ClassDeclaration, name: string): DeclaredModel {
  const attributes = attributesOf(name)
  const fields = declaration.getInstanceProperties().flatMap(property => {
    if (!Node.isPropertyDeclaration(property)) return []
    const key = property.getName().replaceAll('"', '')
    const attribute = attributes[key]
    // `additionalProperties` and `_unparsed` are the client's own, not fields of the API.
    if (attribute === undefined || key === 'additionalProperties') return []
    const comment = property
      .getJsDocs()
      .map(doc => doc.getText())
      .join('\n')
    return [
      {
        name: attribute.baseName,
        type: withFormat(readType(property.getTypeNodeOrThrow()), attribute.format),
        required: attribute.required === true,
        deprecated: /deprecated/i.test(comment),
      },
    ]
  })
  return { kind: 'object', fields: fields.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** The declarations know only `number`; that it is whole stands in the map of attributes. */
function withFormat(type: Type, format: string | undefined): Type {
  if (format !== 'int64' && format !== 'int32') return type
  if (type.kind === 'number') return { kind: 'integer' }
  if (type.kind === 'array') return { ...type, items: withFormat(type.items, format) }
  return type.kind === 'map' ? { ...type, values: withFormat(type.values, format) } : type
}

function attributesOf(name: string): AttributeTypeMap {
  const loaded = load(join(folder, `${name}.js`)) as Readonly<
    Record<string, { readonly attributeTypeMap: AttributeTypeMap }>
  >
  return loaded[name]!.attributeTypeMap
}

function readAlias(file: SourceFile, name: string): DeclaredModel {
  const node = file.getTypeAliasOrThrow(name).getTypeNodeOrThrow()
  const parts = (Node.isUnionTypeNode(node) ? node.getTypeNodes() : [node]).filter(
    part => part.getText() !== 'UnparsedObject',
  )
  const constants = parts.filter(part => Node.isTypeQuery(part))
  if (constants.length === 0) return { kind: 'union', members: parts.map(part => readType(part)) }
  if (constants.length !== parts.length) throw new Error(`${name} mixes values and types.`)
  const values = constants.map(part => constantOf(file, part.getExprName().getText()))
  return { kind: 'enum', values: values.sort(byValue) }
}

function constantOf(file: SourceFile, name: string): string | number {
  const value = file.getVariableDeclarationOrThrow(name).getInitializerOrThrow()
  if (Node.isStringLiteral(value) || Node.isNumericLiteral(value)) return value.getLiteralValue()
  if (Node.isPrefixUnaryExpression(value)) return Number(value.getText())
  throw new Error(`${name} in ${file.getBaseName()} is neither text nor a number: ${value.getText()}`)
}

function byValue(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}

const plainTypes: Readonly<Record<string, Type>> = {
  any: { kind: 'any' },
  string: { kind: 'string' },
  number: { kind: 'number' },
  boolean: { kind: 'boolean' },
  // A date of the client is text on the wire.
  Date: { kind: 'string' },
}

function readType(node: TypeNode): Type {
  const text = node.getText()
  const plain = plainTypes[text]
  if (plain !== undefined) return plain
  if (Node.isTypeLiteral(node)) {
    const values = node.getIndexSignatures()[0]?.getReturnTypeNode()
    if (values !== undefined) return { kind: 'map', values: readType(values) }
  }
  if (Node.isTupleTypeNode(node)) return readTuple(node.getElements())
  if (Node.isTypeReference(node)) {
    const items = node.getTypeArguments()[0]
    if (text.startsWith('Array<') && items !== undefined) return { kind: 'array', items: readType(items) }
    if (existsSync(join(folder, `${text}.d.ts`))) return { kind: 'named', name: text }
  }
  throw new Error(`The declarations of the client hold a type that is not understood: ${text}`)
}

function readTuple(elements: readonly TypeNode[]): Type {
  const [first, ...others] = elements
  if (first === undefined || others.some(other => other.getText() !== first.getText())) {
    throw new Error(
      'The declarations of the client hold a tuple of different types, which is not understood.',
    )
  }
  return { kind: 'array', items: readType(first), length: elements.length }
}

/** The version of the installed client. */
export function clientVersion(): string {
  const manifest = load(join(dirname(folder), '../../../package.json')) as { readonly version: string }
  return manifest.version
}
