import { evaluationWindows, eventGroupLimits, eventMethods, typesForSource } from '../catalog/index.js'
import type { EventMonitorQuery, FormulaMonitorQuery, Step } from '../query/index.js'
import { methodAdvice } from './event-methods-meant.js'
import { checkLength } from './head.js'
import type { Report } from './report.js'
import { checkSearch } from './search.js'
import {
  checkNeededSteps,
  checkStepArguments,
  checkStepNames,
  checkStepsTwice,
  endOfSteps,
  hasStep,
  reportMissingWindow,
} from './steps.js'
import { windowIn, windowOf } from './windows.js'

/** Everything about the steps of a log, RUM, span, event or process query. */
export function checkEventQuery(query: EventMonitorQuery, report: Report): void {
  // Of a source that is not in the catalog nothing is known.
  if (typesForSource(query.source).length === 0) return
  for (const check of eventChecks) check(query, report)
}

/** One check of an event query. */
export type EventCheck = (query: EventMonitorQuery, report: Report) => void

/** Every check of an event query. */
export const eventChecks: readonly EventCheck[] = [
  checkEventSteps,
  checkLogIndex,
  checkEventMethod,
  checkEventWindow,
  checkEventGroups,
  checkProcessTags,
  checkIssueGroup,
  checkEventSearch,
]

/** The search itself. */
export function checkEventSearch({ search }: EventMonitorQuery, report: Report): void {
  checkSearch(search.expression, report)
}

/** Names and arguments of the steps, and steps that must be there. */
export function checkEventSteps(query: EventMonitorQuery, report: Report): void {
  checkStepNames('event', query.steps, report, query.source)
  checkStepArguments('event', query.steps, report)
  checkStepsTwice(query.steps, report)
  if (query.steps.some(isIssueStep)) return
  checkNeededSteps('event', query.steps, endOfSteps(query.steps, afterSource(query)), report)
}

/** `.new()` and `.impact()` of error tracking say what is counted themselves. */
function isIssueStep(step: Step): boolean {
  return step.name === 'new' || step.name === 'impact'
}

/** `query/event-method`: what `.rollup("…")` can do, and whether it needs a measure. */
export function checkEventMethod(query: EventMonitorQuery, report: Report): void {
  const step = query.steps.find(candidate => candidate.name === 'rollup')
  const [method, measure] = step?.arguments ?? []
  if (step === undefined || method?.kind !== 'string') return
  if (!Object.hasOwn(eventMethods, method.value)) {
    report({
      code: 'query/event-method',
      severity: 'error',
      message: `\`${method.value}\` is not a method of \`.rollup()\`.`,
      span: method.span,
      hint: 'Use `count`, `cardinality`, `avg`, `sum`, `min`, `max`, `median` or `pc75` to `pc99`.',
      ...methodAdvice(method, measure),
    })
    return
  }
  const needs = eventMethods[method.value as keyof typeof eventMethods].measure === 'needed'
  if (needs === (measure !== undefined)) return
  report({
    code: 'query/event-method',
    severity: needs ? 'error' : 'warning',
    message: needs
      ? `\`${method.value}\` needs an attribute to measure.`
      : '`count` counts events and takes no attribute.',
    span: measure?.span ?? method.span,
    hint: needs
      ? `Write \`.rollup("${method.value}", "@duration")\`.`
      : 'Use `cardinality` to count distinct values.',
  })
}

/** `query/missing-last` and `query/window-range`: the evaluation window of an event query. */
export function checkEventWindow(query: EventMonitorQuery, report: Report): void {
  const step = query.steps.find(candidate => candidate.name === 'last' || candidate.name === 'current')
  if (step === undefined) {
    reportMissingWindow(endOfSteps(query.steps, afterSource(query)), report)
    return
  }
  const limits = query.source === 'processes' ? evaluationWindows.process : evaluationWindows.event
  const argument = step.arguments[0]
  const window = windowOf(argument)
  if (argument?.kind === 'string' && windowIn(argument) === undefined) reportWindow(step, report)
  else if (window !== undefined && window.form === 'plain') checkLength(window, limits, report)
  else if (window !== undefined && query.source !== 'processes')
    reportPrefix(step, `${window.amount}${window.unit}`, report)
}

function reportWindow(step: Step, report: Report): void {
  report({
    code: 'query/window-range',
    severity: 'error',
    message: 'This is not an evaluation window.',
    span: step.arguments[0]?.span ?? step.span,
    hint: 'Write a number and `m`, `h` or `d`: `.last("5m")`.',
  })
}

function reportPrefix(step: Step, length: string, report: Report): void {
  report({
    code: 'query/window-range',
    severity: 'error',
    message: 'The window of an event query is written without `last_`.',
    span: step.arguments[0]?.span ?? step.span,
    hint: `Write \`.${step.name}("${length}")\`.`,
    repair: [{ span: step.arguments[0]?.span ?? step.span, text: `"${length}"` }],
  })
}

/** The keys of `.by("a,b")`; they stand in one string. */
export function eventGroupKeys(steps: readonly Step[]): readonly string[] {
  const step = steps.find(candidate => candidate.name === 'by')
  return (step?.arguments ?? []).flatMap(argument => {
    if (argument.kind === 'string')
      return argument.value
        .split(',')
        .map(key => key.trim())
        .filter(key => key !== '')
    return argument.kind === 'word' ? [argument.text] : []
  })
}

/** `query/group-limit`: at most four facets. */
export function checkEventGroups(query: EventMonitorQuery | FormulaMonitorQuery, report: Report): void {
  const step = query.steps.find(candidate => candidate.name === 'by')
  const keys = eventGroupKeys(query.steps)
  if (step === undefined || keys.length <= eventGroupLimits.keys) return
  report({
    code: 'query/group-limit',
    severity: 'error',
    message: `The query groups by ${keys.length} facets, but at most ${eventGroupLimits.keys} are possible.`,
    span: step.span,
    hint: 'Group by fewer facets.',
  })
}

/** `query/missing-over`: live processes are always restricted by tags. */
export function checkProcessTags(query: EventMonitorQuery, report: Report): void {
  if (query.source !== 'processes' || query.steps.some(step => step.name === 'over')) return
  const end = afterSource(query)
  report({
    code: 'query/missing-over',
    severity: 'error',
    message: 'A process query needs `.over(…)` with tags.',
    span: { start: end, end },
    hint: 'Add `.over("env:prod")`, or `.over("*")` for every host.',
  })
}

/** `query/issue-group`: error-tracking monitors tell one issue from another by its id. */
export function checkIssueGroup(query: EventMonitorQuery, report: Report): void {
  if (!query.source.startsWith('error-tracking')) return
  const keys = eventGroupKeys(query.steps)
  if (keys.includes('issue.id') || keys.includes('@issue.id')) return
  report({
    code: 'query/issue-group',
    severity: 'warning',
    message: 'The query does not group by issue, so one notification stands for all issues together.',
    span: query.steps.find(step => step.name === 'by')?.span ?? query.sourceSpan,
    hint: 'Add `.by("issue.id")`.',
  })
}

/** `query/missing-index`: which log indexes are searched. */
export function checkLogIndex(query: EventMonitorQuery, report: Report): void {
  const isNamed = hasStep('event', query.steps, 'index') || hasStep('event', query.steps, 'indexes')
  if (query.source !== 'logs' || isNamed) return
  const end = afterSource(query)
  report({
    code: 'query/missing-index',
    severity: 'warning',
    message: 'The query does not name a log index.',
    span: { start: end, end },
    hint: 'Add `.index("*")` for all indexes, or the name of one.',
    repair: [{ span: { start: end, end }, text: '.index("*")' }],
  })
}

/** Behind the parenthesis that closes the source; a broken query may end before it. */
function afterSource({ search, span, steps }: EventMonitorQuery): number {
  return steps[0]?.span.start ?? Math.min(search.span.end + 1, span.end)
}
