import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { libraryEntries } from '../../scripts/entries.js'
import { allImports, filesBelow, folderOf, type Import, root } from './imports.js'
import { layers, mayUseNode, packages } from './layers.js'

const imports = allImports()
const own = imports.filter(each => each.isOwn)
const foreign = imports.filter(each => !each.isOwn)
const allowed = new Map(layers)

const show = ({ from, to }: Import) => `${from} → ${to}`
const isNodeModule = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

describe('the folders of src/', () => {
  it('are exactly those of the table', () => {
    const folders = [...new Set(filesBelow('src').map(folderOf))].sort()
    expect(folders).toEqual(layers.map(([folder]) => folder).sort())
  })

  it('have a table in which each row names only rows above it', () => {
    const names = layers.map(([folder]) => folder)
    const upward = layers.flatMap(([folder, mayImport], row) =>
      mayImport.filter(other => !names.slice(0, row).includes(other)).map(other => `${folder} → ${other}`),
    )
    expect(upward).toEqual([])
  })

  it('import only what the table allows, types included', () => {
    const wrong = own.filter(({ from, to }) => {
      const [source, target] = [folderOf(from), folderOf(to)]
      return source !== target && !allowed.get(source)?.includes(target)
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('see of each other only the index', () => {
    const deep = own.filter(
      ({ from, to }) => folderOf(from) !== folderOf(to) && !/^([^/]+\/)?index\.ts$/.test(to),
    )
    expect(deep.map(show)).toEqual([])
  })

  it('have tests', () => {
    const tested = new Set(
      filesBelow('test')
        .filter(file => file.endsWith('.test.ts'))
        .map(folderOf),
    )
    const untested = layers
      .map(([folder]) => folder)
      .filter(folder => !folder.endsWith('.ts') && !tested.has(folder))
    expect(untested).toEqual([])
  })
})

describe('the files of src/', () => {
  it('never import in a circle', () => {
    expect(circles(own)).toEqual([])
  })

  it('are all reached from a public entry or from the command', () => {
    const reached = new Set<string>()
    const follow = (file: string): void => {
      if (reached.has(file)) return
      reached.add(file)
      for (const { from, to } of own) if (from === file) follow(to)
    }
    const starts = [
      ...Object.values(libraryEntries),
      'src/cli/main.ts',
      'src/cli/main-explain.ts',
      'src/cli/launcher.ts',
      'src/web/main.ts',
      'src/web/loader.ts',
    ]
    for (const start of starts) follow(start.replace('src/', ''))
    expect(filesBelow('src').filter(file => !reached.has(file))).toEqual([])
  })

  it('import files that exist', () => {
    expect(own.filter(({ to }) => !existsSync(join(root, 'src', to))).map(show)).toEqual([])
  })
})

describe('what comes from elsewhere', () => {
  it('is Node only where a process is at hand', () => {
    const wrong = foreign.filter(({ from, to }) => isNodeModule(to) && !mayUseNode.includes(folderOf(from)))
    expect(wrong.map(show)).toEqual([])
  })

  it('is a package of the table, imported from its one place', () => {
    const wrong = foreign.filter(({ from, to }) => {
      if (isNodeModule(to)) return false
      const name = to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/')
      const places = packages[name]?.split(' or ') ?? []
      return !places.some(place => from === place || from.startsWith(`${place}/`))
    })
    expect(wrong.map(show)).toEqual([])
  })
})

function circles(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const follow = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const target of next.get(file) ?? []) follow(target, [...path, file])
    state.set(file, 'done')
  }
  for (const file of next.keys()) follow(file, [])
  return found
}
