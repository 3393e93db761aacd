import { isJsonObject, type Json } from '../model/index.js'

/** A place in a JSON value: `['options', 'thresholds', 'critical']`. */
export type JsonPath = readonly (string | number)[]

/** The value at a path, or undefined when the path leads nowhere. */
export function valueAt(root: Json, path: JsonPath): Json | undefined {
  let value: Json | undefined = root
  for (const step of path) {
    if (value === undefined) return undefined
    value = child(value, step)
  }
  return value
}

function child(value: Json, step: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
  if (isJsonObject(value) && Object.hasOwn(value, step)) return value[step]
  return undefined
}

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
