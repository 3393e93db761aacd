import { dirname, join, relative } from 'node:path'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import type { Origin } from '../model/index.js'
import type { Bundle } from './bundle.js'

/** Turns places in a bundle into places in the author's files, with paths relative to the project's root. */
export function originMapper(bundle: Bundle, root: string): (place: Origin) => Origin | undefined {
  let map: TraceMap | undefined
  return place => {
    if (place.file !== bundle.path) return undefined
    // Most runs print no place at all, so the map is only read for the first that does.
    map ??= new TraceMap(bundle.map())
    const found = originalPositionFor(map, { line: place.line, column: Math.max(0, place.column - 1) })
    if (found.source === null) return undefined
    const file = relative(root, join(dirname(bundle.path), found.source)).replaceAll('\\', '/')
    return { file, line: found.line, column: found.column + 1 }
  }
}

const frame = /\(?((?:file:\/\/)?(?:[A-Za-z]:)?[^\s():]+\.[cm]?js):(\d+):(\d+)\)?$/

/** The places of an error's stack, innermost first. */
export function stackPlaces(error: Error): Origin[] {
  return (error.stack ?? '').split('\n').flatMap(line => {
    const match = frame.exec(line.trim())
    return match === null ? [] : [{ file: match[1]!, line: Number(match[2]), column: Number(match[3]) }]
  })
}
