import { callNames, functionNamed, isPercentile, methodNames, spaceAggregators } from '../catalog/index.js'
import { didYouMean, nearest } from '../diagnostic/index.js'
import type { FunctionCall, MethodCall } from '../query/index.js'
import type { MetricContext, Report } from './report.js'

/** `query/unknown-function`: the name of a function or method that Datadog does not have. */
export function checkFunctionName(
  node: FunctionCall | MethodCall,
  context: MetricContext,
  report: Report,
): void {
  const form = node.kind
  if (functionNamed(node.name, form) !== undefined || context.ownFunctions?.includes(node.name)) return
  const otherForm = form === 'call' ? 'method' : 'call'
  if (functionNamed(node.name, otherForm) !== undefined) {
    reportPosition(node, report)
    return
  }
  if (form === 'call' && Object.hasOwn(undocumented, node.name)) {
    reportUndocumented(node, undocumented[node.name]!, report)
    return
  }
  const hint = didYouMean(node.name, form === 'call' ? callNames : methodNames) ?? headInstead(node)
  const known = nearest(node.name, form === 'call' ? callNames : methodNames)
  report({
    code: 'query/unknown-function',
    severity: 'error',
    message: `Datadog has no ${form === 'call' ? 'function' : 'method'} \`${node.name}\`.`,
    span: node.nameSpan,
    ...(hint === undefined ? {} : { hint }),
    ...(known === undefined ? {} : { repair: [{ span: node.nameSpan, text: known }] }),
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

/** `avg(…)` around a query: in Datadog the space aggregator stands before the metric. */
function headInstead(node: FunctionCall | MethodCall): string | undefined {
  if (node.kind !== 'call' || !(Object.hasOwn(spaceAggregators, node.name) || isPercentile(node.name)))
    return undefined
  return `Write the space aggregator before the metric: \`${node.name}:metric{scope}\`.`
}

function reportPosition(node: FunctionCall | MethodCall, report: Report): void {
  const isCall = node.kind === 'call'
  report({
    code: 'query/unknown-function',
    severity: 'error',
    message: `\`${node.name}\` is ${isCall ? 'a method, not a function' : 'a function, not a method'}.`,
    span: node.nameSpan,
    hint: isCall
      ? `Write it after the query: \`avg:metric{scope}.${node.name}(…)\`.`
      : `Write it around the query: \`${node.name}(avg:metric{scope})\`.`,
  })
}

/** `query/unsupported-in-monitor` and `query/top-in-monitor`: functions whose result depends on the visible time frame. */
export function checkFunctionInMonitor(
  node: FunctionCall | MethodCall,
  context: MetricContext,
  report: Report,
): void {
  if (!context.inMonitor) return
  const row = functionNamed(node.name, node.kind)
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
  const row = functionNamed(node.name, node.kind)
  if (row?.deprecated === undefined) return
  report({
    code: 'query/deprecated-function',
    severity: 'info',
    message: `\`${node.name}\` is deprecated.`,
    span: node.nameSpan,
    hint: `Use ${row.deprecated} instead.`,
  })
}
