import { addressOf, type Monitor, type Resource, referencesIn, type Slo } from '../../model/index.js'

/** Every resource by what other definitions call it: its id in the account, or `${monitor:key}`. */
export interface Directory {
  readonly monitor: (id: string) => Monitor | undefined
  readonly slo: (id: string) => Slo | undefined
}

/** Ids come from `adopt`, which imported resources carry. */
export function directoryOf(resources: readonly Resource[]): Directory {
  const byName = new Map<string, Resource>()
  for (const resource of resources) {
    byName.set(addressOf(resource), resource)
    const { adopt } = resource.management
    if (adopt !== undefined) byName.set(`${resource.kind}/${adopt}`, resource)
  }
  const find = (kind: Resource['kind'], id: string): Resource | undefined => {
    const [reference] = referencesIn(id)
    const isReference = reference !== undefined && id === `\${${reference.kind}:${reference.key}}`
    return byName.get(isReference ? addressOf(reference) : `${kind}/${id}`)
  }
  return {
    monitor: id => {
      const found = find('monitor', id)
      return found?.kind === 'monitor' ? found : undefined
    },
    slo: id => {
      const found = find('slo', id)
      return found?.kind === 'slo' ? found : undefined
    },
  }
}

/** The addresses of the resources that the code of one names. */
export type ReferencedIds = (resource: Resource) => readonly string[]
