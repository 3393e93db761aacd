import { checkDefinition } from '../check/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import { type MonitorDefinition, queryOf } from '../model/index.js'
import type { MonitorQuery } from '../query/index.js'
import { checkedWords } from './checked-words.js'
import type { CautionOf } from './explanation.js'
import { findingCautions } from './finding-cautions.js'
import type { MonitorContext } from './monitor-context.js'
import type { Phrase } from './sentences.js'

/** What the shared checks find in a monitor beside what was said of its query. */
export function checkedCautions(
  definition: MonitorDefinition,
  query: MonitorQuery,
  said: readonly Diagnostic[],
  context: MonitorContext,
): readonly CautionOf<Phrase>[] {
  const found = checkDefinition(definition, { parsed: queryOf(definition) })
  return findingCautions(found, said, checkedWords(query, context))
}
