import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import type { Origin } from '../model/index.js'
import type { Bundle } from './bundle.js'
import { sourceFile } from './source-file.js'

/** Turns places in a bundle into places in the author's files, with paths relative to the project's root. */
export function originMapper(bundle: Bundle, root: string): (place: Origin) => Origin | undefined {
  let map: TraceMap | undefined
  return place => {
    if (place.file !== bundle.path) return undefined
    // Most runs print no place at all, so the map is only read for the first that does.
    map ??= new TraceMap(bundle.map())
    const found = originalPositionFor(map, { line: place.line, column: Math.max(0, place.column - 1) })
    if (found.source === null) return undefined
    return { file: sourceFile(found.source, bundle.path, root), line: found.line, column: found.column + 1 }
  }
}

/** The places in `file` of an error's stack, innermost first. Its path may hold spaces and parentheses. */
export function stackPlaces(error: Error, file: string): Origin[] {
  return (error.stack ?? '').split('\n').flatMap(line => {
    const [, after] = line.split(`${file}:`)
    const match = /^(\d+):(\d+)\)?$/.exec(after ?? '')
    return match === null ? [] : [{ file, line: Number(match[1]), column: Number(match[2]) }]
  })
}
