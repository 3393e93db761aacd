import type { Json, JsonObject } from '../json.js'
import { isArray, isObject, objectOf, textOf } from '../json.js'
import { isoMicroseconds } from '../times.js'

const DURATION_MILLISECONDS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** An instant as the server writes it; a fraction is kept only when there is one. */
function instantText(date: Date): string {
  return isoMicroseconds(date).replace('.000000', '')
}

/** A schedule as stored: `Z` becomes `+00:00`, an absent start means now, recurrences get their next occurrence. */
export function storedSchedule(sent: Json | undefined, now: Date): JsonObject {
  const schedule = objectOf(sent)
  const recurrences = schedule.recurrences
  if (isArray(recurrences)) {
    const timezone = textOf(schedule.timezone) || 'UTC'
    const stored = recurrences.map(recurrence => storedRecurrence(recurrence, timezone, now))
    const current = currentOccurrence(stored[0], timezone)
    return { recurrences: stored, timezone, ...(current ? { current_downtime: current } : {}) }
  }
  const { start, end } = schedule
  return {
    start: typeof start === 'string' ? instantText(new Date(start)) : isoMicroseconds(now),
    end: typeof end === 'string' ? instantText(new Date(end)) : null,
  }
}

/** True when every time of the schedule can be read and ends do not come before starts. */
export function isScheduleValid(sent: Json | undefined): boolean {
  if (sent === undefined || sent === null) return true
  if (!isObject(sent)) return false
  const times = [sent.start, sent.end].filter(time => typeof time === 'string').map(time => Date.parse(time))
  return times.every(Number.isFinite) && (times.length < 2 || times[0]! < times[1]!)
}

/** A recurrence without a start begins now, in whole seconds of the schedule's own time zone. */
function storedRecurrence(sent: Json, timezone: string, now: Date): Json {
  if (!isObject(sent) || typeof sent.start === 'string') return sent
  const second = Math.floor(now.getTime() / 1000) * 1000
  const local = wallClockIn(timezone, second)
  return local === undefined ? sent : { ...sent, start: new Date(local).toISOString().slice(0, 19) }
}

function currentOccurrence(recurrence: Json | undefined, timezone: string): JsonObject | undefined {
  const { start, duration } = objectOf(recurrence)
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(textOf(duration)) ?? []
  const from = instantIn(textOf(start), timezone)
  if (count === undefined || from === undefined) return undefined
  const to = from + Number(count) * DURATION_MILLISECONDS[unit!]!
  return { start: instantText(new Date(from)), end: instantText(new Date(to)) }
}

/** The server's time zones end with 2037: later summers have the winter's time. */
const LAST_KNOWN_SHIFT = Date.UTC(2037, 11, 31)

/** The instant of a wall-clock time in a time zone; undefined for unreadable ones. */
function instantIn(local: string, timezone: string): number | undefined {
  const asUtc = Date.parse(`${local}Z`)
  if (!Number.isFinite(asUtc)) return undefined
  const known = Math.min(asUtc, LAST_KNOWN_SHIFT)
  const shown = wallClockIn(timezone, known)
  return shown === undefined ? undefined : asUtc - (shown - known)
}

/** What clocks in the time zone show at an instant, as if it were UTC; undefined for unknown time zones. */
function wallClockIn(timezone: string, instant: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`)
  } catch {
    // An unknown time zone makes `Intl` throw.
    return undefined
  }
}

/** `scheduled`, `active`, `ended` or `canceled`, as of now. */
export function statusOf(attributes: JsonObject, now: Date): string {
  if (attributes.canceled !== null) return 'canceled'
  const schedule = objectOf(attributes.schedule)
  const { start, end } = isObject(schedule.current_downtime) ? schedule.current_downtime : schedule
  if (typeof start === 'string' && Date.parse(start) > now.getTime()) return 'scheduled'
  const isOver = typeof end === 'string' && Date.parse(end) <= now.getTime()
  return isOver && !isArray(schedule.recurrences) ? 'ended' : 'active'
}
