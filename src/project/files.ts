import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

const definitionFile = /\.[cm]?[jt]sx?$/
const declarationFile = /\.d\.[cm]?ts$/
const notADefinition = /(\.d\.[cm]?ts|\.(test|spec)\.[cm]?[jt]sx?)$/

/**
 * The definition files below the folders, as absolute paths in a stable order. A folder that does not exist has none;
 * `node_modules` and names that start with a dot are passed over, and links are followed.
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

async function filesBelow(
  folder: string,
  isWanted: (name: string) => boolean,
  above: readonly string[] = [],
): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ignoreMissing)
  const lists = await Promise.all(
    entries
      .filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(async entry => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return filesBelow(path, isWanted, above)
        if (entry.isSymbolicLink() && (await isFolder(path))) return filesBehind(path, isWanted, above)
        return isWanted(entry.name) ? [path] : []
      }),
  )
  return lists.flat()
}

/** The files of a folder behind a link, once: a link to a folder above it would go on for ever. */
async function filesBehind(
  link: string,
  isWanted: (name: string) => boolean,
  above: readonly string[],
): Promise<string[]> {
  const target = await realpath(link)
  const isAbove = above.includes(target) || `${await realpath(join(link, '..'))}/`.startsWith(`${target}/`)
  return isAbove ? [] : filesBelow(link, isWanted, [...above, target])
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}
