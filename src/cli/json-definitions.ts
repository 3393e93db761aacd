import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Json, Resource } from '../model/index.js'
import type { ProjectProblem } from '../project/index.js'
import { decode } from '../wire/index.js'

/** What JSON files hold: the resources that could be read, and what was wrong with the rest. */
export interface JsonDefinitions {
  readonly resources: readonly Resource[]
  readonly problems: readonly ProjectProblem[]
}

/** Reads every Datadog definition in the files, and in the `.json` files below the folders. */
export async function readJsonDefinitions(
  folder: string,
  paths: readonly string[],
): Promise<JsonDefinitions> {
  const files = (await Promise.all(paths.map(path => jsonFiles(folder, path)))).flat()
  const read = await Promise.all(
    files.map(file => ('code' in file ? { resources: [], problems: [file] } : readOne(folder, file.path))),
  )
  return { resources: read.flatMap(each => each.resources), problems: read.flatMap(each => each.problems) }
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
      entry => entry.isFile() && entry.name.endsWith('.json') && !entry.parentPath.includes('node_modules'),
    )
    .map(entry => ({ path: join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readOne(folder: string, path: string): Promise<JsonDefinitions> {
  const file = relative(folder, path)
  const origin = { file, line: 1, column: 1 }
  const parsed = parseJson(await readFile(path, 'utf8'))
  if (parsed === undefined) return { resources: [], problems: [notJson(file)] }
  const items: readonly Json[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  const decoded = items.map(item => decode(item))
  return {
    resources: decoded.flatMap(each => (each.ok ? [{ ...each.resource, origin }] : [])),
    problems: decoded.flatMap(each =>
      each.ok ? [] : each.diagnostics.map(diagnostic => ({ ...diagnostic, origin })),
    ),
  }
}

function parseJson(text: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json }
  } catch {
    return undefined
  }
}

function noSuchFile(path: string): ProjectProblem {
  return {
    code: 'lint/no-such-file',
    severity: 'error',
    message: `There is no file or folder ${path}.`,
    hint: 'Without a path, the definitions of this project are checked.',
  }
}

function notJson(file: string): ProjectProblem {
  return {
    code: 'lint/not-json',
    severity: 'error',
    message: `${file} is not JSON.`,
    hint: 'Give Datadog JSON files, or no path for the TypeScript definitions of this project.',
    origin: { file, line: 1, column: 1 },
  }
}
