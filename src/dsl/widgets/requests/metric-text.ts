import { isAcceptable } from '../../../diagnostic/index.js'
import type { Json } from '../../../model/index.js'
import { parseMetricQuery, print } from '../../../query/index.js'
import { DefinitionError } from '../../definition-error.js'
import type { Expression } from '../../expression.js'

/** The text of a query. One that the author wrote as text is checked and kept as it is, blanks and all. */
export function metricText(input: unknown): Json {
  if (typeof input !== 'string') return print((input as Expression).node)
  const parsed = parseMetricQuery(input)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics)) throw new DefinitionError(parsed.diagnostics, input)
  return input
}
