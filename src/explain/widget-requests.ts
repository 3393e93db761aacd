import { isJsonObject, type JsonObject } from '../model/index.js'

/** The requests of a widget: a list, or an object such as `{x, y}` and `{fill, size}`. */
export function requestsOf(
  definition: JsonObject,
): readonly { readonly path: string; readonly request: JsonObject }[] {
  const { requests } = definition
  const entries = Array.isArray(requests)
    ? requests.map((request, index) => [`requests[${index}]`, request] as const)
    : isJsonObject(requests)
      ? Object.entries(requests).map(([name, request]) => [`requests.${name}`, request] as const)
      : []
  return entries.flatMap(([path, request]) => (isJsonObject(request) ? [{ path, request }] : []))
}
