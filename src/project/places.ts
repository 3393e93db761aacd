import { readFileSync } from 'node:fs'
import type { Origin, Resource } from '../model/index.js'
import type { Bundle } from './bundle.js'
import { companionOf, writeWhole } from './kept-bundle.js'
import { originalsOf } from './mappings.js'
import { sourceFile } from './source-file.js'

/** For each place in a bundle the one in the author's files, null where the map has none. */
type Places = ReadonlyMap<number, Origin | null>

/**
 * The resources with their places in the author's files instead of those in the bundle. The same code has the same places
 * in every run, so they are kept, unless what was run is itself kept with its places.
 */
export async function placeInFiles(
  resources: readonly Resource[],
  bundle: Bundle,
  root: string,
  isRepeatable: boolean,
): Promise<Resource[]> {
  const wanted = resources.flatMap(({ origin }) => (origin?.file === bundle.path ? [origin] : []))
  const places = isRepeatable ? findPlaces(bundle, root, wanted) : await keptPlaces(bundle, root, wanted)
  return resources.map(resource => {
    const { origin, ...rest } = resource
    const found = origin?.file === bundle.path ? places.get(keyOf(origin)) : undefined
    return (found == null ? rest : { ...rest, origin: found }) as Resource
  })
}

/** One number for line and column: no line of a bundle is that long. */
function keyOf({ line, column }: Origin): number {
  return line * 2 ** 28 + column
}

function findPlaces(bundle: Bundle, root: string, wanted: readonly Origin[]): Places {
  const { mappings, sources } = JSON.parse(bundle.map()) as { mappings: string; sources: string[] }
  const inOrder = [...wanted].sort((a, b) => a.line - b.line || a.column - b.column)
  const found = originalsOf(
    mappings,
    inOrder.map(({ line, column }) => ({ line: line - 1, column: column - 1 })),
  )
  const files = sources.map(source => sourceFile(source, bundle.path, root))
  const places = new Map<number, Origin | null>()
  for (const [index, original] of found.entries()) {
    const file = original && files[original.source]
    const place = file === undefined ? null : { file, line: original!.line + 1, column: original!.column + 1 }
    places.set(keyOf(inOrder[index]!), place)
  }
  return places
}

async function keptPlaces(bundle: Bundle, root: string, wanted: readonly Origin[]): Promise<Places> {
  const kept = readPlaces(bundle)
  if (wanted.every(origin => kept.has(keyOf(origin)))) return kept
  const places = findPlaces(bundle, root, wanted)
  const text = JSON.stringify([...places])
  await writeWhole(companionOf(bundle.path, bundle.id, 'places'), text).catch(() => undefined)
  return places
}

function readPlaces({ path, id }: Bundle): Places {
  try {
    const kept: unknown = JSON.parse(readFileSync(companionOf(path, id, 'places'), 'utf8'))
    return new Map(kept as [number, Origin | null][])
  } catch {
    return new Map()
  }
}
