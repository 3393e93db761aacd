import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** One import statement of a source file. Paths are relative to `src/`. */
export interface Import {
  readonly from: string
  /** A path below `src/` for our own files; the module's name for others. */
  readonly to: string
  readonly isOwn: boolean
}

/** Every TypeScript file below a folder of the repository, relative to that folder. */
export function filesBelow(folder: string): string[] {
  const base = join(root, folder)
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(base, join(entry.parentPath, entry.name)))
    .sort()
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\('([^']+)'\)/g

/** Every import of every source file, type-only ones included. */
export function allImports(): Import[] {
  return filesBelow('src').flatMap(from => {
    const text = readFileSync(join(root, 'src', from), 'utf8')
    return Array.from(text.matchAll(statement), match =>
      resolveImport(from, (match[1] ?? match[2] ?? match[3])!),
    )
  })
}

function resolveImport(from: string, specifier: string): Import {
  if (!specifier.startsWith('.')) return { from, to: specifier, isOwn: false }
  const to = join(dirname(from), specifier).replace(/\.js$/, '.ts')
  return { from, to, isOwn: true }
}

/** The folder of `src/` that a file belongs to; the file itself for those at the top. */
export function folderOf(file: string): string {
  const slash = file.indexOf('/')
  return slash === -1 ? file : file.slice(0, slash)
}
