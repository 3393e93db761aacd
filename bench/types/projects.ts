import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generate } from '../../src/codegen/index.js'
import type { JsonObject, Resource } from '../../src/model/index.js'
import { decode } from '../../src/wire/index.js'
import { dashboardJson, monitorJson } from './definitions.js'

export interface Size {
  readonly monitors: number
  readonly dashboards: number
}

/** A project and what is in it. */
export interface WrittenProject {
  readonly folder: string
  readonly files: readonly string[]
  readonly bytes: number
}

interface File {
  readonly path: string
  readonly text: string
}

/** Writes the same objects twice: with builders as `dogma import` does, and as plain literals in as many files. */
export function writeProjects(
  folder: string,
  types: string,
  size: Size,
): Readonly<Record<'builders' | 'literals', WrittenProject>> {
  const objects = [...numbers(size.monitors).map(monitorJson), ...numbers(size.dashboards).map(dashboardJson)]
  const { files } = generate(objects.map(resourceOf))
  return {
    builders: writeProject(join(folder, 'builders'), types, files),
    literals: writeProject(join(folder, 'literals'), types, literalFiles(objects, files.length)),
  }
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number)
}

function resourceOf(json: JsonObject): Resource {
  const decoded = decode(json)
  if (!decoded.ok) throw new Error(decoded.diagnostics.map(({ message }) => message).join(' '))
  return { ...decoded.resource, management: { adopt: String(json.id) } }
}

function literalFiles(objects: readonly JsonObject[], count: number): readonly File[] {
  const perFile = Math.ceil(objects.length / count)
  return numbers(Math.ceil(objects.length / perFile)).map(file => {
    const own = objects.slice(file * perFile, (file + 1) * perFile)
    const lines = own.map((json, index) => `export const object${index} = ${JSON.stringify(json, null, 2)}\n`)
    return { path: `literals/file-${file}.ts`, text: lines.join('\n') }
  })
}

function writeProject(folder: string, types: string, files: readonly File[]): WrittenProject {
  const config = {
    compilerOptions: {
      target: 'ES2023',
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      paths: { dogma: [types] },
    },
    include: ['**/*.ts'],
  }
  const own = [
    { path: 'package.json', text: '{"type":"module"}' },
    { path: 'tsconfig.json', text: JSON.stringify(config) },
  ]
  for (const { path, text } of [...own, ...files]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    folder,
    files: files.map(({ path }) => join(folder, path)),
    bytes: files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
  }
}
