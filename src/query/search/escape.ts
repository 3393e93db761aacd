import { isBlank } from './characters.js'
import { connectiveAt } from './lexer.js'

/** Every character that has a meaning somewhere in a search. https://docs.datadoghq.com/logs/explorer/search_syntax/ */
const special = new Set('+-=&|><!(){}[]^"“”~*?:\\#$,')

/**
 * The text of a term that matches exactly `text`, with a backslash before whatever else would be read as syntax. An empty text
 * has no term; write an empty phrase.
 *
 * @example
 * escapeSearchTerm('a b:c') // 'a\\ b\\:c'
 */
export function escapeSearchTerm(text: string): string {
  let escaped = ''
  for (const character of text) {
    const isSyntax = special.has(character) || isBlank(character.charCodeAt(0))
    escaped += isSyntax ? `\\${character}` : character
  }
  return isOperator(text) ? `\\${escaped}` : escaped
}

function isOperator(text: string): boolean {
  return text === 'NOT' || (connectiveAt(text, 0) !== undefined && text.length <= 3)
}

/**
 * The text of a phrase that holds exactly `text`.
 *
 * @example
 * escapeSearchPhrase('say "hi"') // 'say \\"hi\\"'
 */
export function escapeSearchPhrase(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}
