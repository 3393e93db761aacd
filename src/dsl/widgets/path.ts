import { isJsonObject, type Json } from '../../model/index.js'

/** The value with `inner` at a path such as `requests.0.query.limit`; objects and lists on the way are made. */
export function withPath(value: Json | undefined, path: string, inner: Json): Json {
  return withSteps(value, path.split('.'), inner)
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
