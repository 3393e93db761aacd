/** Throws where a program passes something else than a text; TypeScript says so before. */
export function requireText(text: unknown, what: string): asserts text is string {
  if (typeof text === 'string') return
  throw new TypeError(`A ${what} is a string, not ${text === null ? 'null' : typeof text}.`)
}
