import { type Json, type Reference, referenceText } from '../../model/index.js'
import { definitionError } from '../definition-error.js'
import type { Widget } from './widget.js'

/** A monitor of this project, or the id of one that it does not manage. */
export type MonitorInput = (Reference & { readonly kind: 'monitor' }) | number | string

/** The id as widgets hold it, a text; a resource's id is known only later. */
export function idText(input: unknown): Json {
  return typeof input === 'object' && input !== null ? referenceText(input as Reference) : String(input)
}

/** The definition of a widget that stands inside another. */
export function innerDefinition(input: unknown): Json {
  const { children, definition } = input as Widget
  if (children === undefined) return definition
  throw definitionError('dsl/inner-widget', 'A group cannot be the widget that is split.', {
    hint: 'Split a single graph, such as `timeseries(…)`.',
  })
}
