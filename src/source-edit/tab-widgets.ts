import { ts } from 'ts-morph'
import { memberValue, targetIn } from './members.js'
import { near, type Target } from './target.js'
import { readable } from './value-node.js'

/**
 * The widget of that position where only a tab shows it: those follow the dashboard's own list, each once. Undefined for a
 * widget of the own list, and for a dashboard without tabs.
 */
export function widgetOnTab(spec: ts.ObjectLiteralExpression, index: number): Target | undefined {
  const tabs = memberValue(spec, 'tabs')
  if (tabs === undefined) return undefined
  const own = memberValue(spec, 'widgets')
  const listed = own === undefined ? [] : itemsOf(own)
  if (listed !== undefined && index < listed.length) return undefined
  const members = itemsOf(tabs)?.map(membersOf)
  if (listed === undefined || members === undefined || !members.every(each => each !== undefined))
    return near(tabs, 'what the tabs show is not written here')
  const known = new Set(listed.map(readable))
  const further = members.flat().filter(member => isFirst(member, known))
  const widget = further[index - listed.length]
  return widget === undefined ? near(tabs, `the tabs have no widget ${index}`) : targetIn(widget, [])
}

function isFirst(member: ts.Node, known: Set<ts.Node>): boolean {
  const node = readable(member)
  if (known.has(node)) return false
  known.add(node)
  return true
}

/** The widgets of `tab('…', [ … ])`; positions and ids name widgets that stand elsewhere. */
function membersOf(item: ts.Node): readonly ts.Node[] | undefined {
  const call = readable(item)
  if (!ts.isCallExpression(call)) return undefined
  const [, widgets] = call.arguments
  return (
    widgets && itemsOf(widgets)?.filter(each => !ts.isNumericLiteral(each) && !ts.isStringLiteralLike(each))
  )
}

/** The items of a list that is written here as a whole. */
function itemsOf(list: ts.Node): readonly ts.Node[] | undefined {
  const node = readable(list)
  if (!ts.isArrayLiteralExpression(node) || node.elements.some(ts.isSpreadElement)) return undefined
  return [...node.elements]
}
