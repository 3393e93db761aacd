import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { positionAt } from '../../diagnostic/index.js'
import {
  definitionPaths,
  isJsonObject,
  type Json,
  type ResourceKind,
  resourceKinds,
  valueAt,
} from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import { kindOf } from '../../wire/index.js'
import { jsonErrorOffset } from '../lint/json-error.js'
import type { Found, Source } from './found.js'

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
  return {
    found: sources.flatMap(({ found }) => found),
    problems: sources.flatMap(({ problems }) => problems),
  }
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
  if (whole !== undefined) return { found: objectsIn(path, 1, whole), problems: [] }
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }))
  const filled = lines.filter(({ line }) => line.trim() !== '')
  const isLines = filled.length > 1 && parse(filled[0]!.line) !== undefined
  if (!isLines) return { found: [], problems: [notJson(path, text)] }
  const read = filled.map(({ line, number }) => ({ number, value: parse(line) }))
  return {
    found: read.flatMap(({ number, value }) => (value === undefined ? [] : objectsIn(path, number, value))),
    problems: read.flatMap(({ number, value }) =>
      value === undefined
        ? [
            problem(
              path,
              number,
              'import/not-json',
              'This line is not JSON.',
              'Every line must be one whole object.',
            ),
          ]
        : [],
    ),
  }
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

function objectsIn(path: string, line: number, value: Json): Found[] {
  const origin = { file: path, line, column: 1 }
  return definitionPaths(value, object => kindOf(object) !== undefined).map(steps => {
    const payload = valueAt(value, steps) ?? null
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

function notJson(path: string, text: string): ProjectProblem {
  const { line, column } = positionAt(text, jsonErrorOffset(text))
  return {
    ...problem(path, line, 'import/not-json', 'This file is not JSON: it stops making sense here.'),
    origin: { file: path, line, column },
    hint: 'Export it again, or correct it at this place.',
  }
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
