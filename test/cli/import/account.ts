import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { JsonObject } from '../../../src/model/index.js'
import { startSandbox } from '../../../src/sandbox/index.js'
import { dogma, type Outcome } from '../harness.js'

const folders: string[] = []

/** An empty folder with an account of its own, which holds what was sent to it over HTTP. */
export interface Place {
  readonly folder: string
  /** The ids of what was sent, in its order. */
  readonly ids: readonly string[]
  run(...words: readonly string[]): Promise<Outcome>
  /** The files that the command wrote, by path. */
  files(): Readonly<Record<string, string>>
}

/** The body may name the ids of what was sent before it. */
type Sent = readonly [
  kind: 'monitor' | 'slo' | 'dashboard',
  body: JsonObject | ((ids: readonly string[]) => JsonObject),
]

export async function placeWith(...objects: readonly Sent[]): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'dogma-import-'))
  folders.push(folder)
  const account = join(folder, '.dogma', 'sandbox.json')
  const sandbox = await startSandbox({ file: account })
  const ids: string[] = []
  for (const [kind, body] of objects) {
    ids.push(await create(sandbox.url, kind, typeof body === 'function' ? body(ids) : body))
  }
  await sandbox.close()
  return {
    folder,
    ids,
    run: (...words) => dogma(words, { folder }),
    files: () => filesIn(folder),
  }
}

async function create(url: string, kind: string, body: JsonObject): Promise<string> {
  const response = await fetch(`${url}/api/v1/${kind}`, {
    method: 'POST',
    headers: { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as { id?: string | number; data?: readonly { id: string }[] }
  const id = answer.id ?? answer.data?.[0]?.id
  if (id === undefined) throw new Error(JSON.stringify(answer))
  return String(id)
}

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(files.map(path => [relative(folder, path), readFileSync(path, 'utf8')]))
}

/** Removes every folder; call it in `afterAll`. */
export function removePlaces(): void {
  for (const folder of folders.splice(0)) if (existsSync(folder)) rmSync(folder, { recursive: true })
}
