import { readFileSync } from 'node:fs'
import { isJsonObject, type Origin, type Resource } from '../model/index.js'
import type { Bundle } from './bundle.js'
import { companionOf, writeWhole } from './kept-bundle.js'
import { originMapper } from './source-map.js'

/** Places in the author's files, by line and column in the bundle. */
type Places = Record<string, Origin | null>

/**
 * The resources with their places in the author's files instead of those in the bundle. The same code has the same places
 * in every run, so they are kept: reading a source map of thousands of definitions takes longer than running them.
 */
export async function placeInFiles(
  resources: readonly Resource[],
  bundle: Bundle,
  root: string,
): Promise<Resource[]> {
  const places = readPlaces(bundle)
  const toOrigin = originMapper(bundle, root)
  let isNew = false
  const placed = resources.map(resource => {
    const { origin } = resource
    if (origin === undefined) return resource
    if (origin.file !== bundle.path) return withOrigin(resource, undefined)
    const name = `${origin.line}:${origin.column}`
    if (!Object.hasOwn(places, name)) {
      isNew = true
      places[name] = toOrigin(origin) ?? null
    }
    return withOrigin(resource, places[name] ?? undefined)
  })
  if (isNew) await keepPlaces(bundle, places)
  return placed
}

function withOrigin(resource: Resource, origin: Origin | undefined): Resource {
  const { origin: _, ...rest } = resource
  return (origin === undefined ? rest : { ...rest, origin }) as Resource
}

function readPlaces({ path, id }: Bundle): Places {
  try {
    const kept: unknown = JSON.parse(readFileSync(companionOf(path, id, 'places'), 'utf8'))
    return isJsonObject(kept) ? (kept as Places & typeof kept) : {}
  } catch {
    return {}
  }
}

async function keepPlaces({ path, id }: Bundle, places: Places): Promise<void> {
  await writeWhole(companionOf(path, id, 'places'), JSON.stringify(places)).catch(() => undefined)
}
