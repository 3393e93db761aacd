import type { Severity } from '../diagnostic/index.js'
import { defined } from './defined.js'
import type { CautionOf } from './explanation.js'
import { type Phrase, phrase } from './sentences.js'

/** What a check found, of a text or of a definition. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
}

/** The findings whose rule has not spoken yet. */
export function findingCautions(
  found: readonly Finding[],
  said: readonly { readonly code: string }[],
): readonly CautionOf<Phrase>[] {
  const known = new Set(said.map(one => one.code))
  return found
    .filter(({ code }) => !known.has(code))
    .map(({ code, severity, message, hint }) => ({
      code,
      severity,
      says: phrase('caution/checked', { rule: code, message, ...defined({ hint }) }),
    }))
}
