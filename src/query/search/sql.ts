import type { Opaque } from '../node.js'
import {
  afterBlanks,
  edit,
  fail,
  isName,
  lookahead,
  operatorAt,
  rewrite,
  type SearchScanner,
  spanBetween,
} from './lexer.js'

/** What may stand behind the name of a field in SQL and its like, and the value that is meant. Prose has such words too. */
const comparisons: readonly (readonly [RegExp, (groups: readonly string[]) => string])[] = [
  [/^between\s+([\w.*-]+)\s+(?:and|to)\s+([\w.*-]+)/i, ([, lower, upper]) => `[${lower} TO ${upper}]`],
  [/^in\s*[([]([^()[\]]*)[)\]]/i, ([, list]) => `(${orList(list!)})`],
  [/^is\s+null\b/i, () => '*'],
  [/^i?like\s+(?:'([^']*)'|"([^"]*)"|([^\s"']*[%*][^\s"']*))/i, groups => pattern(groups)],
  [
    /^i?like\s+\/(?:\.\*)?([^/]*?)(?:\.\*)?\/|^contains\s+(?:'([^']*)'|"([^"]*)")/i,
    groups => `*${pattern(groups)}*`,
  ],
]

const firstWord = /^(?:not|between|in|is|i?like|contains)$/i

/** `service LIKE '%web%'`, `service not in (a, b)`: the word before this one, which begins at `start`, looks like a field. */
export function checkSqlWord(scanner: SearchScanner, word: string, start: number): boolean {
  if (!firstWord.test(word)) return false
  const { text, bareStart, bareEnd } = scanner
  const field = text.slice(bareStart, bareEnd)
  if (firstWord.test(field)) return false
  const written = text.slice(start, start + lookahead)
  const [before, isNull, not] = /^(is\s+)?(not\s+)?/i.exec(written)!
  const rest = isNull === undefined ? written.slice(before.length) : `is ${written.slice(before.length)}`
  for (const [form, meant] of comparisons) {
    const found = form.exec(rest)
    if (found === null) continue
    const end = start + written.length - rest.length + found[0].length
    const sign = (not === undefined) === (isNull === undefined) ? '' : '-'
    const name = found[0].split(/\W/, 1)[0]!.toUpperCase()
    rewrite(
      scanner,
      bareStart,
      end,
      'search/sql-comparison',
      `\`${name}\` is searched for as a word.`,
      `${sign}${field}:${meant(found)}`,
    )
    return true
  }
  return false
}

/** The text that one of the groups holds, as one with wildcards. */
function pattern([, ...groups]: readonly string[]): string {
  return groups
    .join('')
    .replace(/%|\.\*/g, '*')
    .replaceAll(' ', '?')
}

function orList(inner: string): string {
  const values = inner.split(',').map(value => value.trim().replaceAll("'", '"'))
  return values.filter(value => value !== '').join(' OR ')
}

/** `status = 'error'`, `status != 5`, `status <> 5`; the scanner stands at the sign, and behind the value afterwards. */
export function reportForeignOperator(scanner: SearchScanner): Opaque {
  const { text, at: start, bareStart } = scanner
  const operator = operatorAt(text, start)
  const valueStart = afterBlanks(text, start + operator.length)
  const [written, single, double] = /^(?:'([^']*)'|"([^"]*)"|[^\s()[\]{}"]*)/.exec(
    text.slice(valueStart, valueStart + lookahead),
  )!
  const value = single ?? double ?? written
  const end = valueStart + written.length
  const isNegated = operator.startsWith('!') || operator === '<>'
  const isWord = isName(value, 0, value.length)
  const meant = isWord ? value : `"${value.replaceAll('"', '"')}"`
  const hasField = bareStart !== -1
  const before = hasField ? bareStart : start
  const colon = edit(scanner, scanner.bareEnd, end, `:${meant}`)
  fail(
    scanner,
    start,
    start + operator.length,
    'search/sql-comparison',
    `\`${operator}\` is no operator of searches.`,
    `Write \`${isNegated ? '-field:value' : 'field:value'}\`, or put the text in quotes to search for it.`,
    value !== '' &&
      (hasField || isNegated) && [
        ...(isNegated ? [edit(scanner, before, hasField ? before : valueStart, '-')] : []),
        ...(hasField ? [colon] : []),
      ],
  )
  scanner.at = Math.max(end, start + operator.length)
  scanner.bareStart = -1
  return {
    kind: 'opaque',
    span: spanBetween(scanner, start, scanner.at),
    text: text.slice(start, scanner.at),
  }
}
