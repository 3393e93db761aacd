/** A composite query as its ids, operators and brackets; undefined where a character fits nowhere. */
function tokens(query: string): readonly string[] | undefined {
  const found = query.match(/\d+|&&|\|\||[!()]|\s+|./g) ?? []
  const words = found.filter(token => token.trim() !== '')
  return words.every(word => /^(\d+|&&|\|\||[!()])$/.test(word)) ? words : undefined
}

/** The monitor ids that a composite query names, each once. */
export function composedIds(query: string): readonly string[] {
  return [...new Set(query.match(/\d+/g) ?? [])]
}

/** True when the query is ids joined by `&&` and `||`, with `!` and balanced brackets. */
export function isComposition(query: string): boolean {
  const words = tokens(query)
  if (!words) return false
  let depth = 0
  let expectsOperand = true
  for (const word of words) {
    const opens = word === '(' || word === '!'
    const isId = /^\d/.test(word)
    if ((opens || isId) !== expectsOperand) return false
    if (word === '(') depth += 1
    if (word === ')') depth -= 1
    if (depth < 0) return false
    if (isId) expectsOperand = false
    if (word === '&&' || word === '||') expectsOperand = true
  }
  return depth === 0 && !expectsOperand
}
