import {
  type ArrayLiteralExpression,
  type Expression,
  Node,
  type ObjectLiteralElementLike,
  type ObjectLiteralExpression,
  SyntaxKind,
} from 'ts-morph'
import type { JsonPath } from '../lint/index.js'
import type { ListPlace } from './operation.js'
import { found, near, type Target } from './target.js'
import { settled } from './value-node.js'

/** The value at a path below an expression that is written like the JSON itself. */
export function targetIn(start: Node, path: JsonPath): Target {
  const node = settled(start)
  const [step, ...rest] = path
  if (step === undefined) return found(node, start)
  if (typeof step === 'string' && Node.isObjectLiteralExpression(node)) return memberTarget(node, step, rest)
  if (typeof step === 'number' && Node.isArrayLiteralExpression(node)) return itemTarget(node, step, rest)
  return near(node, `the value comes from ${shortened(node)}`)
}

/** What a property of a specification says about a path below it. */
export function propertyTarget(object: ObjectLiteralExpression, name: string, rest: JsonPath): Target {
  return memberTarget(object, name, rest)
}

function memberTarget(object: ObjectLiteralExpression, name: string, rest: JsonPath): Target {
  const value = memberValue(object, name)
  if (value !== undefined) return targetIn(value, rest)
  if (object.getProperties().some(each => Node.isSpreadAssignment(each))) {
    return near(object, `\`${name}\` may come from what is spread into the object`)
  }
  if (rest.some(step => typeof step === 'number')) return near(object, `there is no \`${name}\``)
  return { kind: 'missing', object, names: [name, ...rest.map(String)] }
}

function itemTarget(array: ArrayLiteralExpression, index: number, rest: JsonPath): Target {
  const elements = array.getElements()
  const hasSpread = elements.slice(0, index + 1).some(each => Node.isSpreadElement(each))
  if (hasSpread) return near(array, 'the items before it are spread into the list')
  const element = elements[index]
  return element === undefined ? near(array, `the list has no item ${index}`) : targetIn(element, rest)
}

/** The expression of a property, or undefined when the object does not write it. The last of two equal names counts. */
export function memberValue(object: ObjectLiteralExpression, name: string): Node | undefined {
  const member = object.getProperties().findLast(each => nameOf(each) === name)
  if (Node.isPropertyAssignment(member)) return member.getInitializer()
  return Node.isShorthandPropertyAssignment(member) ? member.getNameNode() : undefined
}

function nameOf(member: ObjectLiteralElementLike): string | undefined {
  if (Node.isShorthandPropertyAssignment(member)) return member.getName()
  if (!Node.isPropertyAssignment(member)) return undefined
  const name = member.getNameNode()
  if (Node.isStringLiteral(name) || Node.isNoSubstitutionTemplateLiteral(name)) return name.getLiteralText()
  return Node.isComputedPropertyName(name) ? undefined : name.getText()
}

/** The list that an expression is a member or an item of, and its number there. */
export function placeInList(node: Node): { readonly list: ListPlace; readonly index: number } | undefined {
  const member = memberOf(node)
  const parent = member.getParent()
  if (Node.isObjectLiteralExpression(parent)) {
    const members = parent.getProperties()
    return { list: listPlace(parent, members), index: members.indexOf(member as ObjectLiteralElementLike) }
  }
  if (!Node.isArrayLiteralExpression(parent)) return undefined
  const elements = parent.getElements()
  const index = elements.indexOf(member as Expression)
  return index === -1 ? undefined : { list: listPlace(parent, elements), index }
}

/** The property that an expression is the value of, or the expression itself. */
function memberOf(node: Node): Node {
  const parent = node.getParent()
  if (Node.isPropertyAssignment(parent) || Node.isShorthandPropertyAssignment(parent)) return parent
  const wraps =
    Node.isParenthesizedExpression(parent) ||
    Node.isAsExpression(parent) ||
    Node.isSatisfiesExpression(parent)
  return wraps ? memberOf(parent) : node
}

/** The places of an object's members or an array's items. */
export function listPlace(
  list: ObjectLiteralExpression | ArrayLiteralExpression,
  items: readonly Node[],
): ListPlace {
  const afterLast = items.at(-1)?.getNextSibling()
  return {
    span: { start: list.getStart(), end: list.getEnd() },
    items: items.map(item => ({ start: item.getStart(), end: item.getEnd() })),
    hasTrailingComma: afterLast?.getKind() === SyntaxKind.CommaToken,
  }
}

/** A piece of code for a sentence. */
export function shortened(node: Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ')
  return `\`${text.length <= 40 ? text : `${text.slice(0, 39)}…`}\``
}
