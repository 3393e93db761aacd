import { isPercentile, spaceAggregators } from '../catalog/index.js'
import type { Span, TextEdit } from '../diagnostic/index.js'
import { type Argument, type FunctionCall, type MethodCall, print } from '../query/index.js'
import { methodBase } from './argument-values.js'
import { eachExpression } from './walk.js'

/** The edits that move a method from the end of `(a + b)` behind each of the queries in it. */
export function behindEach(node: MethodCall): { repair: TextEdit[] } | Record<string, never> {
  const { target } = node
  if (target.kind !== 'binary') return {}
  const ends: number[] = []
  eachExpression(target, inner => {
    if (inner.kind === 'series') ends.push(inner.span.end)
  })
  if (ends.length === 0) return {}
  const text = `.${node.name}(${node.arguments.map(argument => print(argument)).join(', ')})`
  const moved = ends.map(end => ({ span: { start: end, end }, text }))
  return { repair: [...moved, { span: { start: node.nameSpan.start - 1, end: node.span.end }, text: '' }] }
}

/** `a{*}.avg()`, `sum:a{*}.max(60)`: what to write instead of an aggregator as a method. */
export function aggregatorInstead(node: MethodCall): { hint: string; repair: TextEdit[] } {
  const { name, nameSpan, span, target } = node
  const base = methodBase(node)
  if (name === 'last') {
    const start = target.span.end
    return {
      hint: 'The evaluation window stands at the start: `avg(last_5m):`.',
      repair: [{ span: { start, end: span.end }, text: '' }],
    }
  }
  if (base.kind === 'series' && base.aggregator === undefined && node.arguments.length === 0) {
    return {
      hint: `Write the space aggregator before the metric: \`${name}:metric{scope}\`.`,
      repair: [
        { span: { start: base.span.start, end: base.span.start }, text: `${name}:` },
        { span: { start: target.span.end, end: span.end }, text: '' },
      ],
    }
  }
  if (
    name === 'count' &&
    base.kind === 'series' &&
    base.aggregator?.name === 'sum' &&
    node.arguments.length === 0
  )
    return { hint: 'Write `.as_count()`.', repair: [{ span: nameSpan, text: 'as_count' }] }
  const rollup = `rollup(${[name, ...node.arguments.map(argument => print(argument))].join(', ')})`
  return {
    hint: `Write \`.${rollup}\` to aggregate over time.`,
    repair: [{ span: { start: nameSpan.start, end: span.end }, text: rollup }],
  }
}

/** `avg:a.b(env:prod)`, `avg:a.b(host:web-01)`: the part of the metric behind its last dot was read as a method. */
export function scopeInstead(
  node: FunctionCall | MethodCall,
): { message: string; span: Span; hint: string; repair: TextEdit[] } | undefined {
  if (node.kind !== 'method' || node.target.kind !== 'series' || node.target.scope !== undefined)
    return undefined
  const first = node.arguments[0]
  const last = node.arguments.at(-1)
  if (first === undefined || last === undefined || !beginsAsTag(first)) return undefined
  const open = { start: node.nameSpan.end, end: first.span.start }
  const close = { start: last.span.end, end: node.span.end }
  return {
    message: 'The scope of a metric stands in braces.',
    span: { start: open.start, end: close.end },
    hint: `Write \`${node.target.metric.name}.${node.name}{…}\`.`,
    repair: [
      { span: open, text: '{' },
      { span: close, text: '}' },
    ],
  }
}

/** `env:prod` reads as a metric with its aggregation, `host:web-01` as a subtraction from one. */
function beginsAsTag(argument: Argument): boolean {
  let first: Argument = argument
  while (first.kind === 'binary') first = first.left
  return first.kind === 'series' && first.aggregator !== undefined && first.scope === undefined
}

/** `avg(…)` around a query: in Datadog the space aggregator stands before the metric. */
export function headInstead(node: FunctionCall | MethodCall): string | undefined {
  if (node.kind !== 'call' || !(Object.hasOwn(spaceAggregators, node.name) || isPercentile(node.name)))
    return undefined
  return `Write the space aggregator before the metric: \`${node.name}:metric{scope}\`.`
}

/** The edits that put `as_count(x)` behind its query, or `x.abs()` around it. */
export function positionRepair(node: FunctionCall | MethodCall): TextEdit[] | undefined {
  const { nameSpan, span } = node
  if (node.kind === 'call') {
    const [only, other] = node.arguments
    if (only?.kind !== 'series' && only?.kind !== 'method') return undefined
    const rest = other?.span.start
    return [
      { span: { start: nameSpan.start, end: only.span.start }, text: '' },
      {
        span: { start: only.span.end, end: rest ?? span.end },
        text: `.${node.name}(${rest === undefined ? ')' : ''}`,
      },
    ]
  }
  const { target } = node
  if (target.kind !== 'series' && target.kind !== 'method' && target.kind !== 'call') return undefined
  const first = node.arguments[0]
  return [
    { span: { start: target.span.start, end: target.span.start }, text: `${node.name}(` },
    {
      span: { start: target.span.end, end: first?.span.start ?? span.end },
      text: first === undefined ? ')' : ', ',
    },
  ]
}
