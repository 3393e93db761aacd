import { dollar, exclamation, isDigit, isLetter, isQuote, minus, openParenthesis } from '../characters.js'
import { endOfName } from '../metric/lexer.js'
import { afterBlanks, codeAt, peekAfterBlanks, type Scanner, standsAt } from '../scanner.js'
import { sourceMeant } from './event-mistakes.js'
import { startsHead } from './head-mistakes.js'
import { endOfSource } from './lexer.js'
import { eventSources, type MonitorLanguage } from './sources.js'

const firstWords = new Map<string, MonitorLanguage>([
  ['formula', 'formula'],
  ['error_budget', 'slo'],
  ['burn_rate', 'slo'],
  ['no_query', 'placeholder'],
])

/** So much of a text is looked at to guess its language; more would tell nothing. */
const nearLook = 300
const farLook = 2000

/**
 * The language that the text at the scanner is written in, as far as its beginning tells; undefined when it could be any or
 * none. The scanner stays where it is, apart from blanks.
 */
export function languageOf(scanner: Scanner): MonitorLanguage | undefined {
  const code = peekAfterBlanks(scanner)
  if (isQuote(code)) return 'service-check'
  if (isLetter(code)) return languageOfWord(scanner)
  if (code === dollar || code === exclamation) return 'composite'
  if (isDigit(code) || code === openParenthesis) return looksComposite(scanner) ? 'composite' : 'metric'
  return code === minus ? 'metric' : undefined
}

function languageOfWord(scanner: Scanner): MonitorLanguage | undefined {
  const { at, text } = scanner
  const end = endOfSource(scanner, at)
  if (standsAt(text, end, '(last_')) return 'metric'
  const word = text.slice(at, end)
  const known = firstWords.get(word) ?? (eventSources.has(word) ? 'event' : undefined)
  if (known !== undefined) return known
  const open = afterBlanks(scanner, end)
  const next = codeAt(scanner, open)
  if (startsHead(scanner)) return 'metric'
  const argument = next === openParenthesis ? codeAt(scanner, afterBlanks(scanner, open + 1)) : next
  if (isQuote(argument) && (next === openParenthesis || sourceMeant(word) !== undefined)) return 'event'
  if (text.slice(at, at + farLook).includes('_by_status')) return 'service-check'
  if (next === openParenthesis && word.includes('-')) return undefined
  if (hasSeries(scanner)) return 'metric'
  return word.toLowerCase() === 'not' ? 'composite' : undefined
}

/** Somewhere near the start stands a scope, an aggregator's colon, or a metric that is compared. */
function hasSeries(scanner: Scanner): boolean {
  const near = scanner.text.slice(scanner.at, scanner.at + nearLook)
  if (/[{:]/.test(near)) return true
  const end = endOfName(scanner, scanner.at)
  return near.slice(0, end - scanner.at).includes('.') && /[<>=]/.test(near)
}

/** Only what composites consist of, near the start. */
function looksComposite(scanner: Scanner): boolean {
  const near = scanner.text.slice(scanner.at, scanner.at + nearLook)
  const letters = near.replace(/\$(\{[^}]*(\}|$)|$)/g, '').replace(/\b(and|or|not)\b/gi, '')
  return /^[\s\d&|!(),]*$/.test(letters)
}
