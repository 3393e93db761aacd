import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { type Position, positionAt } from '../../diagnostic/index.js'
import {
  definitionPaths,
  isJsonObject,
  type Json,
  type JsonPath,
  type ResourceKind,
  resourceKinds,
  valueAt,
} from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import { kindOf } from '../../wire/index.js'
import { jsonErrorOffset } from '../lint/json-error.js'
import { jsonPositions, nodeAt } from '../lint/json-positions.js'
import { lineCounter } from '../lint/lines.js'
import { isTerraformPlan } from '../lint/terraform.js'
import type { Found, Source } from './found.js'
import { salvaged } from './salvage.js'

/** Larger files are no definitions, and reading one would take the memory of the machine. */
const largestFile = 256 * 1024 * 1024

/**
 * Reads every definition in the files, and in the JSON files below the folders: bodies and answers of the API, exports of
 * the web interface, lists of them under any of the usual names, and backups of dogma, which hold an object on each line.
 */
export async function readFiles(folder: string, paths: readonly string[]): Promise<Source> {
  const sources: Source[] = []
  for (const path of paths) {
    for (const file of await filesAt(folder, path)) {
      sources.push(typeof file === 'string' ? await readOne(folder, file) : { found: [], problems: [file] })
    }
  }
  return joined(sources)
}

async function filesAt(folder: string, path: string): Promise<readonly (string | ProjectProblem)[]> {
  const whole = resolve(folder, path)
  const found = await stat(whole).catch(() => undefined)
  if (found === undefined)
    return [problem(path, 1, 'import/no-file', 'There is no such file.', 'Check the path.')]
  if (!found.isDirectory()) return [found.size > largestFile ? tooLarge(path) : whole]
  const entries = await readdir(whole, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && /\.jsonl?$/.test(entry.name) && !/node_modules/.test(entry.parentPath))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

async function readOne(folder: string, whole: string): Promise<Source> {
  const path = relative(folder, whole).replaceAll('\\', '/')
  const text = await readFile(whole, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof text !== 'string') {
    const hint = 'Check that the file may be read.'
    return { found: [], problems: [problem(path, 1, 'import/unreadable', `${text.message}.`, hint)] }
  }
  return definitionsIn(path, text.replace(/^\uFEFF/, ''))
}

/** Exported for tests: what the text of a file holds. */
export function definitionsIn(path: string, text: string): Source {
  const whole = parse(text)
  if (whole !== undefined) return contentOf(path, 1, whole, text)
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }))
  const filled = lines.filter(({ line }) => line.trim() !== '')
  const isLines = filled.length > 1 && parse(filled[0]!.line) !== undefined
  if (!isLines) return brokenContent(path, text)
  return joined(
    filled.map(({ line, number }) => {
      const value = parse(line)
      return value === undefined
        ? { found: [], problems: [brokenLine(path, number)] }
        : contentOf(path, number, value, line)
    }),
  )
}

function contentOf(path: string, line: number, value: Json, text: string): Source {
  if (isTerraformPlan(value)) return { found: [], problems: [terraform(path, line)] }
  return isTooDeep(value)
    ? { found: [], problems: [tooDeep(path, line)] }
    : { found: objectsIn(path, value, placesIn(text, line)), problems: [] }
}

/** Where the value at a path stands. */
type PlaceOf = (path: JsonPath) => Position

/** The places in a text that is JSON and starts in this line of its file. */
function placesIn(text: string, first: number): PlaceOf {
  const start: Position = { line: first, column: 1 }
  let placed: PlaceOf | undefined
  // Nearly every file holds one object; only lists are worth a scan.
  return path => {
    if (path.length === 0) return start
    placed ??= scannedPlaces(text, start)
    return placed(path)
  }
}

function scannedPlaces(text: string, start: Position): PlaceOf {
  const root = jsonPositions(text)
  const placeAt = lineCounter(text)
  return path => {
    const node = root && nodeAt(root, path)
    if (node === undefined) return start
    const { line, column } = placeAt(node.start)
    return { line: start.line + line - 1, column }
  }
}

/** Half an export still holds whole objects. */
function brokenContent(path: string, text: string): Source {
  const { name, items, starts } = salvaged(text)
  const content = name !== undefined && Object.hasOwn(kindsOfLists, name) ? { [name]: items } : items
  const placeAt = lineCounter(text)
  const placeOf: PlaceOf = steps => placeAt(starts[steps.find(step => typeof step === 'number') ?? 0] ?? 0)
  const found = isTooDeep(items) ? [] : objectsIn(path, content, placeOf)
  return { found, problems: [notJson(path, text, found.length)] }
}

function joined(sources: readonly Source[]): Source {
  return {
    found: sources.flatMap(({ found }) => found),
    problems: sources.flatMap(({ problems }) => problems),
  }
}

/** No definition comes near; what is deeper was made to exhaust whoever reads it. */
const deepest = 200

function isTooDeep(whole: Json): boolean {
  let level: readonly Json[] = [whole]
  for (let depth = 0; depth <= deepest; depth += 1) {
    const next: Json[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      for (const inner of Object.values(value))
        if (typeof inner === 'object' && inner !== null) next.push(inner)
    }
    if (next.length === 0) return false
    level = next
  }
  return true
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** What the lists of answers and exports hold. */
const kindsOfLists: Readonly<Record<string, ResourceKind>> = {
  dashboards: 'dashboard',
  monitors: 'monitor',
  slos: 'slo',
}

function objectsIn(path: string, value: Json, placeOf: PlaceOf): Found[] {
  return definitionPaths(value, object => kindOf(object) !== undefined).map(steps => {
    const payload = valueAt(value, steps) ?? null
    const origin = { file: path, ...placeOf(steps) }
    if (!isJsonObject(payload)) return { payload: { value: payload }, origin }
    const holder = typeof steps.at(-1) === 'string' ? valueAt(value, steps.slice(0, -1)) : undefined
    const wrapper = isJsonObject(holder) ? holder : {}
    const kind = namedKind(wrapper.kind) ?? steps.map(step => kindsOfLists[step]).find(Boolean)
    const id = idOf(wrapper.id) ?? idOf(payload.id)
    return { payload, origin, ...(kind && { kind }), ...(id && { id }) }
  })
}

function idOf(id: Json | undefined): string | undefined {
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined
}

function namedKind(value: Json | undefined): ResourceKind | undefined {
  return resourceKinds.find(kind => kind === value)
}

function brokenLine(path: string, line: number): ProjectProblem {
  const message = 'This line is not JSON.'
  return problem(path, line, 'import/not-json', message, 'Every line must be one whole object.')
}

function notJson(path: string, text: string, taken: number): ProjectProblem {
  const { line, column } = positionAt(text, jsonErrorOffset(text))
  const before = taken === 0 ? '' : ` What is whole before this place was taken: ${taken} of its objects.`
  return {
    ...problem(path, line, 'import/not-json', `This file is not JSON: it stops making sense here.${before}`),
    origin: { file: path, line, column },
    hint: 'Export it again, or correct it at this place.',
  }
}

function tooDeep(path: string, line: number): ProjectProblem {
  const message = `This JSON is nested more than ${deepest} levels deep, which no definition is.`
  return problem(path, line, 'import/too-deep', message, 'Check how the file was made.')
}

function terraform(path: string, line: number): ProjectProblem {
  const message = 'This is a plan or state of Terraform, which names fields its own way.'
  const hint = `Import the live objects: dogma import --all --include-managed. \`dogma lint ${path}\` checks the file as it is.`
  return problem(path, line, 'import/terraform', message, hint)
}

function tooLarge(path: string): ProjectProblem {
  const message = 'This file is larger than 256 MB, so it is no file of definitions.'
  return problem(path, 1, 'import/too-large', message, 'Split it, or export fewer objects at a time.')
}

function problem(file: string, line: number, code: string, message: string, hint?: string): ProjectProblem {
  return {
    code,
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    origin: { file, line, column: 1 },
  }
}
