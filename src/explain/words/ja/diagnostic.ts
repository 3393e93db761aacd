import type { Words } from '../words.js'
import { diagnosticWords } from './diagnostics.js'
import { hintInJapanese } from './hint.js'
import { ruleWords } from './rules.js'

const longest = 40

export const diagnostic = {
  'diagnostic/message': ({ code, piece }, say) => {
    const words = diagnosticWords[code] ?? ruleWords[code] ?? `規則 ${say.code(code)} に当てはまります。`
    const isClear = piece.trim() === '' || piece.length > longest || words.includes(piece)
    return isClear ? words : `${say.code(piece)}: ${words}`
  },
  'diagnostic/in-widget': ({ number, title, message }, say) =>
    `ウィジェット ${number}${title === '' ? '' : say.quote(title)}: ${message}`,
  'diagnostic/hint': ({ hint }, say) => hintInJapanese(hint, say) ?? '',
} satisfies Partial<Words>
