import type { Route } from './route.js'

export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
  /** Rate limits count per bucket: one per route. */
  readonly bucket: string
}

interface Entry {
  readonly route: Route
  readonly segments: readonly string[]
  readonly bucket: string
}

export type Router = (method: string, path: string) => Match | undefined

/** A function that finds the route of a request. Earlier routes win, so fixed segments stand before parameters. */
export function createRouter(routes: readonly Route[]): Router {
  const entries = new Map<string, Entry[]>()
  for (const route of routes) {
    const segments = split(route.path)
    const key = keyOf(route.method, segments)
    entries.set(key, [...(entries.get(key) ?? []), { route, segments, bucket: bucketOf(route, segments) }])
  }
  return (method, path) => {
    const segments = split(path)
    for (const entry of entries.get(keyOf(method, segments)) ?? []) {
      const params = matchSegments(entry.segments, segments)
      if (params) return { route: entry.route, params, bucket: entry.bucket }
    }
    return undefined
  }
}

function split(path: string): readonly string[] {
  return path.replace(/\/+$/, '').split('/').slice(1)
}

function keyOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments.length}`
}

function bucketOf(route: Route, segments: readonly string[]): string {
  const words = segments
    .slice(2)
    .map(segment => (segment.startsWith(':') ? 'one' : segment.replaceAll('-', '_')))
  return [...words, route.method.toLowerCase()].join('_')
}

function matchSegments(pattern: readonly string[], segments: readonly string[]) {
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index]!
    if (!expected.startsWith(':')) {
      if (expected !== segment) return undefined
      continue
    }
    const decoded = decode(segment)
    if (decoded === undefined) return undefined
    params[expected.slice(1)] = decoded
  }
  return params
}

/** Undefined for a broken percent sequence: such an address names nothing. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
