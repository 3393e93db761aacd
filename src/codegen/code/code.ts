import { isJsonObject, type Json } from '../../model/index.js'
import { keyLiteral, numberLiteral, stringLiteral } from './literal.js'

/** A piece of TypeScript as a tree, so that it can be laid out on lines. Text of definitions stands in literals only. */
export type Code =
  /** A finished literal or name. `imported` names come from the package. */
  | { readonly kind: 'atom'; readonly text: string; readonly imported?: true }
  /** A variable of the generated files, by the address of its resource. */
  | { readonly kind: 'variable'; readonly text: string; readonly address: string }
  | { readonly kind: 'call'; readonly target: Code; readonly args: readonly Code[] }
  | { readonly kind: 'member'; readonly target: Code; readonly name: string }
  | { readonly kind: 'object'; readonly members: readonly CodeMember[]; readonly isExpanded?: true }
  | { readonly kind: 'list'; readonly items: readonly Code[]; readonly isExpanded?: true }
  | { readonly kind: 'arrow'; readonly parameter: string; readonly body: Code }
  /** A tagged template; a piece that is a text is escaped already and may hold line breaks. */
  | {
      readonly kind: 'template'
      readonly tag: string
      readonly pieces: readonly (string | Code)[]
      /** Set where the tag comes from the package. */
      readonly imported?: true
    }

/** One member of an object literal. */
export interface CodeMember {
  readonly key: string
  readonly value: Code
}

/** What a builder call is made of: finished code, or a value that becomes a literal. */
export type CodeArgument = Code | string | number

/** A call of a builder: `avg('system.load.1')`. */
export function callOf(name: string, ...args: readonly CodeArgument[]): Code {
  return { kind: 'call', target: { kind: 'atom', text: name, imported: true }, args: args.map(toCode) }
}

/** A method on a built value: `… .by('host')`. */
export function methodOf(target: Code, name: string, ...args: readonly CodeArgument[]): Code {
  return { kind: 'call', target: { kind: 'member', target, name }, args: args.map(toCode) }
}

/** Members of an object as code takes them; undefined ones are left out. */
export type Members = readonly (readonly [key: string, value: CodeArgument | boolean | null | undefined])[]

/** An object literal; keys that are not names are quoted. */
export function objectOf(members: Members): Code {
  return { kind: 'object', members: presentMembers(members) }
}

/** An object literal with every member on a line of its own, as definitions are written. */
export function specOf(members: Members): Code {
  return { kind: 'object', members: presentMembers(members), isExpanded: true }
}

function presentMembers(members: Members): readonly CodeMember[] {
  return members.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value: toCode(value) }]))
}

export function listOf(values: readonly CodeArgument[]): Code {
  return { kind: 'list', items: values.map(toCode) }
}

export function arrowOf(parameter: string, body: Code): Code {
  return { kind: 'arrow', parameter, body }
}

/** A name that is no import: a parameter, or what hangs on one. */
export function nameOf(text: string): Code {
  return { kind: 'atom', text }
}

/** JSON as a literal. Its texts are escaped like any other. */
export function jsonLiteral(value: Json): Code {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(jsonLiteral) }
  if (!isJsonObject(value)) return toCode(value as string | number | boolean | null)
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [{ key, value: jsonLiteral(member) }],
  )
  return { kind: 'object', members }
}

function toCode(value: CodeArgument | boolean | null): Code {
  if (typeof value === 'string') return { kind: 'atom', text: stringLiteral(value) }
  if (typeof value === 'number') return { kind: 'atom', text: numberLiteral(value) }
  return typeof value === 'boolean' || value === null ? { kind: 'atom', text: String(value) } : value
}

/** The code on one line. Does not recurse: a long sum is a deep tree, here as in {@link partsOf}. */
export function textOf(code: Code): string {
  let text = ''
  const waiting: (string | Code)[] = [code]
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if (typeof piece === 'string') text += piece
    else pushReversed(waiting, writtenPieces(piece))
  }
  return text
}

function writtenPieces(code: Code): readonly (string | Code)[] {
  switch (code.kind) {
    case 'atom':
    case 'variable':
      return [code.text]
    case 'call':
      return [code.target, '(', ...separated(code.args), ')']
    case 'member':
      return [code.target, `.${code.name}`]
    case 'object':
      return code.members.length === 0 ? ['{}'] : ['{ ', ...memberPieces(code.members), ' }']
    case 'list':
      return ['[', ...separated(code.items), ']']
    case 'arrow':
      return [`${code.parameter} => `, code.body]
    case 'template':
      return [`${code.tag}\``, ...code.pieces.flatMap(holePieces), '`']
  }
}

function separated(codes: readonly Code[]): readonly (string | Code)[] {
  return codes.flatMap((code, index) => (index === 0 ? [code] : [', ', code]))
}

function memberPieces(members: readonly CodeMember[]): readonly (string | Code)[] {
  return members.flatMap(({ key, value }, index) => {
    const comma = index === 0 ? '' : ', '
    const isShort = 'text' in value && value.text === key
    return isShort ? [comma + key] : [`${comma}${keyLiteral(key)}: `, value]
  })
}

function holePieces(piece: string | Code): readonly (string | Code)[] {
  return typeof piece === 'string' ? [piece] : ['${', piece, '}']
}

function pushReversed<T>(stack: T[], items: readonly T[]): void {
  for (let index = items.length - 1; index >= 0; index -= 1) stack.push(items[index]!)
}

export function pieceText(piece: string | Code): string {
  return typeof piece === 'string' ? piece : `\${${textOf(piece)}}`
}

/** `key: value`, or the key alone where the value is a variable of that name. */
export function memberText(key: string, value: string): string {
  return key === value ? key : `${keyLiteral(key)}: ${value}`
}

/** Every part of the code, itself included. */
export function* partsOf(code: Code): Generator<Code> {
  const waiting = [code]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    yield part
    pushReversed(waiting, childrenOf(part))
  }
}

function childrenOf(code: Code): readonly Code[] {
  switch (code.kind) {
    case 'atom':
    case 'variable':
      return []
    case 'call':
      return [code.target, ...code.args]
    case 'member':
      return [code.target]
    case 'object':
      return code.members.map(({ value }) => value)
    case 'list':
      return code.items
    case 'arrow':
      return [code.body]
    case 'template':
      return code.pieces.filter(piece => typeof piece !== 'string')
  }
}

/** The names that the code takes from the package. */
export function namesOf(code: Code): ReadonlySet<string> {
  const names = new Set<string>()
  for (const part of partsOf(code)) {
    if (part.kind === 'atom' && part.imported) names.add(part.text)
    if (part.kind === 'template' && part.imported) names.add(part.tag)
  }
  return names
}
