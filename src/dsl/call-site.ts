import type { Origin } from '../model/index.js'

/** Frames of this package lie in its own folder; the first frame outside is the author's. */
const ownFolder = import.meta.url.slice(0, import.meta.url.lastIndexOf('/') + 1)
const ownPath = ownFolder.replace(/^file:\/\//, '')

interface Frame {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Deeper than any chain of our own calls. */
const depth = 16

/**
 * Where the author called a builder: file, line and column as the running code has them. Whoever compiled the file maps
 * them back to the source. Undefined when no frame is outside this package.
 */
export function callSite(): Origin | undefined {
  return framesAbove().find(frame => !isOwn(frame.file))
}

function isOwn(file: string): boolean {
  return file.startsWith(ownFolder) || file.startsWith(ownPath) || file.startsWith('node:')
}

/** Reading call sites costs a tenth of formatting and parsing `error.stack`. */
function framesAbove(): readonly Frame[] {
  const { prepareStackTrace, stackTraceLimit } = Error
  const holder: { stack?: unknown } = {}
  try {
    Error.stackTraceLimit = depth
    Error.prepareStackTrace = (_, sites) => sites.flatMap(frameOf)
    Error.captureStackTrace(holder, framesAbove)
    return Array.isArray(holder.stack) ? (holder.stack as Frame[]) : []
  } finally {
    Error.prepareStackTrace = prepareStackTrace
    Error.stackTraceLimit = stackTraceLimit
  }
}

function frameOf(site: NodeJS.CallSite): Frame[] {
  const file = site.getFileName() ?? site.getScriptNameOrSourceURL()
  const line = site.getLineNumber()
  const column = site.getColumnNumber()
  return file == null || line === null || column === null ? [] : [{ file, line, column }]
}
