/** What may stand next in a JSON text. */
type Expected = 'value' | 'item' | 'name' | 'further name' | 'colon' | 'comma' | 'end'

const token =
  /\s*("[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\u0000-\u001F]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true|false|null|[[\]{},:])/y

/** The offset at which a text stops being JSON: the first thing that cannot stand there, or the end of the text. */
export function jsonErrorOffset(text: string): number {
  const brackets: string[] = []
  let expected: Expected = 'value'
  let at = 0
  while (expected !== 'end') {
    token.lastIndex = at
    const word: string | undefined = token.exec(text)?.[1]
    const next: Expected | undefined = word === undefined ? undefined : after(word, expected, brackets)
    if (next === undefined) break
    expected = next
    at = token.lastIndex
  }
  return at + text.slice(at).search(/\S|$/)
}

/** What may follow a word, or undefined where the word itself is wrong; keeps count of the open brackets. */
function after(word: string, expected: Expected, brackets: string[]): Expected | undefined {
  if (word === ']' || word === '}') return closing(word, expected, brackets)
  if (word === ',')
    return expected !== 'comma' ? undefined : brackets.at(-1) === '[' ? 'value' : 'further name'
  if (word === ':') return expected === 'colon' ? 'value' : undefined
  if (expected === 'name' || expected === 'further name') return word.startsWith('"') ? 'colon' : undefined
  if (expected !== 'value' && expected !== 'item') return undefined
  if (word === '[' || word === '{') brackets.push(word)
  if (word === '[') return 'item'
  if (word === '{') return 'name'
  return brackets.length === 0 ? 'end' : 'comma'
}

function closing(word: string, expected: Expected, brackets: string[]): Expected | undefined {
  const isRight = brackets.at(-1) === (word === ']' ? '[' : '{')
  const mayClose = expected === 'comma' || expected === (word === ']' ? 'item' : 'name')
  if (!isRight || !mayClose) return undefined
  brackets.pop()
  return brackets.length === 0 ? 'end' : 'comma'
}
