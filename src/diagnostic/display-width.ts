import { eastAsianWidth } from 'get-east-asian-width'

const zeroWidth = /[\p{Mn}\p{Me}\u200B-\u200F\u2060\uFEFF]/u

/** How many columns a text takes on a terminal: full-width East Asian characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (!zeroWidth.test(character)) width += eastAsianWidth(character.codePointAt(0)!)
  }
  return width
}
