import {
  ampersand,
  comma,
  dollar,
  dot,
  endOfText,
  isBlank,
  isDigit,
  isLetter,
  isQuote,
  isTagPart,
  minus,
  openBrace,
  openParenthesis,
  percent,
  pipe,
} from '../characters.js'
import { leadingDot } from '../metric/expression-mistakes.js'
import type { NumberLiteral, Word } from '../node.js'
import { canonicalNumber } from '../number-literal.js'
import {
  codeAt,
  endOfTag,
  found,
  insertion,
  peek,
  peekAfterBlanks,
  replacement,
  report,
  reportOnce,
  type Scanner,
} from '../scanner.js'
import type { Comparator } from './ast.js'
import { withoutUnit } from './condition-words.js'

/** How other languages and keyboards write the comparators, the longest first. */
const spellings: readonly (readonly [string, Comparator])[] = [
  ['===', '=='],
  ['!==', '!='],
  ['>>=', '>='],
  ['=>', '>='],
  ['=<', '<='],
  ['>>', '>'],
  ['<<', '<'],
  ['> =', '>='],
  ['< =', '<='],
  ['<>', '!='],
  ['><', '!='],
  ['≧', '>='],
  ['≥', '>='],
  ['≦', '<='],
  ['≤', '<='],
  ['≠', '!='],
  ['=', '=='],
]

/** A comparison that is written otherwise, in the wrong place, or not at all. The scanner is where it should start. */
export function readWrongComparator(scanner: Scanner, previousEnd: number): Comparator | undefined {
  return respelled(scanner) ?? withoutComparator(scanner, previousEnd) ?? afterStray(scanner, previousEnd)
}

function respelled(scanner: Scanner): Comparator | undefined {
  const start = scanner.at
  for (const [written, meant] of spellings) {
    if (scanner.text.startsWith(written, start)) return reportSpelling(scanner, start + written.length, meant)
  }
  return undefined
}

function reportSpelling(scanner: Scanner, end: number, meant: Comparator): Comparator {
  const start = scanner.at
  const written = scanner.text.slice(start, end)
  report(scanner, 'unknown-comparator', start, end, `\`${written}\` is not a comparator.`, {
    hint: `Write \`${meant}\`.`,
    repair: [replacement(start, end, meant)],
  })
  scanner.at = end
  return meant
}

/** `… 5` and a query that just ends. */
function withoutComparator(scanner: Scanner, previousEnd: number): Comparator | undefined {
  const code = peek(scanner)
  const isNumber = isDigit(code) || (code === minus && isDigit(codeAt(scanner, scanner.at + 1)))
  if (isNumber) {
    report(
      scanner,
      'missing-comparator',
      scanner.at,
      endOfTag(scanner, scanner.at),
      'A comparator is missing before the threshold.',
      {
        hint: 'Write `>`, `>=`, `<`, `<=`, `==` or `!=` before the number.',
        repair: [insertion(scanner.at, isBlank(codeAt(scanner, scanner.at - 1)) ? '> ' : ' > ')],
      },
    )
    return '>'
  }
  if (code === endOfText) reportMissing(scanner, previousEnd)
  return undefined
}

function reportMissing(scanner: Scanner, previousEnd: number): void {
  const message = 'The comparison is missing: a monitor query ends with a comparator and a threshold.'
  report(scanner, 'missing-comparison', previousEnd, previousEnd + 1, message, {
    hint: 'Write for example ` > 5` at the end.',
  })
}

/** Text that belongs to nothing; a comparison may still follow it. */
function afterStray(scanner: Scanner, previousEnd: number): Comparator | undefined {
  if (peek(scanner) === endOfText) return undefined
  const start = scanner.at
  let at = start
  while (at < scanner.end && !/[<>=]/.test(scanner.text[at]!)) at += 1
  let end = at
  while (end > start && isBlank(codeAt(scanner, end - 1))) end -= 1
  const written = scanner.text.slice(start, Math.min(end, start + 20))
  reportOnce(
    scanner,
    'unexpected-text',
    start,
    end,
    `A comparison such as \`> 5\` is expected here, not \`${written}\`.`,
    {
      hint: strayHint(scanner, start),
    },
  )
  scanner.at = at
  if (at === scanner.end) return undefined
  return comparatorAt(scanner) ?? readWrongComparator(scanner, previousEnd)
}

function strayHint(scanner: Scanner, start: number): string {
  const code = codeAt(scanner, start)
  if ('%^'.includes(scanner.text[start]!)) return 'Only `+ - * /` combine metrics.'
  return isLetter(code) || code === openParenthesis
    ? 'If it is a metric, write `+ - * /` before it; otherwise take it away.'
    : 'Take it away.'
}

function comparatorAt(scanner: Scanner): Comparator | undefined {
  const { text, at } = scanner
  const two = text.slice(at, at + 2)
  if (two === '>=' || two === '<=' || two === '==' || two === '!=') {
    scanner.at += 2
    return two
  }
  const one = text[at]
  if ((one !== '>' && one !== '<') || two === '<>' || two === '=>') return undefined
  scanner.at += 1
  return one
}

/** No number after the comparator: nothing, a text in quotes, `.5`. */
export function expectedThreshold(scanner: Scanner, atEnd: boolean): NumberLiteral | Word {
  const start = scanner.at
  if (peek(scanner) === dot && isDigit(codeAt(scanner, start + 1))) return leadingDot(scanner)
  if (peek(scanner) === minus && codeAt(scanner, start + 1) === dot && isDigit(codeAt(scanner, start + 2))) {
    return leadingDot(scanner, '-')
  }
  if (isQuote(peek(scanner)) && isDigit(codeAt(scanner, start + 1))) return quotedThreshold(scanner)
  const message = `A number is expected as the threshold, not ${found(scanner)}.`
  const isPlaceholder = peek(scanner) === dollar || peek(scanner) === openBrace
  const end = atEnd ? start : isPlaceholder ? scanner.end : endOfTag(scanner, start)
  report(scanner, 'missing-threshold', start, Math.max(end, start + 1), message, {
    hint: 'Write the number that the value is compared with, as in `> 5`.',
  })
  scanner.at = end
  return { kind: 'word', span: { start, end }, text: scanner.text.slice(start, end) }
}

function quotedThreshold(scanner: Scanner): NumberLiteral {
  const start = scanner.at
  let end = start + 1
  while (isDigit(codeAt(scanner, end)) || codeAt(scanner, end) === dot) end += 1
  const text = canonicalNumber(scanner.text.slice(start + 1, end).replace(/\.$/, ''))
  const close = isQuote(codeAt(scanner, end)) ? end + 1 : end
  scanner.at = close
  report(scanner, 'quoted-threshold', start, close, 'The threshold is a number and has no quotes.', {
    hint: `Write \`${text}\`.`,
    repair: [replacement(start, close, text)],
  })
  return { kind: 'number', span: { start, end: close }, value: Number(text), text }
}

/** What is written right behind the number: a unit, thousands, a full stop. */
export function checkAfterThreshold(scanner: Scanner, threshold: NumberLiteral | Word): void {
  const code = peekAfterBlanks(scanner)
  if (code === endOfText || threshold.kind !== 'number') return
  if (code === comma && isThousands(scanner)) thousands(scanner, threshold)
  else if (code === ampersand || code === pipe) secondCondition(scanner)
  else if (code === percent || isLetter(code) || code >= 128) unitAfterThreshold(scanner, threshold)
}

/** `,000` */
function isThousands(scanner: Scanner): boolean {
  const { at } = scanner
  return [1, 2, 3].every(step => isDigit(codeAt(scanner, at + step))) && !isDigit(codeAt(scanner, at + 4))
}

function thousands(scanner: Scanner, threshold: NumberLiteral): void {
  const { start } = threshold.span
  let end = scanner.at
  while (isDigit(codeAt(scanner, end)) || codeAt(scanner, end) === comma) end += 1
  const text = scanner.text.slice(start, end).replaceAll(',', '')
  scanner.at = end
  report(scanner, 'thousands-separator', start, end, 'A number has no commas in it.', {
    hint: `Write \`${text}\`.`,
    repair: [replacement(start, end, text)],
  })
}

/** `> 4 AND avg:c{*} > 5`: nothing of it can be kept. */
function secondCondition(scanner: Scanner): void {
  const start = scanner.at
  scanner.at = scanner.end
  report(scanner, 'second-condition', start, scanner.end, 'A monitor query has one comparison.', {
    hint: 'Write a monitor for each, and join them in a composite monitor such as `12345 && 67890`.',
  })
}

function unitAfterThreshold(scanner: Scanner, threshold: NumberLiteral): void {
  const { start } = threshold.span
  let end = scanner.at
  while (isTagPart(codeAt(scanner, end))) end += 1
  const unit = scanner.text.slice(scanner.at, end)
  if (/^(and|or|&+|\|+)$/i.test(unit)) {
    secondCondition(scanner)
    return
  }
  const text = withoutUnit(threshold.text, unit) ?? threshold.text
  scanner.at = end
  report(
    scanner,
    'threshold-with-unit',
    start,
    end,
    `The threshold is a number without a unit such as \`${unit}\`.`,
    {
      hint: `Write \`${text}\`, in the unit of the metric.`,
      repair: [replacement(start, end, text)],
    },
  )
}
