import { addressOf, type Resource, referencesOf } from '../../model/index.js'
import type { Project } from '../context.js'
import { kept } from './memo.js'

/** The resources of a project by address. */
export const byAddress = kept(
  (project: Project): ReadonlyMap<string, Resource> =>
    new Map(project.resources.map(resource => [addressOf(resource), resource])),
)

/** The references that a resource makes to others, once each. */
export const referencesFrom = kept((resource: Resource) => referencesOf(resource))

const referrers = kept((project: Project): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>()
  for (const resource of project.resources) {
    for (const reference of referencesFrom(resource)) {
      const address = addressOf(reference)
      const known = found.get(address)
      if (known === undefined) found.set(address, [resource])
      else known.push(resource)
    }
  }
  return found
})

/** The resources that refer to this one by its key. */
export function referrersOf(project: Project, resource: Resource): readonly Resource[] {
  return referrers(project).get(addressOf(resource)) ?? []
}
