import { checkDefinition } from '../check/index.js'
import { type MonitorDefinition, queryOf } from '../model/index.js'
import type { CautionOf } from './explanation.js'
import { findingCautions } from './finding-cautions.js'
import type { Phrase } from './sentences.js'

/** What the shared checks find in a monitor and nothing here has said yet, in a sentence of its own or as a syntax error. */
export function checkedCautions(
  definition: MonitorDefinition,
  said: readonly CautionOf<Phrase>[],
): readonly CautionOf<Phrase>[] {
  const parsed = queryOf(definition)
  return findingCautions(checkDefinition(definition, { parsed }), [...said, ...parsed.diagnostics])
}
