import { coloursFor, wantsColour } from './colours.js'
import type { Context } from './context.js'

/** The context of a command that runs as a real process. */
export function processContext(process: NodeJS.Process): Context {
  const environment = process.env
  const { stdout, stderr, stdin } = process
  const canAsk = Boolean(stdin.isTTY && stderr.isTTY)
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
    colours: coloursFor(wantsColour(environment, Boolean(stdout.isTTY))),
    ...(stdout.isTTY && { width: stdout.columns }),
    showsProgress: Boolean(stderr.isTTY) && environment.CI === undefined,
    ...(canAsk && { ask: askOnTerminal }),
    // Nobody pipes anything in from a terminal; waiting for it would look like a hang.
    readStdin: () => (stdin.isTTY ? Promise.resolve('') : readAll(stdin)),
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
