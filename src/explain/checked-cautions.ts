import { checkDefinition } from '../check/index.js'
import { type MonitorDefinition, queryOf } from '../model/index.js'
import { defined } from './defined.js'
import type { CautionOf } from './explanation.js'
import { type Phrase, phrase } from './sentences.js'

/** What the shared checks find in a monitor and nothing here has said yet, in a sentence of its own or as a syntax error. */
export function checkedCautions(
  definition: MonitorDefinition,
  said: readonly CautionOf<Phrase>[],
): readonly CautionOf<Phrase>[] {
  const parsed = queryOf(definition)
  const known = new Set([...said, ...parsed.diagnostics].map(one => one.code))
  return checkDefinition(definition, { parsed })
    .filter(({ code }) => !known.has(code))
    .map(({ code, severity, message, hint }) => ({
      code,
      severity,
      says: phrase('caution/checked', { rule: code, message, ...defined({ hint }) }),
    }))
}
