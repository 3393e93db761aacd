import { ts } from 'ts-morph'
import type { JsonPath } from '../lint/index.js'
import type { ListPlace } from './operation.js'
import { found, near, type Target } from './target.js'
import { settled } from './value-node.js'

/** The value at a path below an expression that is written like the JSON itself. */
export function targetIn(start: ts.Node, path: JsonPath): Target {
  const node = settled(start)
  const [step, ...rest] = path
  if (step === undefined) return found(node, start)
  if (typeof step === 'string' && ts.isObjectLiteralExpression(node)) return memberTarget(node, step, rest)
  if (typeof step === 'number' && ts.isArrayLiteralExpression(node)) return itemTarget(node, step, rest)
  return near(node, `the value comes from ${shortened(node)}`)
}

/** What a property of a specification says about a path below it. */
export function propertyTarget(object: ts.ObjectLiteralExpression, name: string, rest: JsonPath): Target {
  return memberTarget(object, name, rest)
}

function memberTarget(object: ts.ObjectLiteralExpression, name: string, rest: JsonPath): Target {
  const value = memberValue(object, name)
  if (value !== undefined) return targetIn(value, rest)
  if (object.properties.some(each => ts.isSpreadAssignment(each))) {
    return near(object, `\`${name}\` may come from what is spread into the object`)
  }
  if (rest.some(step => typeof step === 'number')) return near(object, `there is no \`${name}\``)
  return { kind: 'missing', object, names: [name, ...rest.map(String)] }
}

function itemTarget(array: ts.ArrayLiteralExpression, index: number, rest: JsonPath): Target {
  const elements = array.elements
  const hasSpread = elements.slice(0, index + 1).some(each => ts.isSpreadElement(each))
  if (hasSpread) return near(array, 'the items before it are spread into the list')
  const element = elements[index]
  return element === undefined ? near(array, `the list has no item ${index}`) : targetIn(element, rest)
}

/** The expression of a property, or undefined when the object does not write it. The last of two equal names counts. */
export function memberValue(object: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  const member = object.properties.findLast(each => nameOf(each) === name)
  if (member === undefined) return undefined
  if (ts.isPropertyAssignment(member)) return member.initializer
  return ts.isShorthandPropertyAssignment(member) ? member.name : undefined
}

function nameOf(member: ts.ObjectLiteralElementLike): string | undefined {
  if (!ts.isPropertyAssignment(member) && !ts.isShorthandPropertyAssignment(member)) return undefined
  const { name } = member
  return ts.isComputedPropertyName(name) ? undefined : name.text
}

/** The list that an expression is a member or an item of, and its number there. */
export function placeInList(node: ts.Node): { readonly list: ListPlace; readonly index: number } | undefined {
  const member = memberOf(node)
  const parent = member.parent
  if (ts.isObjectLiteralExpression(parent)) {
    const members = parent.properties
    return { list: listPlace(parent, members), index: members.indexOf(member as ts.ObjectLiteralElementLike) }
  }
  if (!ts.isArrayLiteralExpression(parent)) return undefined
  const elements = parent.elements
  const index = elements.indexOf(member as ts.Expression)
  return index === -1 ? undefined : { list: listPlace(parent, elements), index }
}

/** The property that an expression is the value of, or the expression itself. */
function memberOf(node: ts.Node): ts.Node {
  const parent = node.parent
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) return parent
  const wraps =
    ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)
  return wraps ? memberOf(parent) : node
}

/** The places of an object's members or an array's items. */
export function listPlace(
  list: ts.ObjectLiteralExpression | ts.ArrayLiteralExpression,
  items: ts.NodeArray<ts.Node>,
): ListPlace {
  return {
    span: { start: list.getStart(), end: list.getEnd() },
    items: items.map(item => ({ start: item.getStart(), end: item.getEnd() })),
    hasTrailingComma: items.hasTrailingComma ?? false,
  }
}

/** A piece of code for a sentence. */
export function shortened(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ')
  return `\`${text.length <= 40 ? text : `${text.slice(0, 39)}…`}\``
}
