import type { Json, JsonObject, ResourceKind } from '../model/index.js'

/** Who owns a live object: written on the object itself, so that no state file is needed. */
export interface Mark {
  readonly project: string
  readonly key: string
  /** The object was replaced by a new one and only waits to be deleted. */
  readonly replaced?: boolean
}

/** Projects are part of the mark, so they hold only what a tag keeps unchanged. */
export const projectPattern = /^[a-z0-9][a-z0-9_.-]{0,59}$/

const markPattern = /^(dogma|dogma-replaced):([a-z0-9][a-z0-9_.-]*)\/([a-z0-9][a-z0-9_.-]*)$/

/**
 * The mark as text: a tag of monitors and SLOs, the last line of a dashboard's description.
 *
 * @example
 * markText({ project: 'shop', key: 'checkout-errors' }) // 'dogma:shop/checkout-errors'
 */
export function markText(mark: Mark): string {
  return `${mark.replaced ? 'dogma-replaced' : 'dogma'}:${mark.project}/${mark.key}`
}

/** The mark in one tag or line, or undefined when it is an ordinary one. */
export function parseMark(text: string): Mark | undefined {
  // Nearly every tag fails here, which keeps a listing of many thousand objects cheap.
  if (!text.startsWith('dogma')) return undefined
  const match = markPattern.exec(text)
  if (match === null) return undefined
  const mark = { project: match[2]!, key: match[3]! }
  return match[1] === 'dogma' ? mark : { ...mark, replaced: true }
}

/**
 * The mark of a live payload. When several are there, one that says `replaced` wins: it was written last.
 *
 * @example
 * readMark('monitor', { tags: ['team:a', 'dogma:shop/load'] }) // { project: 'shop', key: 'load' }
 */
export function readMark(kind: ResourceKind, payload: JsonObject): Mark | undefined {
  if (kind === 'dashboard') return parseMark(lastLine(textOf(payload.description)))
  let found: Mark | undefined
  for (const tag of tagsOf(payload)) {
    const mark = parseMark(tag)
    if (mark?.replaced) return mark
    found ??= mark
  }
  return found
}

/** The payload with this mark instead of any it had. */
export function writeMark(kind: ResourceKind, payload: JsonObject, mark: Mark): JsonObject {
  if (kind !== 'dashboard') return { ...payload, tags: [...unmarkedTags(payload), markText(mark)] }
  const text = unmarkedDescription(payload)
  // A blank line keeps the mark out of the last paragraph where the description is shown as Markdown.
  return { ...payload, description: text === '' ? markText(mark) : `${text}\n\n${markText(mark)}` }
}

/** The payload without any mark; a description that held nothing else becomes empty. */
export function stripMark(kind: ResourceKind, payload: JsonObject): JsonObject {
  if (readMark(kind, payload) === undefined) return payload
  if (kind === 'dashboard') return { ...payload, description: unmarkedDescription(payload) }
  return { ...payload, tags: unmarkedTags(payload) }
}

function unmarkedTags(payload: JsonObject): string[] {
  return tagsOf(payload).filter(tag => parseMark(tag) === undefined)
}

function unmarkedDescription(payload: JsonObject): string {
  const text = textOf(payload.description)
  const last = lastLine(text)
  if (parseMark(last) === undefined) return text
  return text.trimEnd().slice(0, -last.length).trimEnd()
}

function lastLine(text: string): string {
  const end = text.trimEnd()
  return end.slice(end.lastIndexOf('\n') + 1)
}

function tagsOf(payload: JsonObject): readonly string[] {
  const { tags } = payload
  if (!Array.isArray(tags)) return []
  // Without a copy in the usual case: every object of the account comes through here.
  return tags.every(isText) ? tags : tags.filter(isText)
}

function isText(value: Json): value is string {
  return typeof value === 'string'
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
