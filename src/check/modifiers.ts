import {
  type CalendarInterval,
  calendarAlignments,
  calendarIntervals,
  isPercentile,
  rollupAggregators,
} from '../catalog/index.js'
import { nearest, type TextEdit } from '../diagnostic/index.js'
import { type Argument, type MethodCall, type MetricExpression, print, type Series } from '../query/index.js'
import { secondsMeant } from './argument-repairs.js'
import { hasMethodBefore, methodBase, numberOf, textOf, wordOf } from './argument-values.js'
import { behindEach } from './misplaced-methods.js'
import { aggregatorMeant, valueMeant } from './names-meant.js'
import type { MetricContext, Report } from './report.js'
import { findExpression } from './walk.js'

/** `query/method-on-expression`: methods bind to one query, never to arithmetic or a number. */
export function checkMethodTarget(node: MethodCall, { place }: MetricContext, report: Report): void {
  const base = methodBase(node)
  if (base.kind === 'method') return
  const isRollupOfNames =
    place === 'formula' && node.name === 'rollup' && findExpression(base, isSeries) === undefined
  if (base.kind === 'query-name' || isRollupOfNames) {
    reportMethodOnName(node, report)
    return
  }
  if (base.kind !== 'binary' && base.kind !== 'unary' && base.kind !== 'number') return
  report({
    code: 'query/method-on-expression',
    severity: 'error',
    message: `\`.${node.name}()\` belongs to one query and cannot follow ${base.kind === 'number' ? 'a number' : 'arithmetic'}.`,
    span: { start: node.nameSpan.start, end: node.span.end },
    hint:
      node.name === 'rollup'
        ? 'Put it behind each query inside the parentheses, or use `rollup(…)` in a formula.'
        : `Put \`.${node.name}()\` behind each query inside the parentheses.`,
    ...behindEach(node),
  })
}

/** `query1.rollup(sum, 300)`: a formula names a query, and the methods stand in the text of that query. */
function reportMethodOnName(node: MethodCall, report: Report): void {
  const call = node.name === 'rollup' ? rollupAsFunction(node) : undefined
  report({
    code: 'query/method-on-expression',
    severity: 'error',
    message: `\`.${node.name}()\` belongs into the text of a query and cannot follow ${node.target.kind === 'query-name' ? 'its name' : 'arithmetic'} in a formula.`,
    span: { start: node.nameSpan.start, end: node.span.end },
    hint: call === undefined ? `Put \`.${node.name}()\` into the query itself.` : `Write \`${call.text}\`.`,
    ...(call === undefined ? {} : { repair: call.repair }),
  })
}

function isSeries(node: MetricExpression): node is Series {
  return node.kind === 'series'
}

/** `rollup(a / b, 'sum', 60)` for `(a / b).rollup(sum, 60)`. */
function rollupAsFunction(node: MethodCall): { text: string; repair: TextEdit[] } | undefined {
  const { span, nameSpan, target, arguments: args } = node
  const name = textOf(args[0])
  const seconds = numberOf(args[1])
  if (target.kind === 'method' || name === undefined || seconds === undefined || args.length > 2)
    return undefined
  const end = `, '${name}', ${seconds})`
  return {
    text: `rollup(${print(target)}${end}`,
    repair: [
      { span: { start: span.start, end: span.start }, text: 'rollup(' },
      { span: { start: nameSpan.start - 1, end: span.end }, text: end },
    ],
  }
}

/** `query/function-arity` for `.rollup(…)`: `(sum)`, `(sum, 60)`, `(60)`, `(sum, daily, …)`. */
export function checkRollupArguments(node: MethodCall, _context: MetricContext, report: Report): void {
  const [first, second] = node.arguments
  if (first === undefined) {
    reportRollup(node, 'needs a time aggregator', report)
    return
  }
  // `.rollup(60)` is accepted and uses the default aggregator.
  if (numberOf(first) !== undefined || (second !== undefined && secondsOf(first) !== undefined)) {
    if (second !== undefined) reportReversed(node, first, second, report)
    return
  }
  checkRollupAggregator(first, report)
  if (second !== undefined) checkRollupInterval(node, second, report)
}

function checkRollupAggregator(argument: Argument, report: Report): void {
  const text = textOf(argument)
  if (text !== undefined && (rollupAggregators as readonly string[]).includes(text)) {
    if (argument.kind === 'string')
      reportArgument(argument, 'must stand without quotes', `Write \`${text}\`.`, text, report)
  } else if (argument.kind !== 'opaque') {
    const meant = text === undefined ? undefined : aggregatorMeant(text, rollupAggregators)
    const hint = meant === undefined ? undefined : `Did you mean \`${meant}\`?`
    reportArgument(argument, `must be one of ${words(rollupAggregators)}`, hint, meant, report)
  }
}

function checkRollupInterval(node: MethodCall, argument: Argument, report: Report): void {
  const seconds = numberOf(argument)
  if (seconds !== undefined) {
    if (seconds > 0 && node.arguments.length <= 2) return
    const problem =
      seconds > 0
        ? 'takes a start and a time zone only with `daily`, `weekly` or `monthly`'
        : 'must be above 0'
    reportArgument(argument, problem, undefined, undefined, report, 'interval')
    return
  }
  const text = textOf(argument)
  if (argument.kind === 'opaque') return
  if (isCalendarInterval(text)) {
    checkAlignment(text, node.arguments[2], report)
    return
  }
  const meant = text === undefined ? undefined : (secondsMeant(text) ?? nearest(text, calendarIntervals))
  const hint = meant === undefined ? undefined : `Write \`${meant}\`.`
  const problem = `must be a number of seconds or one of ${words(calendarIntervals)}`
  reportArgument(argument, problem, hint, meant, report, 'interval')
}

function isCalendarInterval(text: string | undefined): text is CalendarInterval {
  return (calendarIntervals as readonly string[]).includes(text ?? '')
}

/** Where a day, week or month starts; the spellings are not all published, so an unknown one is only doubted. */
function checkAlignment(interval: CalendarInterval, argument: Argument | undefined, report: Report): void {
  const known = calendarAlignments[interval]
  const text = numberOf(argument)?.toString() ?? textOf(argument)
  if (known === undefined || text === undefined || isTimeZone(text) || known.includes(text.toLowerCase()))
    return
  const meant = nearest(text.toLowerCase(), known)
  report({
    code: 'query/function-arity',
    severity: 'warning',
    message: `\`${text}\` says nothing about where a bucket of \`${interval}\` starts.`,
    span: argument!.span,
    hint: meant === undefined ? `Write for example \`${known.at(-1)}\`.` : `Write \`${meant}\`.`,
    ...(meant === undefined ? {} : { repair: [{ span: argument!.span, text: meant }] }),
  })
}

function isTimeZone(text: string): boolean {
  return text.includes('/') || text.toUpperCase() === 'UTC'
}

function secondsOf(argument: Argument): string | undefined {
  return numberOf(argument)?.toString() ?? secondsMeant(textOf(argument) ?? '')
}

function reportReversed(node: MethodCall, first: Argument, second: Argument, report: Report): void {
  const aggregator = textOf(second)
  report({
    code: 'query/function-arity',
    severity: 'error',
    message:
      'The arguments of `.rollup` are in the wrong order: the time aggregator comes before the interval.',
    span: { start: first.span.start, end: second.span.end },
    hint: `Write \`.rollup(${aggregator ?? 'sum'}, ${secondsOf(first)})\`.`,
    ...(aggregator === undefined
      ? {}
      : {
          repair: [
            { span: first.span, text: aggregator },
            { span: second.span, text: secondsOf(first)! },
          ],
        }),
  })
  if (node.arguments.length > 2) reportRollup(node, 'takes two arguments', report)
}

function reportRollup(node: MethodCall, problem: string, report: Report): void {
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `\`.rollup\` ${problem}.`,
    span: { start: node.nameSpan.start, end: node.span.end },
    hint: 'Write `.rollup(sum, 60)`: the time aggregator, then the interval in seconds.',
  })
}

function reportArgument(
  argument: Argument,
  problem: string,
  hint: string | undefined,
  text: string | undefined,
  report: Report,
  name = 'aggregator',
  method = 'rollup',
): void {
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `The argument \`${name}\` of \`.${method}\` ${problem}.`,
    span: argument.span,
    ...(hint === undefined ? {} : { hint }),
    ...(text === undefined ? {} : { repair: [{ span: argument.span, text }] }),
  })
}

const fillModes = ['linear', 'last', 'zero', 'null'] as const

/** `query/function-arity` for `.fill(…)`: a mode and a limit; a number alone occurs in public dashboards. */
export function checkFillArguments(node: MethodCall, _context: MetricContext, report: Report): void {
  const [first, second, third] = node.arguments
  const complain = (argument: Argument | undefined, problem: string, hint?: string, text?: string) =>
    report({
      code: 'query/function-arity',
      severity: 'error',
      message: `\`.fill\` ${problem}.`,
      span: argument?.span ?? { start: node.nameSpan.start, end: node.span.end },
      hint: hint ?? 'Write `.fill(zero)`, or `.fill(last, 300)` with a limit in seconds.',
      ...(text === undefined || argument === undefined ? {} : { repair: [{ span: argument.span, text }] }),
    })
  if (first === undefined) {
    complain(undefined, 'needs to know how to fill gaps')
    return
  }
  const mode = textOf(first)
  const isMode = (fillModes as readonly string[]).includes(mode ?? '')
  if (!isMode && numberOf(first) === undefined && first.kind !== 'opaque') {
    const meant = valueMeant((mode ?? '').toLowerCase(), fillModes)
    const hint = meant === undefined ? undefined : `Did you mean \`${meant}\`?`
    complain(first, `takes one of ${words(fillModes)}`, hint, meant)
  }
  if (isMode && first.kind === 'string')
    reportArgument(first, 'must stand without quotes', `Write \`${mode}\`.`, mode, report, 'mode', 'fill')
  if (second !== undefined && numberOf(second) === undefined)
    complain(second, 'takes its limit as a number of seconds')
  if (third !== undefined) complain(third, 'takes at most two arguments')
}

/** `query/rollup-percentile`: percentiles aggregate time and space together. */
export function checkPercentileRollup(node: MethodCall, _context: MetricContext, report: Report): void {
  const base = methodBase(node)
  const aggregator = base.kind === 'series' ? base.aggregator?.name : undefined
  const [first, second] = node.arguments
  const time = wordOf(first)
  if (aggregator === undefined || time === undefined || !isPercentile(aggregator)) return
  report({
    code: 'query/rollup-percentile',
    severity: 'warning',
    message: `\`${aggregator}\` takes the percentile over time and space at once, so the time aggregator \`${time}\` has no meaning.`,
    span: first!.span,
    hint: `Write the interval alone: \`.rollup(${numberOf(second) ?? 60})\`.`,
    ...(isPercentile(time) && second !== undefined
      ? { repair: [{ span: { start: first!.span.start, end: second.span.start }, text: '' }] }
      : {}),
  })
}

/** `query/as-count-rollup`: `.as_count()` adds up, a rollup with another aggregator undoes that. */
export function checkCountRollup(node: MethodCall, _context: MetricContext, report: Report): void {
  const time = wordOf(node.arguments[0])
  if (time === undefined || time === 'sum' || !hasMethodBefore(node, 'as_count')) return
  report({
    // Accepted by the account, though it defeats the sum.
    code: 'query/as-count-rollup',
    severity: 'warning',
    message: `\`.as_count()\` adds the points of an interval up, but \`.rollup(${time}, …)\` replaces that sum.`,
    span: node.arguments[0]!.span,
    hint: 'Write `.rollup(sum, …)`, or leave `.as_count()` out.',
    repair: [{ span: node.arguments[0]!.span, text: 'sum' }],
  })
}

/** `query/weighted`: `.weighted()` corrects sums of gauges only. */
export function checkWeighted(node: MethodCall, _context: MetricContext, report: Report): void {
  const base = methodBase(node)
  if (base.kind !== 'series' || base.aggregator === undefined || base.aggregator.name === 'sum') return
  report({
    code: 'query/weighted',
    severity: 'warning',
    message: `\`.weighted()\` corrects sums, but this query uses \`${base.aggregator.name}\`.`,
    span: { start: node.nameSpan.start, end: node.span.end },
    hint: 'Use `sum:`, or leave `.weighted()` out.',
  })
}

/** The query under a method and the names of the methods on it. */
export function methodsOf(node: MethodCall): {
  readonly base: Series | undefined
  readonly names: readonly string[]
} {
  const base = methodBase(node)
  const names: string[] = []
  for (let method: MethodCall['target'] = node; method.kind === 'method'; method = method.target)
    names.push(method.name)
  return { base: base.kind === 'series' ? base : undefined, names }
}

function words(values: readonly string[]): string {
  return values.map(value => `\`${value}\``).join(', ')
}
