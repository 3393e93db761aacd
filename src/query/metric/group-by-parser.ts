import { closeBrace, comma, isTagPart, openBrace, openBracket } from '../characters.js'
import { fitted } from '../fitted.js'
import { codeAt, endOfTag, peekAfterBlanks, type Scanner } from '../scanner.js'
import type { GroupBy, TagKey } from './ast.js'
import { emptyGroupBy, groupByWithoutBraces, missingKeyComma, unclosedGroupBy } from './group-by-mistakes.js'
import { trailingComma } from './scope-mistakes.js'

/** True where `by` stands as a word of its own, or right before its brace. */
export function startsGroupBy(scanner: Scanner): boolean {
  const { at } = scanner
  if ((codeAt(scanner, at) | 0x20) !== 0x62 || (codeAt(scanner, at + 1) | 0x20) !== 0x79) return false
  const next = codeAt(scanner, at + 2)
  return !isTagPart(next) || next === openBracket
}

/** group = "by" , "{" , tag-key , { "," , tag-key } , "}" ; */
export function parseGroupBy(scanner: Scanner): GroupBy {
  const start = scanner.at
  scanner.at += 2
  if (peekAfterBlanks(scanner) !== openBrace) return groupByWithoutBraces(scanner, start)
  const open = scanner.at
  scanner.at += 1
  const keys = parseKeys(scanner, open)
  const span = { start, end: scanner.at }
  if (keys.length === 0) emptyGroupBy(scanner, start)
  return { kind: 'group-by', span, keys: fitted(keys, 1) }
}

function parseKeys(scanner: Scanner, open: number): TagKey[] {
  const keys: TagKey[] = isTagPart(peekAfterBlanks(scanner)) ? [readKey(scanner)] : []
  for (;;) {
    const keyEnd = scanner.at
    const code = peekAfterBlanks(scanner)
    if (code === closeBrace) {
      scanner.at += 1
      return keys
    }
    if (isTagPart(code) && missingKeyComma(scanner, keyEnd)) {
      keys.push(readKey(scanner))
      continue
    }
    if (code !== comma) {
      unclosedGroupBy(scanner, open, keyEnd)
      return keys
    }
    scanner.at += 1
    const next = peekAfterBlanks(scanner)
    if (isTagPart(next)) keys.push(readKey(scanner))
    else if (next === closeBrace || next === comma) trailingComma(scanner, scanner.at - 1)
  }
}

/** A tag's key: any tag characters. */
export function readKey(scanner: Scanner): TagKey {
  const start = scanner.at
  const end = endOfTag(scanner, start)
  if (scanner.text.charCodeAt(end - 1) >= 128 || scanner.text.charCodeAt(start) >= 128) scanner.unusual = true
  scanner.at = end
  return { kind: 'tag-key', span: { start, end }, name: scanner.text.slice(start, end) }
}
