/** Signs that could end a line, a string or a script, or that show something else than they are. */
const unsafe = {
  "'": /[\\'\p{C}\p{Zl}\p{Zp}]|<(?=[/!])/gu,
  '"': /[\\"\p{C}\p{Zl}\p{Zp}]|<(?=[/!])/gu,
} as const

/**
 * A text as a string literal, in double quotes where those need fewer escapes, as formatters do it. Nothing in the text
 * can become code, end a line or hide: whatever is not plainly visible is written as its number.
 */
export function stringLiteral(text: string): string {
  const quote = occurrences(text, "'") > occurrences(text, '"') ? '"' : "'"
  return quote + text.replace(unsafe[quote], escaped) + quote
}

function occurrences(text: string, quote: string): number {
  return text.split(quote).length - 1
}

/** The same for template literals, where line breaks may stay as they are. */
const unsafeInTemplate = /[\\`\p{C}\p{Zl}\p{Zp}]|\$(?=\{)|<(?=[/!])/gu

/** Text between the backticks of a template literal. Its line breaks stay. */
export function templateChunk(text: string): string {
  return text.replace(unsafeInTemplate, character =>
    character === '\n'
      ? '\n'
      : character === '`' || character === '$'
        ? `\\${character}`
        : escaped(character),
  )
}

function escaped(character: string): string {
  if (character === '\\' || character === "'" || character === '"') return `\\${character}`
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  // `</script` would end a script that somebody embeds the code in.
  if (character === '<') return '\\x3C'
  return Array.from({ length: character.length }, (_, at) => unicodeEscape(character.charCodeAt(at))).join('')
}

function unicodeEscape(code: number): string {
  return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** A number as it can stand in code. */
export function numberLiteral(value: number): string {
  return Object.is(value, -0) ? '0' : String(value)
}

/** The name of a member of an object literal. */
export function keyLiteral(key: string): string {
  // `__proto__: x` in a literal would set the prototype; a computed key does not.
  if (key === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key)
}
