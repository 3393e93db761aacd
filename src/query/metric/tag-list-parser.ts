import { asterisk, closeBrace, comma, isTagPart } from '../characters.js'
import { fitted } from '../fitted.js'
import { afterBlanks, codeAt, endOfTag, peekAfterBlanks, type Scanner } from '../scanner.js'
import type { TagKey, TagList } from './ast.js'
import { readKey } from './group-by-parser.js'

/** tag-list = "{" , ( "*" | tag-key , { "," , tag-key } ) , "}" ; undefined, and nothing read, for any other text in braces */
export function parseTagList(scanner: Scanner): TagList | undefined {
  const start = scanner.at
  const keys = isAll(scanner, start + 1) ? readAll(scanner) : readKeys(scanner)
  if (keys !== undefined) return { kind: 'tag-list', span: { start, end: scanner.at }, keys: fitted(keys, 1) }
  scanner.at = start
  return undefined
}

function isAll(scanner: Scanner, from: number): boolean {
  const at = afterBlanks(scanner, from)
  return codeAt(scanner, at) === asterisk && codeAt(scanner, afterBlanks(scanner, at + 1)) === closeBrace
}

function readAll(scanner: Scanner): TagKey[] {
  const at = afterBlanks(scanner, scanner.at + 1)
  scanner.at = afterBlanks(scanner, at + 1) + 1
  return []
}

function readKeys(scanner: Scanner): TagKey[] | undefined {
  const keys: TagKey[] = []
  do {
    scanner.at += 1
    if (!isTagPart(peekAfterBlanks(scanner)) || !isKey(scanner)) return undefined
    keys.push(readKey(scanner))
  } while (peekAfterBlanks(scanner) === comma)
  if (peekAfterBlanks(scanner) !== closeBrace) return undefined
  scanner.at += 1
  return keys
}

/** `env:prod` and `$env` filter; they group by nothing. */
function isKey(scanner: Scanner): boolean {
  const key = scanner.text.slice(scanner.at, endOfTag(scanner, scanner.at))
  return !/[:$*=]/.test(key)
}
