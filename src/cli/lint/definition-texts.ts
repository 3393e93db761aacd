import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** The texts of the TypeScript and JavaScript files below the folders, by their path relative to the root. */
export async function definitionTexts(
  root: string,
  folders: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const lists = await Promise.all(folders.map(folder => filesBelow(join(root, folder))))
  const files = [...new Set(lists.flat())]
  const texts = await Promise.all(files.map(file => readFile(file, 'utf8')))
  return new Map(files.map((file, index) => [relative(root, file).replaceAll('\\', '/'), texts[index]!]))
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => !file.includes('node_modules'))
}
