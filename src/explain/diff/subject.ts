import {
  type DashboardDefinition,
  isJsonObject,
  type JsonObject,
  type MonitorDefinition,
  type SloDefinition,
} from '../../model/index.js'
import type { ExplainInput } from '../explain.js'
import { guessKind, jsonObjectIn, objectKind, type TextKind } from '../input.js'

/** What is compared: a definition, or a text whose kind is known. */
export type Subject =
  | { readonly kind: 'monitor'; readonly definition: MonitorDefinition }
  | { readonly kind: 'slo'; readonly definition: SloDefinition }
  | { readonly kind: 'dashboard'; readonly definition: DashboardDefinition }
  | { readonly kind: 'other'; readonly definition: JsonObject }
  | { readonly kind: TextKind; readonly text: string; readonly type?: string }

/** Reads one side of a difference as `explain` reads its input. */
export function subjectOf(input: ExplainInput): Subject {
  if (typeof input === 'string') {
    const object = jsonObjectIn(input)
    return object === undefined ? { kind: guessKind(input), text: input } : objectSubject(object)
  }
  const fields: JsonObject = input as JsonObject
  if ('key' in input && isJsonObject(fields.definition ?? null))
    return objectSubject(fields.definition as JsonObject)
  const { type, query } = fields
  if (typeof type === 'string' && typeof query === 'string' && Object.keys(input).length === 2)
    return textKinds.has(type)
      ? { kind: type as TextKind, text: query }
      : { kind: 'monitor-query', text: query, type }
  return objectSubject(fields)
}

const textKinds: ReadonlySet<string> = new Set<TextKind>([
  'monitor-query',
  'metric-query',
  'formula',
  'search',
  'message',
])

function objectSubject(object: JsonObject): Subject {
  switch (objectKind(object)) {
    case 'monitor':
      return { kind: 'monitor', definition: object as MonitorDefinition }
    case 'slo':
      return { kind: 'slo', definition: object as SloDefinition }
    case 'dashboard':
      return { kind: 'dashboard', definition: object as DashboardDefinition }
    case 'other':
      // The answer of the SLO API wraps the definition.
      return isJsonObject(object.data ?? null)
        ? objectSubject(object.data as JsonObject)
        : { kind: 'other', definition: object }
  }
}
