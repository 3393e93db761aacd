import type { Project } from './config.js'
import { isDefinitionFile } from './files.js'
import { readImports } from './kept-bundle.js'

/**
 * The files whose definitions may differ when some files changed: those files, all that import them, and modules that the
 * changed ones call, because a definition stands where its builder is called. `all` when the configuration changed, or
 * when it is not known who imports whom. Paths are relative to the project.
 *
 * @example
 * await filesConcerned(project, ['lib/thresholds.ts']) // Set { 'lib/thresholds.ts', 'monitors/api.ts' }
 */
export async function filesConcerned(
  project: Project,
  changed: readonly string[],
): Promise<ReadonlySet<string> | 'all'> {
  if (changed.includes(project.configFile)) return 'all'
  const imports = await readImports(project.root, project.cacheFolder)
  if (imports === undefined) return 'all'
  const users = new Map<string, string[]>()
  for (const [file, targets] of imports) {
    for (const target of targets) users.set(target, [...(users.get(target) ?? []), file])
  }
  const concerned = new Set(changed)
  // A set grows while it is walked, so what is added is looked at too.
  for (const file of concerned) for (const user of users.get(file) ?? []) concerned.add(user)
  for (const file of concerned) {
    for (const target of imports.get(file) ?? []) {
      if (!isDefinitionFile(project.config.definitions, target)) concerned.add(target)
    }
  }
  return concerned
}
