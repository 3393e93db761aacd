import { withoutColour } from './colours.js'
import type { Output } from './context.js'
import { renderProblems } from './views/problems.js'

/** Tells what nobody caught: an error of the definitions with its place, and a fault of this program with its stack. */
export async function reportUncaught(stderr: Output, thrown: unknown): Promise<void> {
  const { describeLate } = await import('../project/index.js')
  const problem = describeLate(thrown)
  if (problem !== undefined) stderr.write(renderProblems([problem], withoutColour))
  else stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`)
}
