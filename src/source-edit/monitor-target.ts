import { ts } from 'ts-morph'
import type { JsonPath } from '../lint/index.js'
import { memberValue, propertyTarget, shortened, targetIn } from './members.js'
import { optionProperties } from './option-properties.js'
import { found, near, type Target } from './target.js'
import { settled } from './value-node.js'

/** Fields that `monitor` takes under a name of its own. */
const properties: Readonly<Record<string, string>> = {
  name: 'name',
  message: 'message',
  tags: 'tags',
  priority: 'priority',
  assets: 'assets',
  query: 'alert',
  restricted_roles: 'restrictedRoles',
}

/** The value at a path of a monitor's JSON in the specification that the author gave to `monitor`. */
export function monitorTarget(spec: ts.ObjectLiteralExpression, path: JsonPath): Target {
  const [field, ...rest] = path
  const extra = extraWith(spec, String(field))
  if (extra !== undefined) return propertyTarget(extra, String(field), rest)
  if (field === 'options') return optionTarget(spec, rest)
  if (field === 'type') return nearProperty(spec, 'alert', 'the type follows from what the monitor watches')
  if (field === 'draft_status') return nearProperty(spec, 'draft', '`draft` has values of its own')
  const property = properties[String(field)]
  if (property === undefined) return near(spec, `\`monitor\` has no property for \`${field}\``)
  return propertyTarget(spec, property, rest)
}

/** `extra` takes the place of whole fields: where it holds one, the other properties say nothing about it. */
function extraWith(spec: ts.ObjectLiteralExpression, field: string): ts.ObjectLiteralExpression | undefined {
  const value = memberValue(spec, 'extra')
  const extra = value && settled(value)
  if (extra === undefined || !ts.isObjectLiteralExpression(extra)) return undefined
  return memberValue(extra, field) === undefined ? undefined : extra
}

function optionTarget(spec: ts.ObjectLiteralExpression, path: JsonPath): Target {
  const [option, ...rest] = path
  if (option === undefined) return near(spec, 'the options stand one by one in the specification')
  if (option === 'thresholds') return thresholdTarget(spec, rest)
  if (option === 'threshold_windows' || option === 'variables') {
    return nearProperty(spec, 'alert', `\`${option}\` follows from what the monitor watches`)
  }
  const raw = memberValue(spec, 'options')
  const rawObject = raw && settled(raw)
  const isObject = rawObject !== undefined && ts.isObjectLiteralExpression(rawObject)
  if (isObject && memberValue(rawObject, String(option)) !== undefined) {
    return propertyTarget(rawObject, String(option), rest)
  }
  if (option === 'scheduling_options')
    return nearProperty(spec, 'scheduling', 'a schedule is written in short')
  const property = optionProperties[String(option)]
  return property === undefined ? propertyTarget(spec, 'options', path) : propertyTarget(spec, property, rest)
}

const comparisons: ReadonlySet<string> = new Set([
  'above',
  'atLeast',
  'below',
  'atMost',
  'equalTo',
  'notEqualTo',
  'countByStatus',
])

const thresholdProperties: Readonly<Record<string, string>> = {
  critical: 'critical',
  warning: 'warning',
  critical_recovery: 'criticalRecovery',
  warning_recovery: 'warningRecovery',
  ok: 'ok',
  unknown: 'unknown',
}

/** Thresholds are written once, in the comparison at the end of the alert condition. */
function thresholdTarget(spec: ts.ObjectLiteralExpression, [name]: JsonPath): Target {
  const alert = memberValue(spec, 'alert')
  if (alert === undefined) return near(spec, 'there is no `alert` here')
  const written = settled(alert)
  const given = thresholdArgument(written)
  if (given === undefined) return near(written, `the thresholds come from ${shortened(written)}`)
  const node = settled(given)
  const holdsCritical = name === undefined || name === 'critical'
  if (holdsCritical && isRawQuery(written)) return near(node, 'it is the number in the query')
  if (name === undefined) return found(node)
  const property = thresholdProperties[String(name)]
  if (ts.isObjectLiteralExpression(node) && property !== undefined) return propertyTarget(node, property, [])
  return name === 'critical' ? found(node) : near(node, 'there is only the critical threshold')
}

function thresholdArgument(alert: ts.Node): ts.Node | undefined {
  if (!ts.isCallExpression(alert)) return undefined
  const callee = alert.expression
  const [first, second] = alert.arguments
  if (ts.isPropertyAccessExpression(callee) && comparisons.has(callee.name.text)) return first
  const options = isRawQuery(alert) && second !== undefined ? settled(second) : undefined
  return options !== undefined && ts.isObjectLiteralExpression(options)
    ? memberValue(options, 'thresholds')
    : undefined
}

/** `monitorQuery('…', { thresholds: { warning: 3 } })` takes the critical threshold from its text. */
function isRawQuery(alert: ts.Node): boolean {
  return ts.isCallExpression(alert) && alert.expression.getText() === 'monitorQuery'
}

/** A property that decides about the value without holding it. */
export function nearProperty(spec: ts.ObjectLiteralExpression, name: string, why: string): Target {
  const value = memberValue(spec, name)
  return near(value === undefined ? spec : targetNode(value), why)
}

function targetNode(value: ts.Node): ts.Node {
  const target = targetIn(value, [])
  return target.kind === 'found' ? target.node : value
}
