import { checkDefinition } from '../check/index.js'
import { type MonitorDefinition, queryOf } from '../model/index.js'
import type { MonitorQuery } from '../query/index.js'
import { checkedWords } from './checked-words.js'
import type { CautionOf } from './explanation.js'
import { findingCautions } from './finding-cautions.js'
import type { MonitorContext } from './monitor-context.js'
import type { Phrase } from './sentences.js'

/** What the shared checks find in a monitor and the parsers have not said already. */
export function checkedCautions(
  definition: MonitorDefinition,
  query: MonitorQuery,
  context: MonitorContext,
): readonly CautionOf<Phrase>[] {
  const parsed = queryOf(definition)
  const found = checkDefinition(definition, { parsed })
  return findingCautions(found, parsed.diagnostics, checkedWords(query, context))
}
