import { type Code, type CodeMember, memberText, pieceText, textOf } from './code.js'
import { keyLiteral } from './literal.js'

const width = 110
const step = 2

/** The code on as many lines as it needs, starting at a column of a line that is indented by `indent`. */
export function layOut(code: Code, indent = 0, column = 0): string {
  return render(code, indent, width - column)
}

function render(code: Code, indent: number, room: number): string {
  if (!hasOwnLines(code)) {
    const flat = textOf(code)
    if (flat.length <= room) return flat
  }
  switch (code.kind) {
    case 'object':
      return between('{', code.members.map(renderMember(indent + step)), '}', indent)
    case 'list':
      return between(
        '[',
        code.items.map(item => render(item, indent + step, width - indent - step - 1)),
        ']',
        indent,
      )
    case 'call':
      return renderChain(code, indent, room)
    case 'arrow':
      return `${code.parameter} => ${render(code.body, indent, room - code.parameter.length - 4)}`
    case 'template':
      return renderTemplate(code, indent)
    default:
      return textOf(code)
  }
}

/** True for what never stands on one line. */
function hasOwnLines(code: Code): boolean {
  switch (code.kind) {
    case 'object':
      return code.isExpanded === true || code.members.some(({ value }) => hasOwnLines(value))
    case 'list':
      return code.isExpanded === true || code.items.some(hasOwnLines)
    case 'call':
      return hasOwnLines(code.target) || code.args.some(hasOwnLines)
    case 'member':
      return hasOwnLines(code.target)
    case 'arrow':
      return hasOwnLines(code.body)
    case 'template':
      return code.pieces.some(piece => typeof piece === 'string' && piece.includes('\n'))
    default:
      return false
  }
}

function between(open: string, lines: readonly string[], close: string, indent: number): string {
  if (lines.length === 0) return open + close
  const inner = lines.map(line => `${pad(indent + step)}${line},\n`).join('')
  return `${open}\n${inner}${pad(indent)}${close}`
}

function renderMember(indent: number): (member: CodeMember) => string {
  return ({ key, value }) => {
    const room = width - indent - keyLiteral(key).length - 3
    // A long text moves to a line of its own, as formatters do it.
    return value.kind === 'atom' && value.text.length > room && key !== value.text
      ? `${keyLiteral(key)}:\n${pad(indent + step)}${value.text}`
      : memberText(key, render(value, indent, room))
  }
}

interface Link {
  readonly name: string
  readonly args: readonly Code[]
}

/** `a(…).b(…).c(…)`: long chains get a line for each link, short ones break inside their last call. */
function renderChain(code: Code & { kind: 'call' }, indent: number, room: number): string {
  const links: Link[] = []
  let root: Code = code
  while (root.kind === 'call' && root.target.kind === 'member') {
    links.unshift({ name: root.target.name, args: root.args })
    root = root.target.target
  }
  if (links.length > 2 || (links.length === 2 && !fitsBefore(code, room))) {
    const inner = indent + step
    const lines = links.map(
      ({ name, args }) =>
        `\n${pad(inner)}.${name}${renderArguments(args, inner, width - inner - name.length - 1)}`,
    )
    return render(root, indent, room) + lines.join('')
  }
  const start = render(code.target, indent, room)
  const used = start.length - (start.lastIndexOf('\n') + 1)
  return start + renderArguments(code.args, indent, room - used)
}

/** Whether all but the last call's arguments fits on the line. */
function fitsBefore(code: Code & { kind: 'call' }, room: number): boolean {
  return !hasOwnLines(code.target) && textOf(code.target).length + 2 <= room
}

/** What may be broken inside a call while the arguments before it stay on the line. */
function isHuggable(code: Code): boolean {
  if (code.kind === 'arrow') return code.body.kind === 'list' || code.body.kind === 'object'
  return code.kind === 'object' || code.kind === 'list' || code.kind === 'template'
}

function renderArguments(args: readonly Code[], indent: number, room: number): string {
  const flat = `(${args.map(textOf).join(', ')})`
  if (!args.some(hasOwnLines) && flat.length <= room) return flat
  const last = args.at(-1)
  const before = args.slice(0, -1)
  const isOnlyOfKind = before.at(-1)?.kind !== last?.kind
  if (last !== undefined && isHuggable(last) && isOnlyOfKind && !before.some(hasOwnLines)) {
    const start = before.map(argument => `${textOf(argument)}, `).join('')
    if (start.length + 2 <= room) return `(${start}${render(last, indent, room - start.length - 2)})`
  }
  const inner = args.map(argument => render(argument, indent + step, width - indent - step - 1))
  return between('(', inner, ')', indent)
}

/** Lines of a template of several lines are indented with the code; the builders take that off again. */
function renderTemplate(code: Code & { kind: 'template' }, indent: number): string {
  const text = code.pieces.map(pieceText).join('')
  if (!text.includes('\n')) return textOf(code)
  const lines = text.split('\n').map(line => (line === '' ? '' : pad(indent + step) + line))
  return `${code.tag}\`\n${lines.join('\n')}\n${pad(indent)}\``
}

function pad(columns: number): string {
  return ' '.repeat(columns)
}
