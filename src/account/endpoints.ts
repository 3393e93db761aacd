import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../model/index.js'

/** The API's paths and shapes of one kind. https://docs.datadoghq.com/api/latest/ */
export interface Endpoint {
  readonly path: string
  /** Added to the path of a single read. */
  readonly readQuery: string
  /** The object inside an answer, or undefined when the answer has another shape. */
  readonly unwrap: (answer: Json) => JsonObject | undefined
}

export const endpoints: Readonly<Record<ResourceKind, Endpoint>> = {
  monitor: { path: '/api/v1/monitor', readQuery: '?with_assets=true', unwrap: identified },
  slo: { path: '/api/v1/slo', readQuery: '', unwrap: answer => identified(insideData(answer)) },
  dashboard: { path: '/api/v1/dashboard', readQuery: '', unwrap: identified },
}

/** Metrics that sent a point since a time in seconds. https://docs.datadoghq.com/api/latest/metrics/#get-active-metrics-list */
export const activeMetrics = {
  path: (since: number) => `/api/v1/metrics?from=${Math.floor(since)}`,
  /** The names in the answer, or undefined when it has another shape. */
  unwrap(answer: Json): readonly string[] | undefined {
    const names = isJsonObject(answer) ? answer.metrics : undefined
    return Array.isArray(names) ? names.filter(name => typeof name === 'string') : undefined
  },
} as const

/** The id of a payload as text. */
export function idOf(payload: JsonObject): string | undefined {
  const id = payload.id
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined
}

function identified(answer: Json | undefined): JsonObject | undefined {
  return isJsonObject(answer) && idOf(answer) !== undefined ? answer : undefined
}

/** SLOs come as `{ data: … }`, and as a list of one from writes. */
function insideData(answer: Json): Json | undefined {
  const data = isJsonObject(answer) ? answer.data : undefined
  return Array.isArray(data) ? data[0] : data
}
