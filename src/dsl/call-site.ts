import type { Origin } from '../model/index.js'

/** A function that authors call. */
export type Boundary = (...args: never) => unknown

/**
 * Where the author called `boundary`: file, line and column as the running code has them. Whoever compiled the file maps
 * them back to the source. Undefined outside of V8, or when there is no caller.
 */
export function callSite(boundary: Boundary): Origin | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error
  const holder: { stack?: unknown } = {}
  try {
    // One frame, not formatted: a project has thousands of these calls.
    Error.stackTraceLimit = 1
    Error.prepareStackTrace = (_, [site]) => site
    Error.captureStackTrace?.(holder, boundary)
    return originOf(holder.stack)
  } finally {
    Error.prepareStackTrace = prepareStackTrace
    Error.stackTraceLimit = stackTraceLimit
  }
}

function originOf(site: unknown): Origin | undefined {
  if (typeof site !== 'object' || site === null) return undefined
  const frame = site as NodeJS.CallSite
  const file = frame.getFileName()
  const line = frame.getLineNumber()
  const column = frame.getColumnNumber()
  return file == null || line === null || column === null ? undefined : { file, line, column }
}
