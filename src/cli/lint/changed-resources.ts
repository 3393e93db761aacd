import { addressOf, type Resource, referencesOf } from '../../model/index.js'

/** What is needed to tell which resources a change may concern. */
export interface ChangedProject {
  readonly resources: readonly Resource[]
  /** Files, changed or new, relative to the same folder as the origins of the resources. */
  readonly files: ReadonlySet<string>
  /** The configuration, which concerns every resource. */
  readonly configFile?: string | undefined
  /** Folders of definitions: a changed file there that defines nothing may be part of any definition. */
  readonly folders: readonly string[]
}

/** The addresses of the resources whose file changed, and of those that refer to them, directly or through others. */
export function changedResources(project: ChangedProject): ReadonlySet<string> {
  const { resources, files } = project
  if (concernsAll(project)) return new Set(resources.map(addressOf))
  const changed = new Set(
    resources.filter(({ origin }) => origin !== undefined && files.has(origin.file)).map(addressOf),
  )
  let size: number
  do {
    size = changed.size
    for (const resource of resources) {
      if (referencesOf(resource).some(reference => changed.has(addressOf(reference))))
        changed.add(addressOf(resource))
    }
  } while (changed.size > size)
  return changed
}

function concernsAll({ resources, files, configFile, folders }: ChangedProject): boolean {
  if (configFile !== undefined && files.has(configFile)) return true
  const defining = new Set(resources.map(resource => resource.origin?.file))
  return [...files].some(
    file =>
      /\.[cm]?[jt]s$/.test(file) &&
      !defining.has(file) &&
      folders.some(folder => file.startsWith(`${folder.replace(/^\.\/|\/$/g, '')}/`)),
  )
}
