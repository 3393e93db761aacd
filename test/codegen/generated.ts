import { type Generated, generate } from '../../src/codegen/index.js'
import * as dsl from '../../src/dsl/index.js'
import { addressOf, type JsonObject, type Resource, resolveReferences } from '../../src/model/index.js'
import { decode, differences } from '../../src/wire/index.js'

/** The resource that a Datadog JSON object is, under the id that it has. */
export function resourceOf(json: JsonObject): Resource {
  const decoded = decode(json)
  if (!decoded.ok) throw new Error(decoded.diagnostics.map(({ message }) => message).join(' '))
  const { id } = json
  return typeof id === 'string' || typeof id === 'number'
    ? { ...decoded.resource, management: { adopt: id } }
    : decoded.resource
}

/** The order in which files can be run: each after those that it imports from. */
const folders = [/^monitors\/[^/]+$/, /^slos\//, /^monitors\/composites\//, /^dashboards\//]

/** Runs generated files, which are plain JavaScript, and gives what they define by address. */
export async function compiled({ files }: Generated): Promise<ReadonlyMap<string, Resource>> {
  const ordered = folders.flatMap(folder => files.filter(({ path }) => folder.test(path)))
  const body = ordered.map(({ text }) => text.replace(/^import [^;]*? from '[^']*'$/gm, '')).join('\n')
  const run = new Function(...Object.keys(dsl), `'use strict';${body.replace(/^export const /gm, 'const ')}`)
  const { resources } = await dsl.collectResources(() => run(...Object.values(dsl)))
  return new Map(resources.map(resource => [addressOf(resource), resource]))
}

/** What differs, in either direction, between definitions and what their code compiles to. */
export async function changesOf(...definitions: readonly JsonObject[]): Promise<readonly string[]> {
  const resources = definitions.map(resourceOf)
  const generated = generate(resources)
  const found = await compiled(generated)
  const ids = new Map(generated.resources.map(each => [addressOf(each), String(each.management.adopt ?? '')]))
  return resources.flatMap(({ kind, definition }, index) => {
    const twin = found.get(addressOf(generated.resources[index]!))
    if (twin === undefined) return [`${kind} ${index} was not defined`]
    const own = resolveReferences(twin.definition, reference => ids.get(addressOf(reference)))
    const back = differences(kind, definition, own).filter(({ path }) => !echoes.has(path))
    return [...differences(kind, own, definition), ...back].map(
      ({ path, before, after }) => `${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
    )
  })
}

/** What the account copies from the first threshold, or works out from the other form of an SLO. */
const echoes: ReadonlySet<string> = new Set([
  'timeframe',
  'target_threshold',
  'warning_threshold',
  'query',
  'sli_specification',
])

/** The text of the only file that a definition becomes. */
export function textOf(...definitions: readonly JsonObject[]): string {
  return generate(definitions.map(resourceOf))
    .files.map(({ path, text }) => `// ${path}\n${text}`)
    .join('\n')
}
