import { ts } from 'ts-morph'
import type { Fix, FixEdit } from '../lint/index.js'
import { type Json, type Resource, valueAt } from '../model/index.js'
import { builderCallOf } from './builder-call.js'
import { listPlace, placeInList, shortened } from './members.js'
import type { Operation } from './operation.js'
import type { SourceTree } from './source-tree.js'
import type { Found, Missing, Target } from './target.js'
import { targetOf } from './target-of.js'
import { nameText, valueText } from './value-text.js'
import { writtenPlace } from './written-pieces.js'
import { escaped, type Quote } from './written-text.js'

/** The operations that make a fix in the author's file, or why it cannot be made there. */
export type Placed =
  | { readonly ok: true; readonly operations: readonly Operation[] }
  | { readonly ok: false; readonly why: string }

/**
 * Translates a fix of a resource's JSON into operations on the TypeScript that made it. Nothing is guessed: a value that
 * comes from a function, from a loop or from a shared constant is not changed.
 */
export function operationsOf(tree: SourceTree, resource: Resource, fix: Fix): Placed {
  const call = builderCallOf(tree, resource)
  if (call === undefined) return refused('no builder is called where the resource was defined')
  if (!call.isOnlyOne) return refused(`\`${call.builder}\` may define several resources here`)
  const operations: Operation[] = []
  for (const edit of fix.edits) {
    const placed = operationOf(tree, resource, edit, targetOf(call, resource, edit.path))
    if (!placed.ok) return placed
    operations.push(...placed.operations)
  }
  return { ok: true, operations }
}

function operationOf(tree: SourceTree, resource: Resource, edit: FixEdit, target: Target): Placed {
  if (edit.kind === 'text') return textOperations(resource, edit, target)
  if (target.kind === 'near') return refused(target.why)
  if (edit.kind === 'remove') return removal(target)
  if (target.kind === 'missing') return done(insertion(target, edit.value, tree.quote))
  const moved = reordering(target.node, valueAt(resource.definition, edit.path), edit.value)
  return moved ?? replacement(target.node, edit.value, tree.quote)
}

function textOperations(resource: Resource, edit: FixEdit & { kind: 'text' }, target: Target): Placed {
  const text = valueAt(resource.definition, edit.path)
  if (typeof text !== 'string' || target.kind === 'missing') return refused('the text is not written here')
  const operations: Operation[] = []
  for (const { span, text: replacement } of edit.edits) {
    const place = writtenPlace(target.node, text, span)
    if (place === undefined) {
      return refused(target.kind === 'near' ? target.why : `the text is made by ${shortened(target.node)}`)
    }
    operations.push({ kind: 'replace', span: place.span, text: escaped(replacement, place.quote) })
  }
  return { ok: true, operations }
}

function removal(target: Found | Missing): Placed {
  const place = target.kind === 'missing' ? undefined : placeInList(target.mention)
  return place === undefined ? refused('the value is not written here') : done({ kind: 'remove', ...place })
}

function insertion({ object, names }: Missing, value: Json, quote: Quote): Operation {
  const list = listPlace(object, object.properties)
  const [first = '', ...inner] = names
  const nested = inner.reduceRight<string>(
    (text, name) => `{ ${nameText(name, quote)}: ${text} }`,
    valueText(value, quote),
  )
  return { kind: 'insert', list, text: `${nameText(first, quote)}: ${nested}` }
}

/** The same items in another order: their texts change places, with every comment in them. */
function reordering(node: ts.Node, before: Json | undefined, after: Json): Placed | undefined {
  if (!ts.isArrayLiteralExpression(node) || !Array.isArray(before) || !Array.isArray(after)) return undefined
  const items = node.elements
  const was = before.map(each => JSON.stringify(each))
  const becomes = after.map(each => JSON.stringify(each))
  const isSame = was.length === items.length && was.toSorted().join() === becomes.toSorted().join()
  if (!isSame || new Set(was).size < was.length) return undefined
  const operations = items.flatMap((item, index): Operation[] => {
    const from = items[was.indexOf(becomes[index]!)]
    if (from === undefined || from === item) return []
    const span = { start: item.getStart(), end: item.getEnd() }
    return [{ kind: 'replace', span, text: from.getText() }]
  })
  return { ok: true, operations }
}

function replacement(node: ts.Node, value: Json, quote: Quote): Placed {
  if (!isWrittenOut(node)) return refused(`the value comes from ${shortened(node)}`)
  const own = node.getText()[0]
  const quotes = own === '"' || own === "'" ? own : quote
  const span = { start: node.getStart(), end: node.getEnd() }
  return done({ kind: 'replace', span, text: valueText(value, quotes) })
}

const literalKeywords: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
])

/** True for a value that stands here as it is; whatever is called or named may serve others too. */
function isWrittenOut(node: ts.Node): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isWrittenOut)
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(each => {
      const initializer = ts.isPropertyAssignment(each) ? each.initializer : undefined
      return initializer !== undefined && isWrittenOut(initializer)
    })
  }
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isNumericLiteral(node) ||
    literalKeywords.has(node.kind) ||
    (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand))
  )
}

function done(operation: Operation): Placed {
  return { ok: true, operations: [operation] }
}

function refused(why: string): Placed {
  return { ok: false, why }
}
