import { isJsonObject, type Json } from '../../model/index.js'

/** A piece of TypeScript with the names it takes from the package. */
export interface Code {
  readonly text: string
  readonly names: ReadonlySet<string>
}

/** What a builder call is made of: finished code, or a value that becomes a literal. */
export type CodeArgument = Code | string | number

/** Signs that could end a line, a string or a script, or that show something else than they are. */
const unsafe = /[\\'\p{C}\p{Zl}\p{Zp}]|<(?=[/!])/gu

/**
 * A text as a string literal. Nothing in the text can become code, end a line or hide: whatever is not plainly visible
 * is written as its number.
 */
export function stringLiteral(text: string): string {
  return `'${text.replace(unsafe, escaped)}'`
}

function escaped(character: string): string {
  if (character === '\\' || character === "'") return `\\${character}`
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

/** A call of a builder: `avg('system.load.1')`. */
export function callOf(name: string, ...args: readonly CodeArgument[]): Code {
  return { text: `${name}(${argumentList(args)})`, names: new Set([name, ...namesIn(args)]) }
}

/** A method on a built value: `… .by('host')`. */
export function methodOf(target: Code, name: string, ...args: readonly CodeArgument[]): Code {
  return {
    text: `${target.text}.${name}(${argumentList(args)})`,
    names: new Set([...target.names, ...namesIn(args)]),
  }
}

/** An object literal; keys that are not names are quoted. Undefined members are left out. */
export function objectOf(
  members: readonly (readonly [key: string, value: CodeArgument | boolean | undefined])[],
): Code {
  const present = members.flatMap(([key, value]) =>
    value === undefined ? [] : [[key, toCode(value)] as const],
  )
  const text = present.map(([key, value]) => `${keyLiteral(key)}: ${value.text}`).join(', ')
  return { text: `{ ${text} }`, names: new Set(present.flatMap(([, value]) => [...value.names])) }
}

export function listOf(values: readonly CodeArgument[]): Code {
  return { text: `[${argumentList(values)}]`, names: new Set(namesIn(values)) }
}

/** JSON as a literal. Its texts are escaped like any other. */
export function jsonLiteral(value: Json): Code {
  return { text: jsonText(value), names: new Set() }
}

function jsonText(value: Json): string {
  if (typeof value === 'string') return stringLiteral(value)
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`
  if (!isJsonObject(value)) return String(value)
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${keyLiteral(key)}: ${jsonText(member)}`],
  )
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** `__proto__: x` in a literal would set the prototype; a computed key does not. */
function keyLiteral(key: string): string {
  if (key === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key)
}

function toCode(value: CodeArgument | boolean): Code {
  if (typeof value === 'object') return value
  return { text: typeof value === 'string' ? stringLiteral(value) : valueLiteral(value), names: new Set() }
}

function valueLiteral(value: number | boolean): string {
  return typeof value === 'number' ? numberLiteral(value) : String(value)
}

function argumentList(args: readonly CodeArgument[]): string {
  return args.map(argument => toCode(argument).text).join(', ')
}

function namesIn(args: readonly CodeArgument[]): readonly string[] {
  return args.flatMap(argument => (typeof argument === 'object' ? [...argument.names] : []))
}
