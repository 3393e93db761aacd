import { addressOf, type Resource } from '../../model/index.js'
import type { ReferencedIds } from './references.js'

const folders = { monitor: 'monitors', slo: 'slos' } as const

/**
 * The file of each resource, by address. Monitors and SLOs stand together by their `service:` tag, else by their `team:`
 * tag; every dashboard has a file of its own. Files import each other one way: monitors, then SLOs with their alerts,
 * then composites of monitors in several files, then dashboards.
 */
export function placesOf(
  resources: readonly Resource[],
  references: ReferencedIds,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  const simple = resources.filter(resource => references(resource).length === 0)
  const others = resources.filter(resource => references(resource).length > 0)
  for (const resource of [...simple, ...others]) {
    places.set(
      addressOf(resource),
      placeOf(
        resource,
        references(resource).map(address => places.get(address)),
      ),
    )
  }
  return places
}

function placeOf(resource: Resource, referred: readonly (string | undefined)[]): string {
  if (resource.kind === 'dashboard')
    return `dashboards/${withoutDevices(resource.key.replaceAll('.', '-'))}.ts`
  const group = groupOf(resource)
  const usual = `${folders[resource.kind]}/${group}.ts`
  if (resource.kind === 'slo' || referred.every(place => place === usual)) return usual
  return resource.definition.type === 'slo alert' ? `slos/${group}.ts` : `monitors/composites/${group}.ts`
}

/** `payments` for `service:Payments`; `general` without such a tag. */
function groupOf(resource: Resource): string {
  const tags = Array.isArray(resource.definition.tags) ? resource.definition.tags : []
  for (const key of ['service:', 'team:']) {
    const tag = tags.find(each => typeof each === 'string' && each.toLowerCase().startsWith(key))
    const name = typeof tag === 'string' ? fileName(tag.slice(key.length)) : ''
    if (name !== '') return name
  }
  return 'general'
}

/** Letters, digits and dashes only, so that no tag can lead to another folder or to a special file. */
function fileName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return withoutDevices(name)
}

/** Windows keeps some names for devices. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
function withoutDevices(name: string): string {
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `${name}-` : name
}
