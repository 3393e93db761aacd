import { isJsonObject, type Json, type JsonObject } from '../model/index.js'

export type RuleUnit = 'd' | 'w' | 'mo' | 'y'
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

/** A recurrence in plain terms: every second week on Monday at 09:00. */
export interface Recurrence {
  readonly every: number
  readonly unit: RuleUnit
  readonly days: readonly Weekday[]
  /** Days of the month; -1 is its last day. */
  readonly monthDays: readonly number[]
  /** Times of day. */
  readonly at: readonly string[]
  readonly timezone?: string
}

/** The custom schedule of a monitor: its rule as written, and in plain terms where these say all of it. */
export interface ScheduleValues {
  readonly rule: string
  readonly recurrence?: Recurrence
}

/** When a cumulative window starts again. */
export interface ResetValues {
  /** As written in the options. */
  readonly text: string
  readonly minute?: number
  readonly dayOfMonth?: number
  readonly at?: string
  readonly timezone?: string
}

const units: Readonly<Record<string, RuleUnit>> = { DAILY: 'd', WEEKLY: 'w', MONTHLY: 'mo', YEARLY: 'y' }
const weekdays: ReadonlySet<string> = new Set(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
const clock = /T(\d{2}:\d{2})/

/** Reads `options.scheduling_options.custom_schedule`. https://docs.datadoghq.com/monitors/guide/custom_schedules/ */
export function readSchedule(schedulingOptions: unknown): ScheduleValues | undefined {
  const custom = objectIn(schedulingOptions, 'custom_schedule')
  const first = custom === undefined || !Array.isArray(custom.recurrences) ? undefined : custom.recurrences[0]
  if (!isJsonObject(first) || typeof first.rrule !== 'string') return undefined
  const start = typeof first.start === 'string' ? clock.exec(first.start)?.[1] : undefined
  const recurrence = readRule(first.rrule, start)
  if (recurrence === undefined) return { rule: first.rrule }
  return { rule: first.rrule, recurrence: { ...recurrence, ...textMember('timezone', first.timezone) } }
}

const saidParts: ReadonlySet<string> = new Set([
  'FREQ',
  'INTERVAL',
  'BYDAY',
  'BYMONTHDAY',
  'BYHOUR',
  'BYMINUTE',
])

/** Undefined for a rule that holds more than these words can say. https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 */
function readRule(rule: string, start: string | undefined): Recurrence | undefined {
  const parts = new Map(rule.split(';').map(part => part.split('=') as [string, string | undefined]))
  const unit = units[parts.get('FREQ') ?? '']
  const every = Number(parts.get('INTERVAL') ?? 1)
  const days = listIn(parts, 'BYDAY')
  const monthDays = listIn(parts, 'BYMONTHDAY').map(Number)
  const at = timesOf(listIn(parts, 'BYHOUR'), listIn(parts, 'BYMINUTE'), start)
  const isSaid = [...parts.keys()].every(name => saidParts.has(name))
  if (unit === undefined || at === undefined || !isSaid || !Number.isInteger(every) || every < 1)
    return undefined
  if (!days.every(day => weekdays.has(day)) || !monthDays.every(isDayOfMonth)) return undefined
  return { every, unit, days: days as Weekday[], monthDays, at }
}

function listIn(parts: ReadonlyMap<string, string | undefined>, name: string): readonly string[] {
  return (parts.get(name) ?? '').split(',').filter(text => text !== '')
}

const isDayOfMonth = (day: number) => Number.isInteger(day) && (day === -1 || (day >= 1 && day <= 31))

const mostTimes = 6

/** What the rule leaves open is taken from the start; undefined where that does not say it either, or for too many times. */
function timesOf(
  hours: readonly string[],
  minutes: readonly string[],
  start: string | undefined,
): readonly string[] | undefined {
  if (hours.length === 0 && minutes.length === 0) return start === undefined ? [] : [start]
  const [hour, minute] = start?.split(':') ?? []
  const allHours = hours.length === 0 ? [hour] : hours
  const allMinutes = minutes.length === 0 ? [minute] : minutes
  if (allHours.length * allMinutes.length > mostTimes) return undefined
  const times = allHours.flatMap(one => allMinutes.map(two => timeOf(one, two)))
  return times.flatMap(time => time ?? []).length === times.length
    ? times.flatMap(time => time ?? [])
    : undefined
}

function timeOf(hour: string | undefined, minute: string | undefined): string | undefined {
  const isRight = Number(hour) >= 0 && Number(hour) < 24 && Number(minute) >= 0 && Number(minute) < 60
  return isRight ? [hour, minute].map(part => String(part).padStart(2, '0')).join(':') : undefined
}

/** Reads `options.scheduling_options.evaluation_window`. https://docs.datadoghq.com/monitors/configuration/#cumulative-time-windows */
export function readReset(window: JsonObject, text: string): ResetValues {
  return {
    text,
    ...(typeof window.hour_starts === 'number' ? { minute: window.hour_starts } : {}),
    ...(typeof window.month_starts === 'number' ? { dayOfMonth: window.month_starts } : {}),
    ...textMember('at', window.day_starts),
    ...textMember('timezone', window.timezone),
  }
}

function textMember<Name extends string>(
  name: Name,
  value: Json | undefined,
): { readonly [K in Name]?: string } {
  return (typeof value === 'string' ? { [name]: value } : {}) as { readonly [K in Name]?: string }
}

function objectIn(value: unknown, name: string): JsonObject | undefined {
  const member = isJsonObject(value as Json) ? (value as JsonObject)[name] : undefined
  return isJsonObject(member ?? null) ? (member as JsonObject) : undefined
}
