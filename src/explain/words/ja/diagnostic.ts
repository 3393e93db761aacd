import type { Words } from '../words.js'
import { diagnosticWords } from './diagnostics.js'
import { ruleWords } from './rules.js'

const longest = 40

/** The two shapes of advice that hold nothing but code beside their words; all others are for the English reader. */
const write = /^Write (`+)((?:(?!\1).)+)\1\.$/
const meant = /^Did you mean (`+)((?:(?!\1).)+)\1\?$/

export const diagnostic = {
  'diagnostic/message': ({ code, piece }, say) => {
    const words = diagnosticWords[code] ?? ruleWords[code] ?? `規則 ${say.code(code)} に当てはまります。`
    const isClear = piece.trim() === '' || piece.length > longest || words.includes(piece)
    return isClear ? words : `${say.code(piece)}: ${words}`
  },
  'diagnostic/hint': ({ hint }, say) => {
    const written = write.exec(hint)?.[2]
    if (written !== undefined) return `${say.code(written)} と書きます。`
    const other = meant.exec(hint)?.[2]
    return other === undefined ? '' : `${say.code(other)} ではありませんか。`
  },
} satisfies Partial<Words>
