import { type Fix, type FixEdit, type JsonPath, pathText } from '../../lint/index.js'
import { isJsonObject, type Json, type Resource, valueAt } from '../../model/index.js'
import type { ListPlace, Operation, Placed } from '../../source-edit/index.js'
import { type JsonNode, nodeAt, nodesAlong, spanInString } from './json-positions.js'
import type { JsonSource } from './source.js'

/** The operations on a JSON file that make a fix of the resource it holds, or why it cannot be made there. */
export function jsonOperations(source: JsonSource, resource: Resource, fix: Fix): Placed {
  const root = source.file.positions()
  if (root === undefined) return refused('the file cannot be read')
  const operations: Operation[] = []
  for (const edit of fix.edits) {
    const placed = operationsOf(source, resource, root, edit)
    if (!placed.ok) return placed
    operations.push(...placed.operations)
  }
  return { ok: true, operations }
}

function operationsOf(source: JsonSource, resource: Resource, root: JsonNode, edit: FixEdit): Placed {
  const path = pathInFile(source, resource, edit.path)
  const node = nodeAt(root, path)
  if (edit.kind === 'set' && node === undefined) return insertion(source, root, path, edit.value)
  if (node === undefined) return refused(`the file has no \`${pathText(edit.path)}\``)
  if (!holds(source, node, valueAt(resource.definition, edit.path))) {
    return refused(`the file says something else as \`${pathText(edit.path)}\``)
  }
  if (edit.kind === 'set') return replacement(source, node, edit.value)
  return edit.kind === 'remove' ? removal(root, path) : textEdits(source, node, edit)
}

/**
 * The path of a definition's value in the file it was read from. Reading takes the project's mark out of the tags, so a tag
 * is looked up by its text, and equal ones by their order.
 */
export function pathInFile({ file, path }: JsonSource, resource: Resource, inside: JsonPath): JsonPath {
  const tags = resource.definition.tags
  const [field, index] = inside
  if (field !== 'tags' || typeof index !== 'number' || !Array.isArray(tags)) return [...path, ...inside]
  const root = file.positions()
  const items = (root && nodeAt(root, [...path, 'tags'])?.items) ?? []
  const written = JSON.stringify(tags[index])
  const equal = items.flatMap(({ start, end }, place) =>
    file.text.slice(start, end) === written ? [place] : [],
  )
  const earlier = tags.slice(0, index).filter(tag => tag === tags[index]).length
  return [...path, 'tags', equal[earlier] ?? index]
}

function holds({ file }: JsonSource, node: JsonNode, value: Json | undefined): boolean {
  return includes(JSON.parse(file.text.slice(node.start, node.end)) as Json, value)
}

/** Reading leaves out what only the account writes, such as the numbers of widgets; nothing else may differ. */
function includes(written: Json | undefined, value: Json | undefined): boolean {
  if (isJsonObject(value)) {
    return isJsonObject(written) && Object.keys(value).every(name => includes(written[name], value[name]))
  }
  if (!Array.isArray(value)) return written === value
  const isList = Array.isArray(written) && written.length === value.length
  return isList && value.every((item, index) => includes(written[index], item))
}

function replacement({ file }: JsonSource, node: JsonNode, value: Json): Placed {
  const text = indented(file.text, node.start, value)
  return done({ kind: 'replace', span: { start: node.start, end: node.end }, text })
}

/** A value as the file would write it: objects and lists over several lines where the file does so. */
function indented(text: string, offset: number, value: Json): string {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1]
  if (unit === undefined || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const own = /^[ \t]*/.exec(line)?.[0] ?? ''
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${own}`)
}

function insertion({ file }: JsonSource, root: JsonNode, path: JsonPath, value: Json): Placed {
  const along = nodesAlong(root, path)
  const parent = along.at(-1)!
  const [name, ...rest] = path.slice(along.length - 1)
  if (parent.members === undefined || rest.some(step => typeof step === 'number')) {
    return refused(`there is no place for \`${pathText(path)}\` in the file`)
  }
  const nested = rest.reduceRight<Json>((inner, step) => ({ [String(step)]: inner }), value)
  const offset = parent.members.at(-1)?.start ?? parent.start
  const text = `${JSON.stringify(String(name))}: ${indented(file.text, offset, nested)}`
  return done({ kind: 'insert', list: listPlace(parent), text })
}

function removal(root: JsonNode, path: JsonPath): Placed {
  const parent = nodeAt(root, path.slice(0, -1))
  const step = path.at(-1)
  const index =
    typeof step === 'number' ? step : (parent?.members?.findLastIndex(member => member.name === step) ?? -1)
  if (parent === undefined || index < 0) return refused('the file holds nothing else')
  return done({ kind: 'remove', list: listPlace(parent), index })
}

function listPlace({ start, end, members, items }: JsonNode): ListPlace {
  const places =
    members?.map(member => ({ start: member.start, end: member.value.end })) ??
    items?.map(item => ({ start: item.start, end: item.end })) ??
    []
  return { span: { start, end }, items: places, hasTrailingComma: false }
}

function textEdits({ file }: JsonSource, node: JsonNode, edit: FixEdit & { kind: 'text' }): Placed {
  const operations = edit.edits.map(
    ({ span, text }): Operation => ({
      kind: 'replace',
      span: spanInString(file.text, node, span),
      text: JSON.stringify(text).slice(1, -1),
    }),
  )
  return { ok: true, operations }
}

function done(operation: Operation): Placed {
  return { ok: true, operations: [operation] }
}

function refused(why: string): Placed {
  return { ok: false, why }
}
