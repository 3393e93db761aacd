import {
  aggregatorsElsewhere,
  callNames,
  functionNamed,
  functionsElsewhere,
  isPercentile,
  methodNames,
  regroupingNames,
  spaceAggregators,
} from '../catalog/index.js'
import { nearest, type TextEdit } from '../diagnostic/index.js'
import { type FunctionCall, functionForm, type MethodCall, print } from '../query/index.js'
import { methodBase } from './argument-values.js'
import type { MetricContext, Report } from './report.js'

/** `query/unknown-function`: the name of a function or method that Datadog does not have. */
export function checkFunctionName(
  node: FunctionCall | MethodCall,
  context: MetricContext,
  report: Report,
): void {
  const form = functionForm(node)
  if (functionNamed(node.name, form) !== undefined || context.ownFunctions?.includes(node.name)) return
  if (node.kind === 'method' && isAggregator(node.name)) {
    reportAggregatorMethod(node, report)
    return
  }
  const otherForm = form === 'method' ? 'call' : 'method'
  if (functionNamed(node.name, otherForm) !== undefined) {
    reportPosition(node, report)
    return
  }
  if (form === 'call' && Object.hasOwn(undocumented, node.name)) {
    reportUndocumented(node, undocumented[node.name]!, report)
    return
  }
  const known = nameMeant(node.name, form)
  const hint = known === undefined ? headInstead(node) : `Did you mean \`${known}\`?`
  const repair = known === undefined ? scopeInstead(node) : [{ span: node.nameSpan, text: known }]
  report({
    code: 'query/unknown-function',
    severity: 'error',
    message: `Datadog has no ${form === 'method' ? 'method' : 'function'} \`${node.name}\`.`,
    span: node.nameSpan,
    ...(hint === undefined ? {} : { hint }),
    ...(repair === undefined ? {} : { repair }),
  })
}

/** Functions that the documentation does not name, but dashboards that Datadog itself published use. */
const undocumented: Readonly<Record<string, string>> = { rate: 'per_second' }

function reportUndocumented(node: FunctionCall | MethodCall, instead: string, report: Report): void {
  report({
    code: 'query/unknown-function',
    severity: 'warning',
    message: `\`${node.name}\` is an old function that is not documented any more.`,
    span: node.nameSpan,
    hint: `Write \`${instead}\`.`,
  })
}

function isAggregator(name: string): boolean {
  return Object.hasOwn(spaceAggregators, name) || isPercentile(name)
}

/** `a{*}.avg()`, `sum:a{*}.max(60)` */
function reportAggregatorMethod(node: MethodCall, report: Report): void {
  const base = methodBase(node)
  const isFree = base.kind === 'series' && base.aggregator === undefined && node.arguments.length === 0
  const written = node.arguments.map(argument => `, ${print(argument)}`).join('')
  const rollup = `rollup(${node.name}${written})`
  const whole = { start: node.nameSpan.start, end: node.span.end }
  report({
    code: 'query/unknown-function',
    severity: 'error',
    message: `Datadog has no method \`${node.name}\`.`,
    span: node.nameSpan,
    hint: isFree
      ? `Write the space aggregator before the metric: \`${node.name}:metric{scope}\`.`
      : `Write \`.${rollup}\` to aggregate over time.`,
    repair: isFree
      ? [
          { span: { start: base.span.start, end: base.span.start }, text: `${node.name}:` },
          { span: { start: node.target.span.end, end: node.span.end }, text: '' },
        ]
      : [{ span: whole, text: rollup }],
  })
}

function nameMeant(name: string, form: 'call' | 'method' | 'regrouping'): string | undefined {
  if (form === 'method') return nearest(name, methodNames)
  if (form === 'regrouping') return aggregatorsElsewhere.get(name) ?? nearest(name, regroupingNames)
  return callMeant(name)
}

const plain = (name: string) => name.toLowerCase().replaceAll('_', '')
const callsByPlainName = new Map(callNames.map(name => [plain(name), name]))

/** `weekBefore`, `TOP`, `topk`, `anomalie`: the function that an unknown name stands for. */
export function callMeant(name: string): string | undefined {
  return callsByPlainName.get(plain(name)) ?? functionsElsewhere.get(plain(name)) ?? nearest(name, callNames)
}

/** `avg:a.b(env:prod)`: the part of the metric behind its last dot was read as a method. */
function scopeInstead(node: FunctionCall | MethodCall): TextEdit[] | undefined {
  const first = node.arguments[0]
  const last = node.arguments.at(-1)
  if (node.kind !== 'method' || first?.kind !== 'series' || last?.kind !== 'series') return undefined
  if (node.target.kind !== 'series' || node.target.scope !== undefined) return undefined
  return [
    { span: { start: node.nameSpan.end, end: first.span.start }, text: '{' },
    { span: { start: last.span.end, end: node.span.end }, text: '}' },
  ]
}

/** `avg(…)` around a query: in Datadog the space aggregator stands before the metric. */
function headInstead(node: FunctionCall | MethodCall): string | undefined {
  if (node.kind !== 'call' || !(Object.hasOwn(spaceAggregators, node.name) || isPercentile(node.name)))
    return undefined
  return `Write the space aggregator before the metric: \`${node.name}:metric{scope}\`.`
}

/** The edits that put `as_count(x)` behind its query, or `x.abs()` around it. */
function positionRepair(node: FunctionCall | MethodCall): TextEdit[] | undefined {
  const { nameSpan, span } = node
  if (node.kind === 'call') {
    const [only, ...others] = node.arguments
    if ((only?.kind !== 'series' && only?.kind !== 'method') || others.length > 0) return undefined
    return [
      { span: { start: nameSpan.start, end: only.span.start }, text: '' },
      { span: { start: only.span.end, end: span.end }, text: `.${node.name}()` },
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

function reportPosition(node: FunctionCall | MethodCall, report: Report): void {
  const isCall = node.kind === 'call'
  const repair = positionRepair(node)
  report({
    code: 'query/unknown-function',
    severity: 'error',
    message: `\`${node.name}\` is ${isCall ? 'a method, not a function' : 'a function, not a method'}.`,
    span: node.nameSpan,
    hint: isCall
      ? `Write it after the query: \`avg:metric{scope}.${node.name}(…)\`.`
      : `Write it around the query: \`${node.name}(avg:metric{scope})\`.`,
    ...(repair === undefined ? {} : { repair }),
  })
}

/** `query/unsupported-in-monitor` and `query/top-in-monitor`: functions whose result depends on the visible time frame. */
export function checkFunctionInMonitor(
  node: FunctionCall | MethodCall,
  context: MetricContext,
  report: Report,
): void {
  if (!context.inMonitor) return
  const row = functionNamed(node.name, functionForm(node))
  if (row === undefined || (row.inMonitors !== 'no' && row.inMonitors !== 'discouraged')) return
  const refused = row.inMonitors === 'no'
  report({
    code: row.category === 'rank' ? 'query/top-in-monitor' : 'query/unsupported-in-monitor',
    severity: refused ? 'error' : 'warning',
    message: refused
      ? `\`${node.name}\` cannot be used in a monitor.`
      : `\`${node.name}\` is made for graphs and gives a monitor results that change with the time frame.`,
    span: node.nameSpan,
    ...(row.insteadInMonitors === undefined ? {} : { hint: `Use ${row.insteadInMonitors} instead.` }),
  })
}

/** `query/deprecated-function`: functions that Datadog replaced. */
export function checkFunctionDeprecated(
  node: FunctionCall | MethodCall,
  _context: MetricContext,
  report: Report,
): void {
  const row = functionNamed(node.name, functionForm(node))
  if (row?.deprecated === undefined) return
  report({
    code: 'query/deprecated-function',
    severity: 'info',
    message: `\`${node.name}\` is deprecated.`,
    span: node.nameSpan,
    hint: `Use ${row.deprecated} instead.`,
  })
}
