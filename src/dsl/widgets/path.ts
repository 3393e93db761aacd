import { isJsonObject, type Json } from '../../model/index.js'

/** An object that is being written, field by field. */
export type Draft = Record<string, Json | undefined>

/** Writes a value at a path such as `requests.0.query.limit`; objects and lists on the way are made. */
export function write(draft: Draft, path: string, value: Json): void {
  const dot = path.indexOf('.')
  if (dot === -1) draft[path] = value
  else {
    const field = path.slice(0, dot)
    draft[field] = withSteps(draft[field], path.slice(dot + 1).split('.'), value)
  }
}

function withSteps(value: Json | undefined, [step, ...rest]: readonly string[], inner: Json): Json {
  if (step === undefined) return inner
  if (/^\d+$/.test(step)) return withItem(Array.isArray(value) ? value : [], Number(step), rest, inner)
  const object = isJsonObject(value) ? value : {}
  return { ...object, [step]: withSteps(object[step], rest, inner) }
}

function withItem(list: readonly Json[], index: number, rest: readonly string[], inner: Json): Json {
  return index < list.length
    ? list.map((item, position) => (position === index ? withSteps(item, rest, inner) : item))
    : [...list, withSteps(undefined, rest, inner)]
}
