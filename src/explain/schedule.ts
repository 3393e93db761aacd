import { isJsonObject, type Json, type JsonObject } from '../model/index.js'

export type RuleUnit = 'd' | 'w' | 'mo' | 'y'
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

/** A recurrence in plain terms: every second week on Monday at 09:00. */
export interface Recurrence {
  readonly every: number
  readonly unit: RuleUnit
  readonly days: readonly Weekday[]
  readonly at?: string
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
  const recurrence = readRule(first.rrule)
  if (recurrence === undefined) return { rule: first.rrule }
  const at = typeof first.start === 'string' ? clock.exec(first.start)?.[1] : undefined
  return {
    rule: first.rrule,
    recurrence: { ...recurrence, ...textMember('at', at), ...textMember('timezone', first.timezone) },
  }
}

/** Undefined for a rule that holds more than these words can say. */
function readRule(rule: string): Recurrence | undefined {
  const parts = new Map(rule.split(';').map(part => part.split('=') as [string, string | undefined]))
  const unit = units[parts.get('FREQ') ?? '']
  const every = Number(parts.get('INTERVAL') ?? 1)
  const days = (parts.get('BYDAY') ?? '').split(',').filter(day => day !== '')
  const said = [...parts.keys()].every(name => ['FREQ', 'INTERVAL', 'BYDAY'].includes(name))
  if (unit === undefined || !said || !Number.isInteger(every) || every < 1) return undefined
  return days.every(day => weekdays.has(day)) ? { every, unit, days: days as Weekday[] } : undefined
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
