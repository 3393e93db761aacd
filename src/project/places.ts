import { readFileSync } from 'node:fs'
import { isJsonObject, type Origin, type Resource } from '../model/index.js'
import type { Bundle } from './bundle.js'
import { companionOf, writeWhole } from './kept-bundle.js'
import { originalsOf } from './mappings.js'
import { sourceFile } from './source-file.js'

/** Places in the author's files, by line and column in the bundle. */
type Places = Readonly<Record<string, Origin | null>>

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
  const kept = readPlaces(bundle)
  const isKept = wanted.every(origin => Object.hasOwn(kept, nameOf(origin)))
  const places = isKept ? kept : findPlaces(bundle, root, wanted)
  if (!isKept && !isRepeatable) await keepPlaces(bundle, places)
  return resources.map(resource => {
    const { origin, ...rest } = resource
    const found = origin?.file === bundle.path ? places[nameOf(origin)] : undefined
    return (found == null ? rest : { ...rest, origin: found }) as Resource
  })
}

function nameOf({ line, column }: Origin): string {
  return `${line}:${column}`
}

function findPlaces(bundle: Bundle, root: string, wanted: readonly Origin[]): Places {
  const { mappings, sources } = JSON.parse(bundle.map()) as { mappings: string; sources: string[] }
  const inOrder = [...wanted].sort((a, b) => a.line - b.line || a.column - b.column)
  const found = originalsOf(
    mappings,
    inOrder.map(({ line, column }) => ({ line: line - 1, column: column - 1 })),
  )
  const files = sources.map(source => sourceFile(source, bundle.path, root))
  const entries = inOrder.map((origin, index) => {
    const original = found[index]
    const file = original === undefined ? undefined : files[original.source]
    const place =
      original === undefined || file === undefined
        ? null
        : { file, line: original.line + 1, column: original.column + 1 }
    return [nameOf(origin), place] as const
  })
  return Object.fromEntries(entries)
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
