import type { MessageHandle, MessagePart, MessageTemplate, MessageVariable } from './ast.js'
import { readPath } from './path.js'
import { variableTag } from './printer.js'

/**
 * The variables whose value is put into the text, in order: also those inside handles, not those that blocks and functions
 * only ask about.
 *
 * @example
 * variablesOf(parseMessage('{{host.name}} {{[app.id].name}}').node).map(variable => variable.path)
 * // [['host', 'name'], ['app.id', 'name']]
 */
export function variablesOf(template: MessageTemplate): readonly MessageVariable[] {
  const found: MessageVariable[] = []
  collect(template.parts, found)
  return found
}

function collect(parts: readonly MessagePart[], found: MessageVariable[]): void {
  for (const part of parts) {
    if (part.kind === 'message-variable') found.push(part)
    else if (part.kind === 'message-handle') found.push(...variablesInHandle(part))
    else if (part.kind === 'message-block') {
      collect(part.body, found)
      if (part.otherwise !== undefined) collect(part.otherwise, found)
    }
  }
}

/** `service.name` of `@slack-{{service.name}}`. */
function variablesInHandle(handle: MessageHandle): MessageVariable[] {
  const { text } = handle
  const found: MessageVariable[] = []
  let open = text.indexOf('{{')
  while (open !== -1) {
    const close = text.indexOf('}}', open)
    const read = close === -1 ? undefined : readPath(text, open + 2, close)
    if (read?.end === close) found.push(variableAt(handle, read.path, open, close + 2))
    open = close === -1 ? -1 : text.indexOf('{{', close)
  }
  return found
}

function variableAt(
  handle: MessageHandle,
  path: readonly string[],
  from: number,
  to: number,
): MessageVariable {
  const { start } = handle.span
  const written = handle.text.slice(from, to)
  const isNormal = written === variableTag(path, false)
  const span = { start: start + from, end: start + to }
  return { kind: 'message-variable', span, path, triple: false, ...(!isNormal && { written }) }
}
