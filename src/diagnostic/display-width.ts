import { eastAsianWidth } from 'get-east-asian-width'

/** How many columns a text takes on a terminal: full-width East Asian characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const point = character.codePointAt(0)!
    if (!isZeroWidth(character, point)) width += eastAsianWidth(point)
  }
  return width
}

/** The first combining mark, U+0300, comes after all that most texts are made of. */
function isZeroWidth(character: string, point: number): boolean {
  return point >= 0x300 && /[\p{Mn}\p{Me}\u200B-\u200F\u2060\uFEFF]/u.test(character)
}
