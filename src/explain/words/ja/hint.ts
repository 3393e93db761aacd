import type { Say } from '../say.js'
import { hintWords } from './hints.js'

const token = /(`+)[\s\S]*?\1|-?\d+(?:\.\d+)?/g
const listed: ReadonlySet<string> = new Set([' ', ', ', ' and ', ' or ', ', and ', ', or '])

/** The words of a hint with `$` for each piece of code, or list of such, and `#` for each number; and what stood there. */
export function hintShape(hint: string): {
  readonly shape: string
  readonly codes: readonly (readonly string[])[]
  readonly numbers: readonly number[]
} {
  const codes: string[][] = []
  const numbers: number[] = []
  let shape = ''
  let from = 0
  for (const match of hint.matchAll(token)) {
    const between = hint.slice(from, match.index)
    from = match.index + match[0].length
    if (match[1] === undefined) {
      numbers.push(Number(match[0]))
      shape += `${between}#`
    } else if (shape.endsWith('$') && listed.has(between)) codes.at(-1)?.push(match[0])
    else {
      codes.push([match[0]])
      shape += `${between}$`
    }
  }
  return { shape: shape + hint.slice(from), codes, numbers }
}

const place = /([$#])(\d)/g

/** A hint of the parsers and checks in Japanese; undefined where the table has no words for it. */
export function hintInJapanese(hint: string, say: Say): string | undefined {
  const { shape, codes, numbers } = hintShape(hint)
  return hintWords[shape]?.replace(place, (_all, kind: string, index: string) => {
    const at = Number(index) - 1
    return kind === '$' ? (codes[at]?.join('、') ?? '') : say.number(numbers[at] ?? 0)
  })
}
