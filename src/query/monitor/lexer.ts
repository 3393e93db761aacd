import { isDigit, isWordPart, minus } from '../characters.js'
import { endOfWord, type Scanner, standsAt } from '../scanner.js'
import type { Window } from './ast.js'

/** The end of the letters, digits, `_` and `-` that start at `at`: the name of an event source. */
export function endOfSource(scanner: Scanner, at: number): number {
  const { text, end } = scanner
  let next = at
  while (next < end && (isWordPart(text.charCodeAt(next)) || text.charCodeAt(next) === minus)) next += 1
  return next
}

/** Reads `last_5m`, `current_1d`, `next_1w`, `1d_ago` or `5m` at the scanner, or nothing. */
export function readWindow(scanner: Scanner): Window | undefined {
  const start = scanner.at
  const end = endOfWord(scanner, start)
  const window = windowOf(scanner.text, start, end)
  if (window !== undefined) scanner.at = end
  return window
}

function windowOf(text: string, start: number, end: number): Window | undefined {
  if (standsAt(text, start, 'last_')) return amountOf(text, start, start + 5, end, 'last')
  if (standsAt(text, start, 'current_')) return amountOf(text, start, start + 8, end, 'current')
  if (standsAt(text, start, 'next_')) return amountOf(text, start, start + 5, end, 'next')
  const isAgo = text.endsWith('_ago', end) && end - 4 > start
  return amountOf(text, start, start, isAgo ? end - 4 : end, isAgo ? 'ago' : 'plain', end)
}

function amountOf(
  text: string,
  start: number,
  from: number,
  to: number,
  form: Window['form'],
  end = to,
): Window | undefined {
  let at = from
  let amount = 0
  while (at < to && isDigit(text.charCodeAt(at))) {
    amount = amount * 10 + text.charCodeAt(at) - 48
    at += 1
  }
  const unit = unitOf(text, at, to)
  if (at === from || at - from > 9 || unit === undefined) return undefined
  return { kind: 'window', span: { start, end }, form, amount, unit }
}

function unitOf(text: string, at: number, end: number): Window['unit'] | undefined {
  if (end - at === 2) return standsAt(text, at, 'mo') ? 'mo' : undefined
  if (end - at !== 1) return undefined
  switch (text.charCodeAt(at)) {
    case 0x6d:
      return 'm'
    case 0x68:
      return 'h'
    case 0x64:
      return 'd'
    case 0x77:
      return 'w'
    case 0x73:
      return 's'
    default:
      return undefined
  }
}
