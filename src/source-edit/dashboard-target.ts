import { ts } from 'ts-morph'
import type { JsonPath } from '../lint/index.js'
import { memberValue, propertyTarget, targetIn } from './members.js'
import { widgetOnTab } from './tab-widgets.js'
import { near, type Target } from './target.js'
import { settled } from './value-node.js'

const properties: Readonly<Record<string, string>> = {
  title: 'title',
  description: 'description',
  tags: 'tags',
  notify_list: 'notifyList',
  restricted_roles: 'restrictedRoles',
}

/** The value at a path of a dashboard's JSON in the specification that the author gave to `dashboard`. */
export function dashboardTarget(spec: ts.ObjectLiteralExpression, path: JsonPath): Target {
  const [field, ...rest] = path
  const extra = memberValue(spec, 'extra')
  const raw = extra && settled(extra)
  if (
    raw !== undefined &&
    ts.isObjectLiteralExpression(raw) &&
    memberValue(raw, String(field)) !== undefined
  ) {
    return targetIn(raw, path)
  }
  if (field === 'widgets') return widgetTarget(spec, 'widgets', rest)
  if (field === 'template_variables')
    return callTarget(propertyTarget(spec, 'templateVariables', rest.slice(0, 1)), rest)
  if (field === 'template_variable_presets')
    return callTarget(propertyTarget(spec, 'presets', rest.slice(0, 1)), rest)
  const property = properties[String(field)]
  if (property === undefined) return near(spec, `\`dashboard\` has no property for \`${field}\``)
  return propertyTarget(spec, property, rest)
}

/** What is written as JSON is found inside; what a builder makes of its arguments cannot be turned round. */
function callTarget(item: Target, path: JsonPath): Target {
  if (item.kind !== 'found' || path.length === 1) return item
  if (ts.isObjectLiteralExpression(item.node)) return targetIn(item.node, path.slice(1))
  return near(item.node, 'the value is made by a builder')
}

function widgetTarget(spec: ts.ObjectLiteralExpression, property: string, path: JsonPath): Target {
  const [index, ...rest] = path
  if (index === undefined) return propertyTarget(spec, property, [])
  const onTab = typeof index === 'number' ? widgetOnTab(spec, index) : undefined
  return insideWidget(onTab ?? propertyTarget(spec, property, [index]), rest)
}

function insideWidget(widget: Target, path: JsonPath): Target {
  if (widget.kind !== 'found' || path.length === 0) return widget
  const call = ts.isCallExpression(widget.node) ? widget.node : undefined
  const [first, second, third] = path
  if (call !== undefined && builderOf(call) === 'raw') return rawWidgetTarget(call, path)
  if (first === 'definition' && second === 'widgets' && typeof third === 'number') {
    const children = call !== undefined && builderOf(call) === 'group' ? call.arguments[1] : undefined
    if (children !== undefined) return insideWidget(targetIn(children, [third]), path.slice(3))
  }
  return near(widget.node, 'the value is made by a builder')
}

/** `raw` takes the definition, or the definition with its layout. */
function rawWidgetTarget(call: ts.CallExpression, path: JsonPath): Target {
  const json = call.arguments[0]
  const node = json && settled(json)
  if (node === undefined || !ts.isObjectLiteralExpression(node))
    return near(call, 'the widget is not written here')
  const isWhole = memberValue(node, 'definition') !== undefined
  return targetIn(node, path[0] === 'definition' && !isWhole ? path.slice(1) : path)
}

function builderOf(call: ts.CallExpression): string {
  return call.expression.getText().replace(/^.*\./, '')
}
