import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'

const isNumber = (value: Json) => typeof value === 'number'
const isUnit = (value: Json) => ['minute', 'hour', 'day', 'week', 'month', 'year'].includes(String(value))

/** What each form of a board's time is made of, besides its type. */
const forms: Readonly<Record<string, Readonly<Record<string, (value: Json) => boolean>>>> = {
  live: { value: isNumber, unit: isUnit },
  fixed: { from: isNumber, to: isNumber },
}

/** Whether the builders' type takes the time that a board shows when it is opened. */
export function isTimeframe(value: Json | undefined): value is JsonObject {
  if (!isJsonObject(value)) return false
  const { type, ...rest } = value
  const form = typeof type === 'string' && Object.hasOwn(forms, type) ? forms[type] : undefined
  if (form === undefined || Object.keys(rest).length !== Object.keys(form).length) return false
  return Object.entries(form).every(([name, isRight]) => isRight(rest[name] ?? null))
}
