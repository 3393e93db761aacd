import type { Diagnostic } from '../diagnostic/index.js'
import type { Origin } from '../model/index.js'
import type { Bundle } from './bundle.js'
import type { ProjectProblem } from './failure.js'
import { originMapper, stackPlaces } from './source-map.js'

/** What the builders throw: they name the diagnostics of a wrong definition. */
interface ThrownDefinition extends Error {
  readonly diagnostics: readonly Diagnostic[]
  readonly text?: string
}

/** A problem for whatever user code threw, at the place in the author's file where it happened. */
export function describeThrown(thrown: unknown, bundle: Bundle, root: string, code: string): ProjectProblem {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const origin = placeOf(error, bundle, root)
  const at = origin === undefined ? {} : { origin }
  if (isThrownDefinition(error)) {
    const [first] = error.diagnostics
    return {
      ...(first ?? { code, severity: 'error', message: error.message }),
      ...(error.text !== undefined && { text: error.text }),
      ...at,
    }
  }
  const missing = missingPackage(error)
  if (missing !== undefined) return { code, severity: 'error', ...missing, ...at }
  const name = error.name === 'Error' ? '' : `${error.name}: `
  return { code, severity: 'error', message: `${name}${error.message}`, ...at }
}

/** All diagnostics of a thrown definition error, each at the same place. */
export function describeAllThrown(
  thrown: unknown,
  bundle: Bundle,
  root: string,
  code: string,
): ProjectProblem[] {
  const first = describeThrown(thrown, bundle, root, code)
  if (!(thrown instanceof Error) || !isThrownDefinition(thrown)) return [first]
  return thrown.diagnostics.map(diagnostic => ({
    ...diagnostic,
    ...(first.text !== undefined && { text: first.text }),
    ...(first.origin && { origin: first.origin }),
  }))
}

/** Node says it with the whole stack of files that asked, which here are those of a cache. */
function missingPackage(error: Error): { readonly message: string; readonly hint: string } | undefined {
  const name = /^Cannot find (?:module|package) '([^']+)'/.exec(error.message)?.[1]
  if (name === undefined) return undefined
  return {
    message: `The package \`${name}\` that is imported here is not installed.`,
    hint: `Install it: npm install --save-dev ${packageOf(name)}`,
  }
}

/** `@scope/name/file` and `name/file` are files of a package. */
function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

function placeOf(error: Error, bundle: Bundle, root: string): Origin | undefined {
  const toOrigin = originMapper(bundle, root)
  for (const place of stackPlaces(error, bundle.path)) {
    const origin = toOrigin(place)
    if (origin !== undefined) return origin
  }
  return undefined
}

function isThrownDefinition(error: Error): error is ThrownDefinition {
  return 'diagnostics' in error && Array.isArray(error.diagnostics)
}
