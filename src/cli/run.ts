import { type Application, run } from '@stricli/core'
import type { Context } from './context.js'
import { exitCode } from './exit-code.js'

/** Runs a command line. Wrong words on it (an unknown command or flag) end with the code of every other failure. */
export async function runApplication(
  application: Application<Context>,
  words: readonly string[],
  context: Context,
): Promise<void> {
  await run(application, asFlags(words), context)
  const code = Number(context.process.exitCode ?? 0)
  if (code < 0 || code > exitCode.interrupted) context.process.exitCode = exitCode.failed
}

/** `dogma help plan` and `dogma version`, as other tools have them. */
function asFlags(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words
  if (first === 'help') return [...rest, '--help']
  return first === 'version' && rest.length === 0 ? ['--version'] : words
}
