import { ampersand, closeBrace, dollar, exclamation, isDigit, openBrace, pipe } from '../characters.js'
import { codeAt, type Scanner } from '../scanner.js'

/** The end of the monitor id or the reference `${monitor:key}` at `at`; `at` itself when there is none. */
export function endOfMember(scanner: Scanner, at: number): number {
  if (codeAt(scanner, at) === dollar && codeAt(scanner, at + 1) === openBrace)
    return endOfReference(scanner, at)
  let end = at
  while (isDigit(codeAt(scanner, end))) end += 1
  return end
}

function endOfReference(scanner: Scanner, at: number): number {
  let end = at + 2
  while (end < scanner.end && codeAt(scanner, end) !== closeBrace && codeAt(scanner, end) !== openBrace)
    end += 1
  return codeAt(scanner, end) === closeBrace ? end + 1 : at
}

/** True for a character that operators of a composite consist of. */
export function isOperatorCharacter(code: number): boolean {
  return code === ampersand || code === pipe || code === exclamation
}
