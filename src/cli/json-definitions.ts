import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { definitionPaths, type Json, type JsonPath, valueAt } from '../model/index.js'
import type { ProjectProblem } from '../project/index.js'
import { decode, kindOf } from '../wire/index.js'
import { jsonErrorOffset } from './lint/json-error.js'
import { jsonPositions, nodeAt } from './lint/json-positions.js'
import { lineCounter } from './lint/lines.js'
import type { JsonFile, SourcedResource } from './lint/source.js'
import { isTerraformPlan } from './lint/terraform.js'
import { terraformDefinitions } from './lint/terraform-definitions.js'

/** What JSON files hold: the resources that could be read, and what was wrong with the rest. */
export interface JsonDefinitions {
  readonly resources: readonly SourcedResource[]
  readonly problems: readonly ProjectProblem[]
}

/**
 * Reads every Datadog definition in the files, and in the `.json` files below the folders: definitions of any tool, lists of
 * them, answers of the API, and Terraform plans.
 */
export async function readJsonDefinitions(
  folder: string,
  paths: readonly string[],
): Promise<JsonDefinitions> {
  const files = (await Promise.all(paths.map(path => jsonFiles(folder, path)))).flat()
  const read = await Promise.all(
    files.map(file => ('code' in file ? { resources: [], problems: [file] } : readOne(folder, file.path))),
  )
  return {
    resources: withOwnKeys(read.flatMap(each => each.resources)),
    problems: read.flatMap(each => each.problems),
  }
}

async function jsonFiles(
  folder: string,
  path: string,
): Promise<({ readonly path: string } | ProjectProblem)[]> {
  const whole = resolve(folder, path)
  const found = await stat(whole).catch(() => undefined)
  if (found === undefined) return [noSuchFile(path)]
  if (!found.isDirectory()) return [{ path: whole }]
  const entries = await readdir(whole, { recursive: true, withFileTypes: true })
  return entries
    .filter(
      entry => entry.isFile() && entry.name.endsWith('.json') && !isOthers(relative(whole, entry.parentPath)),
    )
    .map(entry => ({ path: join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** What packages and programs keep for themselves. */
function isOthers(folder: string): boolean {
  return folder.split(/[\\/]/).some(name => name === 'node_modules' || name.startsWith('.'))
}

async function readOne(folder: string, whole: string): Promise<JsonDefinitions> {
  const path = relative(folder, whole).replaceAll('\\', '/')
  const read = await readFile(whole, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof read !== 'string') return { resources: [], problems: [notReadable(path, read)] }
  const file = jsonFile(path, read)
  const parsed = parseJson(file.text)
  if (parsed === undefined) return { resources: [], problems: [notJson(file)] }
  const { value } = parsed
  if (isTerraformPlan(value)) return terraformDefinitions(file, value)
  return definitionsIn(file, value)
}

/** A byte order mark is no JSON, so the text is without it. */
function jsonFile(path: string, content: string): JsonFile {
  const text = content.replace(/^\uFEFF/, '')
  const place = once(() => lineCounter(text))
  return {
    path,
    text,
    content,
    positions: once(() => jsonPositions(text)),
    placeAt: offset => place()(offset),
  }
}

/** Works something out when it is first asked for, and never again. */
function once<T>(workOut: () => T): () => T {
  let result: { readonly value: T } | undefined
  return () => {
    result ??= { value: workOut() }
    return result.value
  }
}

function definitionsIn(file: JsonFile, value: Json): JsonDefinitions {
  const resources: SourcedResource[] = []
  const problems: ProjectProblem[] = []
  for (const path of definitionPaths(value, object => kindOf(object) !== undefined)) {
    const decoded = decode(valueAt(value, path) ?? null, { withDeprecated: true })
    const origin = originIn(file, path)
    if (decoded.ok)
      resources.push({ resource: { ...decoded.resource, origin }, source: { kind: 'json', file, path } })
    else problems.push(...decoded.diagnostics.map(diagnostic => ({ ...diagnostic, origin })))
  }
  return { resources, problems }
}

/** The place of a value in a file, for the resource that it defines. */
export function originIn(file: JsonFile, path: JsonPath) {
  // The first line is right for nearly every file; only lists are worth a scan.
  if (path.length === 0) return { file: file.path, line: 1, column: 1 }
  const root = file.positions()
  const node = root && nodeAt(root, path)
  return { file: file.path, ...file.placeAt(node?.start ?? 0) }
}

/** Definitions in JSON have no keys of their own, so two of one name would be taken for one. */
function withOwnKeys(resources: readonly SourcedResource[]): SourcedResource[] {
  const counts = new Map<string, number>()
  return resources.map(({ resource, source }) => {
    const name = `${resource.kind}.${resource.key}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1
      ? { resource, source }
      : { resource: { ...resource, key: `${resource.key}-${count}` }, source }
  })
}

function parseJson(text: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json }
  } catch {
    return undefined
  }
}

/** A path that names nothing. */
export function noSuchFile(path: string): ProjectProblem {
  return {
    code: 'lint/no-such-file',
    severity: 'error',
    message: `There is no file or folder ${path}.`,
    hint: 'Without a path, the definitions of this project are checked.',
  }
}

function notReadable(path: string, error: NodeJS.ErrnoException): ProjectProblem {
  return {
    code: 'lint/not-readable',
    severity: 'error',
    message: `${path} cannot be read: ${error.code ?? error.message}.`,
    hint: 'Give the user of this command the right to read it.',
    origin: { file: path, line: 1, column: 1 },
  }
}

function notJson({ path, text, placeAt }: JsonFile): ProjectProblem {
  const offset = jsonErrorOffset(text)
  const what = offset >= text.length ? 'it ends too early' : 'something else stands here'
  return {
    code: 'lint/not-json',
    severity: 'error',
    message: `${path} is not JSON: ${what}.`,
    hint: 'Give Datadog JSON files, or no path for the TypeScript definitions of this project.',
    origin: { file: path, ...placeAt(offset) },
  }
}
