import type { Json } from '../../model/index.js'

/** A list that breaks off, alone or as the first member of an object, as answers and exports hold them. */
const listStart = /^\s*(?:\{\s*"(\w{1,40})"\s*:\s*)?\[/

/** What is whole of a broken text. */
export interface Salvaged {
  /** The name that the list stands under. */
  readonly name: string | undefined
  readonly items: readonly Json[]
  /** Where in the text each of them starts. */
  readonly starts: readonly number[]
}

/** The objects of a list before the place where its JSON breaks. */
export function salvaged(text: string): Salvaged {
  const [head, name] = listStart.exec(text) ?? []
  const items: Json[] = []
  const starts: number[] = []
  let at = head === undefined ? text.length : head.length
  for (;;) {
    while (at < text.length && /[\s,]/.test(text[at]!)) at += 1
    const end = text[at] === '{' ? endOfObject(text, at) : undefined
    const item = end === undefined ? undefined : parsed(text.slice(at, end))
    if (end === undefined || item === undefined) return { name, items, starts }
    items.push(item)
    starts.push(at)
    at = end
  }
}

/** The place after the brace that closes the one at `start`; braces in texts do not count. */
function endOfObject(text: string, start: number): number | undefined {
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gs
  token.lastIndex = start
  let depth = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{') depth += 1
    if (match[0] === '}') depth -= 1
    if (depth === 0) return token.lastIndex
  }
  return undefined
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
