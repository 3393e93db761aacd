import type { ProjectProblem } from '../project/index.js'
import type { Context } from './context.js'
import { exitCode } from './exit-code.js'
import { problemsJson, renderProblems } from './views/problems.js'

/** Writes problems where the command's result would go as JSON, or on stderr for people, and sets the exit code. */
export function reportProblems(context: Context, problems: readonly ProjectProblem[], format: string): void {
  if (format === 'json') context.process.stdout.write(problemsJson(problems))
  else context.process.stderr.write(renderProblems(problems, context.colours))
  context.process.exitCode = exitCode.failed
}

/** Writes what does not stop a command on stderr, so that the result on stdout stays as it is. */
export function reportWarnings(context: Context, problems: readonly ProjectProblem[]): void {
  if (problems.length > 0) context.process.stderr.write(renderProblems(problems, context.colours))
}
