import { querySteps, type SteppedLanguage, stepNamed, stepNames } from '../catalog/index.js'
import type { TextEdit } from '../diagnostic/index.js'
import { type Step, stepMeant } from '../query/index.js'
import type { Report } from './report.js'

/** `query/unknown-step`: a `.name(…)` that this kind of query does not have. */
export function checkStepNames(
  language: SteppedLanguage,
  steps: readonly Step[],
  report: Report,
  source?: string,
): void {
  const known = stepNames(language, source)
  for (const step of steps) {
    if (known.includes(step.name)) continue
    const meant = stepMeant(step.name, known)
    report({
      code: 'query/unknown-step',
      severity: 'error',
      message: `\`.${step.name}()\` does not belong to this kind of query.`,
      span: step.nameSpan,
      hint:
        meant !== undefined
          ? `Did you mean \`${meant}\`?`
          : `It has ${known.map(name => `\`.${name}()\``).join(', ')}.`,
      ...(meant === undefined ? {} : { repair: [{ span: step.nameSpan, text: meant }] }),
    })
  }
}

/** `query/step-arguments`: too many or too few arguments of a step. */
export function checkStepArguments(language: SteppedLanguage, steps: readonly Step[], report: Report): void {
  for (const step of steps) {
    const facts = stepNamed(language, step.name)
    if (facts === undefined) continue
    const given = step.arguments.length
    const { min, max } = facts.arguments
    if (given >= min && (max === undefined || given <= max)) continue
    report({
      code: 'query/step-arguments',
      severity: 'error',
      message:
        given < min
          ? `\`.${step.name}()\` must not be empty.`
          : `\`.${step.name}()\` takes ${max === 0 ? 'no arguments' : `at most ${max} argument${max === 1 ? '' : 's'}`}.`,
      span: step.span,
      hint: given < min ? emptyHint(step.name) : 'Leave the others out.',
      ...argumentsRepair(step, given),
    })
  }
}

/** `.over()` of everything. */
function argumentsRepair(step: Step, given: number): { repair: TextEdit[] } | Record<string, never> {
  const { end } = step.span
  return given === 0 && step.name === 'over'
    ? { repair: [{ span: { start: end - 1, end }, text: '"*")' }] }
    : {}
}

/** True when a step of this name is there, be it misspelt: then only the spelling is wrong. */
export function hasStep(language: SteppedLanguage, steps: readonly Step[], name: string): boolean {
  const known = stepNames(language)
  return steps.some(
    step => step.name === name || (!known.includes(step.name) && stepMeant(step.name, known) === name),
  )
}

function emptyHint(name: string): string {
  if (name === 'over') return 'Name tags, `.over("env:prod")`, or write `.over("*")`.'
  if (name === 'by') return 'Name what to group by, `.by("host")`, or leave it out.'
  return `Write what belongs between the parentheses, or leave \`.${name}()\` out.`
}

/** `query/step-twice`: the same step two times. */
export function checkStepsTwice(steps: readonly Step[], report: Report): void {
  const seen = new Set<string>()
  for (const step of steps) {
    if (seen.has(step.name)) {
      report({
        code: 'query/step-twice',
        severity: 'error',
        message: `\`.${step.name}()\` stands in the query twice.`,
        span: step.span,
        hint: 'Keep one of them and put everything into it.',
      })
    }
    seen.add(step.name)
  }
}

const missingSteps: Readonly<
  Record<string, { readonly message: string; readonly hint: string; readonly code: string }>
> = {
  rollup: {
    code: 'query/missing-rollup',
    message: 'The query does not say what to count or measure.',
    hint: 'Add `.rollup("count")`, or `.rollup("avg", "@duration")` for a measure.',
  },
  over: {
    code: 'query/missing-over',
    message: 'The query does not say over which time frame of the SLO it looks.',
    hint: 'Add `.over("30d")`, with a time frame that the SLO has.',
  },
  last: {
    code: 'query/missing-last',
    message: 'The query does not say how many check runs to look at.',
    hint: 'Add `.last(n)` with n one more than the highest threshold.',
  },
}

/** `query/missing-last` and its sisters: a step without which the account refuses the query. */
export function checkNeededSteps(
  language: SteppedLanguage,
  steps: readonly Step[],
  end: number,
  report: Report,
): void {
  for (const [name, facts] of Object.entries(querySteps[language])) {
    if (!('needed' in facts) || steps.some(step => step.name === name)) continue
    const text = missingSteps[name]!
    report({
      code: text.code,
      severity: 'error',
      message: text.message,
      span: { start: end, end },
      hint: text.hint,
    })
  }
}

/** Where a step that is missing would be written. */
export function endOfSteps(steps: readonly Step[], start: number): number {
  return steps.at(-1)?.span.end ?? start
}

/** `query/missing-last`: no step says the window; one belongs where the steps end. */
export function reportMissingWindow(end: number, report: Report): void {
  const span = { start: end, end }
  report({
    code: 'query/missing-last',
    severity: 'error',
    message: 'The query does not say over which window it is evaluated.',
    span,
    hint: 'Add `.last("5m")`.',
    repair: [{ span, text: '.last("5m")' }],
  })
}
