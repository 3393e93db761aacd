import type { Context } from './context.js'
import { reportProblems } from './report.js'

/**
 * True when `--yes` was given or somebody at the terminal agrees. Otherwise says so, sets the exit code, and gives false:
 * where nobody can answer, nothing is done.
 */
export async function confirms(context: Context, yes: boolean, question: string): Promise<boolean> {
  if (yes) return true
  const answer = await context.ask?.(`${question} Type yes to go on: `)
  if (answer?.trim().toLowerCase() === 'yes') return true
  reportProblems(context, [answer === undefined ? nobodyToAsk : refused], 'text')
  return false
}

const nobodyToAsk = {
  code: 'cli/not-confirmed',
  severity: 'error',
  message: 'Nothing was done: there is no terminal to confirm on.',
  hint: 'Add --yes where nobody can answer, as in CI.',
} as const

const refused = { code: 'cli/not-confirmed', severity: 'error', message: 'Nothing was done.' } as const
