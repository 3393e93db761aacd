import { buildExplainApplication } from './app-explain.js'
import { coloursFor, wantsColour } from './colours.js'
import type { Context } from './context.js'
import { runApplication } from './run.js'

/** Only what `explain` of a text touches: each stream of a process takes Node a millisecond to open. */
const { env: environment, stdout } = process
const context: Context = {
  process: {
    stdout,
    get stderr() {
      return process.stderr
    },
    get exitCode() {
      return process.exitCode ?? null
    },
    set exitCode(code) {
      process.exitCode = code ?? undefined
    },
  },
  folder: process.cwd(),
  environment,
  colours: coloursFor(wantsColour(environment, Boolean(stdout.isTTY))),
  ...(stdout.isTTY && { width: stdout.columns }),
  showsProgress: false,
  // Nobody pipes anything in from a terminal; waiting for it would look like a hang.
  readStdin: async () => {
    if (process.stdin.isTTY) return ''
    const { text } = await import('node:stream/consumers')
    return text(process.stdin)
  },
  now: () => new Date(),
  onInterrupt: () => new AbortController().signal,
}

void runApplication(buildExplainApplication(), process.argv.slice(2), context)
