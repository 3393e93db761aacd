import {
  type FunctionRow,
  functionNamed,
  isPercentile,
  methodNames,
  regroupingNames,
  spaceAggregators,
} from '../catalog/index.js'
import { nearest } from '../diagnostic/index.js'
import { type FunctionCall, functionForm, type MethodCall } from '../query/index.js'
import { callInstead } from './calls-meant.js'
import { aggregatorInstead, headInstead, positionRepair, scopeInstead } from './misplaced-methods.js'
import { aggregatorMeant, callMeant } from './names-meant.js'
import type { MetricContext, Report } from './report.js'

/** `query/unknown-function`: the name of a function or method that Datadog does not have. */
export function checkFunctionName(
  node: FunctionCall | MethodCall,
  context: MetricContext,
  report: Report,
): void {
  const form = functionForm(node)
  if (context.ownFunctions?.includes(node.name)) return
  if (node.kind === 'method' && isAggregator(node.name)) {
    const message = `Datadog has no method \`${node.name}\`.`
    const code = 'query/unknown-function'
    report({ code, severity: 'error', message, span: node.nameSpan, ...aggregatorInstead(node) })
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
  const scope = scopeInstead(node)
  if (scope !== undefined) {
    report({ code: 'query/unknown-function', severity: 'error', ...scope })
    return
  }
  const known = nameMeant(node.name, form)
  const call = callInstead(node)
  const hint = call?.hint ?? (known === undefined ? headInstead(node) : `Did you mean \`${known}\`?`)
  const repair = call?.repair ?? (known === undefined ? undefined : [{ span: node.nameSpan, text: known }])
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
    repair: [{ span: node.nameSpan, text: instead }],
  })
}

function isAggregator(name: string): boolean {
  return Object.hasOwn(spaceAggregators, name) || isPercentile(name)
}

function nameMeant(name: string, form: 'call' | 'method' | 'regrouping'): string | undefined {
  if (form === 'method') return methodNames.find(each => each === `as_${name}`) ?? nearest(name, methodNames)
  if (form === 'regrouping') return aggregatorMeant(name, regroupingNames)
  return callMeant(name)
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
  row: FunctionRow,
  context: MetricContext,
  report: Report,
): void {
  if (!context.inMonitor || (row.inMonitors !== 'no' && row.inMonitors !== 'discouraged')) return
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
  row: FunctionRow,
  _context: MetricContext,
  report: Report,
): void {
  if (row.deprecated === undefined) return
  report({
    code: 'query/deprecated-function',
    severity: 'info',
    message: `\`${node.name}\` is deprecated.`,
    span: node.nameSpan,
    hint: `Use ${row.deprecated} instead.`,
  })
}
