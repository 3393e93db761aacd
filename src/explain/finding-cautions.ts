import type { Severity } from '../diagnostic/index.js'
import type { CheckedWords } from './checked-words.js'
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

const noWords: CheckedWords = () => []

/** The findings that are not said yet, each in words that know the monitor where there are such. */
export function findingCautions(
  found: readonly Finding[],
  said: readonly { readonly code: string }[],
  words: CheckedWords = noWords,
): readonly CautionOf<Phrase>[] {
  if (found.length === 0) return []
  const known = new Set(said.map(one => one.code))
  const told = new Set<string>()
  return found.flatMap(finding => {
    const { code, severity } = finding
    if (known.has(code) || told.has(code)) return []
    const better = words(code)
    if (better.length === 0) return [checkedCaution(finding)]
    told.add(code)
    return better.map(says => ({ code, severity, says }))
  })
}

function checkedCaution({ code, severity, message, hint }: Finding): CautionOf<Phrase> {
  return { code, severity, says: phrase('caution/checked', { rule: code, message, ...defined({ hint }) }) }
}
