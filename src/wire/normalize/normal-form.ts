import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../../model/index.js'
import { canonical } from './canonical.js'
import { memberShape, type Shape, shapes } from './shape.js'

/**
 * A live payload as one text without everything that may differ between two reads although nobody changed anything:
 * read-only and unknown fields, defaults, order of keys and sets. Two reads of an untouched object give the same text.
 *
 * @example
 * normalText('monitor', { id: 1, type: 'composite', query: '1 && 2', priority: null }) // '{"query":"1 && 2","type":"composite"}'
 */
export function normalText(kind: ResourceKind, payload: JsonObject): string {
  return objectText(payload, shapes[kind])
}

function objectText(object: JsonObject, shape: Shape | undefined): string {
  const isOpen = shape?.isOpen ?? false
  let text = ''
  for (const key of Object.keys(object).sort()) {
    if (isOpen && !shape?.members.has(key)) continue
    const member = valueText(object[key], memberShape(shape, key))
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${member}`
  }
  return `{${text}}`
}

function valueText(value: Json | undefined, shape: Shape | undefined): string | undefined {
  if (shape?.rules.has('read-only') || shape?.rules.has('details-only')) return undefined
  const plain = canonical(value, shape)
  if (plain === undefined) return undefined
  if (Array.isArray(plain)) return `[${plain.map(item => valueText(item, shape?.items) ?? 'null').join(',')}]`
  return isJsonObject(plain) ? objectText(plain, shape) : JSON.stringify(plain)
}
