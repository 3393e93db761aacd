import { serviceCheckLast } from '../catalog/index.js'
import type { TextEdit } from '../diagnostic/index.js'
import type { ServiceCheckQuery, Step } from '../query/index.js'
import type { Report } from './report.js'
import {
  checkNeededSteps,
  checkStepArguments,
  checkStepNames,
  checkStepsTwice,
  endOfSteps,
  hasStep,
} from './steps.js'

/** Everything about the query of a service check monitor that does not need its thresholds. */
export function checkServiceCheckQuery(query: ServiceCheckQuery, report: Report): void {
  checkStepNames('service-check', query.steps, report)
  checkStepArguments('service-check', query.steps, report)
  checkStepsTwice(query.steps, report)
  checkNeededSteps('service-check', query.steps, endBeforeCount(query), report)
  checkStatusStep(query, report)
  checkLastRange(query, report)
  checkExcluded(query, report)
  checkCheckGrouping(query, report)
}

function endBeforeCount(query: ServiceCheckQuery): number {
  const count = query.steps.find(isStatusStep)
  return count?.span.start ?? endOfSteps(query.steps, query.check.span.end)
}

function isStatusStep(step: Step): boolean {
  return step.name === 'count_by_status' || step.name === 'pct_by_status'
}

/** `query/missing-status-count`: the query ends with how statuses are counted. */
export function checkStatusStep(query: ServiceCheckQuery, report: Report): void {
  if (query.steps.some(isStatusStep)) return
  const end = endOfSteps(query.steps, query.check.span.end)
  report({
    code: 'query/missing-status-count',
    severity: 'error',
    message: 'The query does not say how statuses are counted.',
    span: { start: end, end },
    hint: 'Add `.count_by_status()`, or `.pct_by_status()` for a cluster.',
    repair: [{ span: { start: end, end }, text: '.count_by_status()' }],
  })
}

/** `query/contradiction`: what `.over(…)` asks for must not be what `.exclude(…)` leaves out. */
export function checkExcluded(query: ServiceCheckQuery, report: Report): void {
  const argumentsOf = (name: string) =>
    query.steps.filter(step => step.name === name).flatMap(step => step.arguments)
  const over = new Set(argumentsOf('over').flatMap(each => (each.kind === 'string' ? [each.value] : [])))
  for (const excluded of argumentsOf('exclude')) {
    if (excluded.kind !== 'string' || !over.has(excluded.value)) continue
    report({
      code: 'query/contradiction',
      severity: 'error',
      message: `\`.over(…)\` demands \`${excluded.value}\` and \`.exclude(…)\` leaves it out, so the query never matches.`,
      span: excluded.span,
      hint: 'Leave one of the two out.',
    })
  }
}

/** How many runs `.last(n)` looks at. */
export function lastRuns(
  query: ServiceCheckQuery,
): { readonly step: Step; readonly runs: number } | undefined {
  const step = query.steps.find(candidate => candidate.name === 'last')
  const argument = step?.arguments[0]
  return step !== undefined && argument?.kind === 'number' ? { step, runs: argument.value } : undefined
}

/** `service-check/last-range`: 1 to 100 runs. */
export function checkLastRange(query: ServiceCheckQuery, report: Report): void {
  const last = lastRuns(query)
  const wrong = query.steps.find(step => step.name === 'last' && step.arguments.length === 1)
  if (last === undefined && wrong === undefined) return
  const { min, max } = serviceCheckLast
  if (last !== undefined && Number.isInteger(last.runs) && last.runs >= min && last.runs <= max) return
  report({
    code: 'service-check/last-range',
    severity: 'error',
    message: `\`.last(n)\` of a service check takes a whole number of runs from ${min} to ${max}.`,
    span: (last?.step ?? wrong!).span,
    hint: 'Write one more than the highest threshold, such as `.last(4)`.',
    ...quotedRuns(wrong),
  })
}

/** `.last("4")` */
function quotedRuns(step: Step | undefined): { repair: TextEdit[] } | Record<string, never> {
  const argument = step?.arguments[0]
  if (argument?.kind !== 'string' || !/^\d+$/.test(argument.value)) return {}
  return { repair: [{ span: argument.span, text: argument.value }] }
}

/** `service-check/group-by`: custom checks are counted per group; accounts hold some without one all the same. */
export function checkCheckGrouping(query: ServiceCheckQuery, report: Report): void {
  if (hasStep('service-check', query.steps, 'by')) return
  const at = query.steps.find(step => step.name === 'last')?.span.start ?? query.check.span.end
  report({
    code: 'service-check/group-by',
    severity: 'warning',
    message: 'A service check is counted for each group, but the query has no `.by(…)`.',
    span: { start: at, end: at },
    hint: 'Add `.by("host")` before `.last(…)`, or `.by("*")` for every combination of tags.',
    repair: [{ span: { start: at, end: at }, text: '.by("*")' }],
  })
}
