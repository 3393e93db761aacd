import { type LiveObject, normalText } from '../wire/index.js'

/**
 * A short text that is the same as long as nobody changed the object. It tells changes apart; it is no protection
 * against somebody who wants two objects to look alike.
 *
 * @example
 * fingerprintOf(before) === fingerprintOf(after) // false after an edit
 */
export function fingerprintOf(object: LiveObject): string {
  return textHash(normalText(object.kind, object.payload))
}

/** 106 bits of hash as hexadecimal: two 53-bit hashes of the text with different starts. */
export function textHash(text: string): string {
  return `${hash53(text, 0)}${hash53(text, 0x5bd1e995)}`
}

/** Two 32-bit multiply-and-shift lanes over the code units, mixed at the end (the scheme known as cyrb53). */
function hash53(text: string, seed: number): string {
  let first = 0xdeadbeef ^ seed
  let second = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    first = Math.imul(first ^ unit, 2_654_435_761)
    second = Math.imul(second ^ unit, 1_597_334_677)
  }
  first =
    Math.imul(first ^ (first >>> 16), 2_246_822_507) ^ Math.imul(second ^ (second >>> 13), 3_266_489_909)
  second =
    Math.imul(second ^ (second >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909)
  return (4_294_967_296 * (second & 0x1fffff) + (first >>> 0)).toString(16).padStart(14, '0')
}
