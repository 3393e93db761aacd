import { coloursFor } from './colours.js'
import type { Context } from './context.js'
import { outputOf } from './output.js'

/** The context of a command that runs as a real process. */
export async function processContext(process: NodeJS.Process): Promise<Context> {
  const environment = process.env
  const stdout = outputOf(process, 1)
  const stderr = outputOf(process, 2)
  return {
    process: {
      stdout,
      stderr,
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
    // Asked only where it matters: what a stream is takes a millisecond to find out.
    get showsProgress() {
      return stderr.isTerminal && environment.CI === undefined
    },
    get ask() {
      return stderr.isTerminal && process.stdin.isTTY ? askOnTerminal : undefined
    },
    // Nobody pipes anything in from a terminal; waiting for it would look like a hang.
    readStdin: () => (process.stdin.isTTY ? Promise.resolve('') : readAll(process.stdin)),
    now: () => new Date(),
    onInterrupt: () => interruptedSignal(process),
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  // Loaded only here: most runs are given their text as an argument, and this one module takes milliseconds.
  const { text } = await import('node:stream/consumers')
  return text(stream)
}

async function askOnTerminal(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

/** The first Ctrl-C asks the command to finish what is under way; the second ends the process at once. */
function interruptedSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return controller.signal
}
