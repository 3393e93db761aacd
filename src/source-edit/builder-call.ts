import { ts } from 'ts-morph'
import type { Resource } from '../model/index.js'
import { nodeAtOffset, offsetAt, type SourceTree } from './source-tree.js'
import { readable } from './value-node.js'

/** The call by which the author defined a resource. */
export interface BuilderCall {
  readonly call: ts.CallExpression
  /** The builder's own name, whatever the file calls it. */
  readonly builder: string
  /** False when the call may define several resources: its key is not a text that stands here. */
  readonly isOnlyOne: boolean
}

const calls = new WeakMap<SourceTree, Map<Resource, BuilderCall | undefined>>()

/** The builder's call at the origin of a resource, or undefined when no call starts there. Found once for each resource. */
export function builderCallOf(tree: SourceTree, resource: Resource): BuilderCall | undefined {
  const known = calls.get(tree) ?? new Map<Resource, BuilderCall | undefined>()
  calls.set(tree, known)
  if (!known.has(resource)) known.set(resource, findCall(tree, resource))
  return known.get(resource)
}

function findCall(tree: SourceTree, resource: Resource): BuilderCall | undefined {
  const offset = resource.origin === undefined ? undefined : offsetAt(tree, resource.origin)
  const name = offset === undefined ? undefined : nodeAtOffset(tree, offset)
  if (name === undefined || !ts.isIdentifier(name)) return undefined
  const parent = name.parent
  const callee = ts.isPropertyAccessExpression(parent) && parent.name === name ? parent : name
  const call = callee.parent
  if (!ts.isCallExpression(call) || call.expression !== callee) return undefined
  const builder = callee === name ? (tree.aliases.get(name.text) ?? name.text) : name.text
  return { call, builder, isOnlyOne: hasKey(call, resource.key) }
}

function hasKey(call: ts.CallExpression, key: string): boolean {
  const [first] = call.arguments
  const value = first && readable(first)
  return value !== undefined && ts.isStringLiteralLike(value) && value.text === key
}
