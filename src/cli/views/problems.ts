import { type Diagnostic, renderFrame, visible } from '../../diagnostic/index.js'
import type { ProjectProblem } from '../../project/index.js'
import type { Colours } from '../colours.js'

/** Problems as people read them: place, severity and code; the sentence; the piece of text with a caret; the way out. */
export function renderProblems(problems: readonly ProjectProblem[], colours: Colours): string {
  return `${problems.map(problem => renderProblem(problem, colours)).join('\n\n')}\n`
}

function renderProblem(problem: ProjectProblem, colours: Colours): string {
  const { origin } = problem
  const place =
    origin === undefined ? [] : [colours.strong(`${visible(origin.file)}:${origin.line}:${origin.column}`)]
  const head = [...place, markSeverity(problem, colours), colours.faint(problem.code)].join(' · ')
  const frame =
    problem.text !== undefined && problem.span !== undefined
      ? renderFrame(problem.text, problem.span).split('\n')
      : []
  const hint = problem.hint === undefined ? [] : visible(problem.hint).split('\n')
  const body = [...visibleLines(problem.message), ...frame, ...hint]
  return [head, ...body.map(line => `  ${line}`)].join('\n')
}

/** The word of a severity in its colour. */
export function markSeverity({ severity }: Pick<Diagnostic, 'severity'>, colours: Colours): string {
  return colours[severity](severity)
}

function visibleLines(text: string): string[] {
  return text.split('\n').map(visible)
}

/** The same as data; `account` where several were asked. */
export function problemsData(problems: readonly ProjectProblem[], account?: string) {
  return { version: 1, ok: false, ...(account !== undefined && { account }), problems }
}

/** The same as JSON text. */
export function problemsJson(problems: readonly ProjectProblem[]): string {
  return `${JSON.stringify(problemsData(problems), null, 2)}\n`
}
