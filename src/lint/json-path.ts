import { isJsonObject, type Json, type JsonPath } from '../model/index.js'

/** `options.thresholds.critical`, `widgets[3].definition`: a path as people read it. */
export function pathText(path: JsonPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}

/** A copy with the value at the path replaced; `undefined` removes it. Missing objects on the way are made. */
export function withValueAt(
  root: Json | undefined,
  path: JsonPath,
  value: Json | undefined,
): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number') return withItem(Array.isArray(root) ? root : [], step, rest, value)
  const object = isJsonObject(root) ? root : {}
  const next = withValueAt(object[step], rest, value)
  if (next !== undefined) return { ...object, [step]: next }
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== step))
}

function withItem(items: readonly Json[], index: number, rest: JsonPath, value: Json | undefined): Json {
  const next = withValueAt(items[index], rest, value)
  if (next === undefined) return items.filter((_, position) => position !== index)
  return index < items.length
    ? items.map((item, position) => (position === index ? next : item))
    : [...items, next]
}
