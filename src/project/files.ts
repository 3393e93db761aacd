import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const definitionFile = /\.(ts|mts|js|mjs)$/
const declarationFile = /\.d\.(ts|mts)$/
const notADefinition = /(\.d\.(ts|mts)|\.(test|spec)\.(ts|mts|js|mjs))$/

/**
 * The definition files below the folders, as absolute paths in a stable order. A folder that does not exist has none;
 * `node_modules` and names that start with a dot are passed over.
 */
export function findDefinitionFiles(root: string, folders: readonly string[]): Promise<string[]> {
  return findFiles(root, folders, name => definitionFile.test(name) && !notADefinition.test(name))
}

/** The declaration files below the folders: only the type check reads them. */
export function findDeclarationFiles(root: string, folders: readonly string[]): Promise<string[]> {
  return findFiles(root, folders, name => declarationFile.test(name))
}

async function findFiles(
  root: string,
  folders: readonly string[],
  isWanted: (name: string) => boolean,
): Promise<string[]> {
  const lists = await Promise.all(folders.map(folder => filesBelow(join(root, folder), isWanted)))
  return [...new Set(lists.flat())].sort()
}

/** True for a file, relative to the project, that is run by itself and not only because another one imports it. */
export function isDefinitionFile(folders: readonly string[], file: string): boolean {
  return folders.some(folder => file.startsWith(`${folder.replace(/^\.\/|\/+$/g, '')}/`))
}

async function filesBelow(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ignoreMissing)
  const lists = await Promise.all(
    entries
      .filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(entry => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return filesBelow(path, isWanted)
        return isWanted(entry.name) ? [path] : []
      }),
  )
  return lists.flat()
}

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}
