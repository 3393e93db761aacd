import { addressOf, type Resource } from '../model/index.js'
import { type LiveObject, type Mark, readMark } from '../wire/index.js'

/**
 * The listed objects that must be read by themselves, because a listing leaves out what the plan needs: monitors whose
 * definition has assets, dashboards that are adopted, and all dashboards when a monitor or SLO is to go.
 */
export function objectsInNeed(
  objects: readonly LiveObject[],
  resources: readonly Resource[],
  project: string,
): LiveObject[] {
  const partial = objects.filter(object => object.partial)
  return [
    ...monitorsWithAssets(objects, resources, project),
    ...(partial.length > 0 && isAnyLeaving(objects, resources, project)
      ? partial
      : adoptedOf(partial, resources)),
  ]
}

/** The mark of an object, when it is this project's. */
export function markIn(project: string, { kind, payload }: LiveObject): Mark | undefined {
  const mark = readMark(kind, payload)
  return mark?.project === project ? mark : undefined
}

function monitorsWithAssets(
  objects: readonly LiveObject[],
  resources: readonly Resource[],
  project: string,
): LiveObject[] {
  const addresses = new Set(
    resources.filter(({ definition }) => definition.assets !== undefined).flatMap(addressesOf),
  )
  return addresses.size === 0
    ? []
    : objects.filter(object => addresses.has(markedAddress(project, object) ?? ''))
}

function isAnyLeaving(
  objects: readonly LiveObject[],
  resources: readonly Resource[],
  project: string,
): boolean {
  const wanted = new Set(resources.flatMap(addressesOf))
  return objects.some(object => {
    const address = object.kind === 'dashboard' ? undefined : markedAddress(project, object)
    return address !== undefined && !wanted.has(address)
  })
}

function adoptedOf(partial: readonly LiveObject[], resources: readonly Resource[]): LiveObject[] {
  const ids = new Set(
    resources.filter(({ kind }) => kind === 'dashboard').map(({ management }) => String(management.adopt)),
  )
  return partial.filter(({ id }) => ids.has(id))
}

/** Where the mark says the object belongs; an object that was replaced belongs nowhere. */
function markedAddress(project: string, object: LiveObject): string | undefined {
  const mark = markIn(project, object)
  if (mark === undefined) return undefined
  return mark.replaced ? '' : addressOf({ kind: object.kind, key: mark.key })
}

function addressesOf({ kind, key, management }: Resource): string[] {
  return [key, ...(management.aliases ?? [])].map(name => addressOf({ kind, key: name }))
}
