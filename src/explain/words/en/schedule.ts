import type { Recurrence, ResetValues, RuleUnit, ScheduleValues, Weekday } from '../../schedule.js'
import type { Say } from '../say.js'

const units: Record<RuleUnit, readonly [one: string, many: string]> = {
  d: ['day', 'days'],
  w: ['week', 'weeks'],
  mo: ['month', 'months'],
  y: ['year', 'years'],
}
const weekdays: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

/** `every week on Monday at 09:00 (Asia/Tokyo)`, or the rule as written. */
export function scheduleWords({ rule, recurrence }: ScheduleValues, say: Say): string {
  return recurrence === undefined ? say.code(rule) : recurrenceWords(recurrence, say)
}

function recurrenceWords({ every, unit, days, monthDays, at, timezone }: Recurrence, say: Say): string {
  const often = every === 1 ? `every ${units[unit][0]}` : `every ${say.number(every)} ${units[unit][1]}`
  const on = days.length === 0 ? '' : ` on ${say.and(days.map(day => weekdays[day]))}`
  const named = monthDays.map(day => (day === -1 ? 'the last day' : `day ${say.number(day)}`))
  const inMonth = named.length === 0 ? '' : ` on ${say.and(named)}`
  return `${often}${on}${inMonth}${timeWords(at.length === 0 ? undefined : say.and(at), timezone, say)}`
}

function timeWords(at: string | undefined, timezone: string | undefined, say: Say): string {
  if (at === undefined) return ''
  return ` at ${at}${timezone === undefined ? '' : ` (${say.code(timezone)})`}`
}

/** `every day at 09:00 (Asia/Tokyo)`, or the setting as written. */
export function resetWords({ text, minute, dayOfMonth, at, timezone }: ResetValues, say: Say): string {
  const zone = timezone ?? 'UTC'
  if (minute !== undefined) return `at minute ${say.number(minute)} of every hour`
  if (dayOfMonth !== undefined)
    return `on day ${say.number(dayOfMonth)} of every month${timeWords(at ?? '00:00', zone, say)}`
  return at === undefined ? say.code(text) : `every day${timeWords(at, zone, say)}`
}
