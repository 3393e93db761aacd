import { isConditional } from './conditionals.js'
import { edit, type MessageScanner, report, skipBlanks } from './lexer.js'

/** A block as other template languages open it. */
export interface ForeignBlock {
  /** Where the condition begins that is the name of the block here. */
  readonly nameStart: number
  readonly nameEnd: number
  readonly inverted: boolean
}

/** `{{#if is_alert}}`, `{{#unless is_alert}}`: says that the condition itself is the block. */
export function foreignBlock(
  scanner: MessageScanner,
  sign: number,
  wordStart: number,
  wordEnd: number,
  limit: number,
): ForeignBlock | undefined {
  const { text } = scanner
  const word = text.slice(wordStart, wordEnd)
  if (word !== 'if' && word !== 'unless') return undefined
  const nameStart = skipBlanks(text, wordEnd, limit)
  const name = /^\w+/.exec(text.slice(nameStart, Math.min(limit, nameStart + 40)))?.[0] ?? ''
  if (!isConditional(name)) return undefined
  const isSwapped = word === 'unless'
  const inverted = (text[sign] === '^') !== isSwapped
  const written = inverted ? '^' : '#'
  report(scanner, wordStart, wordEnd, {
    severity: 'error',
    code: 'message/unknown-conditional',
    message: `\`${word}\` is none of the conditional blocks of templates; the condition itself is one.`,
    hint: `Write \`{{${written}${name}}} … {{/${name}}}\`.`,
    repair: [...(isSwapped ? [edit(sign, sign + 1, written)] : []), edit(wordStart, nameStart, '')],
  })
  return { nameStart, nameEnd: nameStart + name.length, inverted }
}
