import type { Position, Span } from '../diagnostic/index.js'
import { type JsonPath, type Resource, valueAt } from '../model/index.js'
import { builderCallOf } from './builder-call.js'
import { placeAt, type SourceTree } from './source-tree.js'
import { targetOf } from './target-of.js'
import { writtenPlace } from './written-pieces.js'

/** What a finding is about: a path of the definition, and perhaps a piece of the text there. */
export interface Subject {
  readonly path?: JsonPath
  readonly span?: Span
  readonly frameText?: string
}

/**
 * The place of the very argument that a finding is about: as near as the code tells. Undefined when the builder's call
 * itself is the best place.
 */
export function placeOf(tree: SourceTree, resource: Resource, subject: Subject): Position | undefined {
  const call = builderCallOf(tree, resource)
  const offset = call && subject.path && offsetOf(call, resource, subject.path, subject)
  return offset === undefined ? undefined : placeAt(tree, offset)
}

function offsetOf(
  call: NonNullable<ReturnType<typeof builderCallOf>>,
  resource: Resource,
  path: JsonPath,
  { span, frameText }: Subject,
): number | undefined {
  const target = targetOf(call, resource, path)
  if (target.kind === 'missing') return parentOffset(call, resource, path)
  // A specification as a whole says no more than the call does.
  if (target.kind === 'near' && target.node === call.call.arguments[1]) return undefined
  const text = valueAt(resource.definition, path)
  const isSpanOfText = span !== undefined && typeof text === 'string' && text === frameText
  const written = isSpanOfText ? writtenPlace(target.node, text, span) : undefined
  return written?.span.start ?? target.node.getStart()
}

/** What is missing is shown at the nearest thing around it that is there. */
function parentOffset(
  call: NonNullable<ReturnType<typeof builderCallOf>>,
  resource: Resource,
  path: JsonPath,
): number | undefined {
  if (path.length <= 1) return undefined
  const target = targetOf(call, resource, path.slice(0, -1))
  if (target.kind === 'missing') return parentOffset(call, resource, path.slice(0, -1))
  return target.kind === 'found' ? target.node.getStart() : undefined
}
