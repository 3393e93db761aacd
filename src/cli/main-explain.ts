import { buildExplainApplication } from './app-explain.js'
import { coloursFor } from './colours.js'
import type { Context } from './context.js'
import { outputOf } from './output.js'
import { runApplication } from './run.js'

/** Only what `explain` of a text touches: each stream of a process takes Node milliseconds to open. */
async function explainContext(): Promise<Context> {
  const { env: environment } = process
  const stdout = outputOf(process, 1)
  return {
    process: {
      stdout,
      stderr: outputOf(process, 2),
      get exitCode() {
        return process.exitCode ?? null
      },
      set exitCode(code) {
        process.exitCode = code ?? undefined
      },
    },
    folder: process.cwd(),
    environment,
    colours: await coloursFor(environment, stdout.isTerminal),
    ...(stdout.isTerminal && { width: process.stdout.columns }),
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
}

void explainContext().then(context =>
  runApplication(buildExplainApplication(), process.argv.slice(2), context),
)
