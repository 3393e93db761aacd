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
    const current = currentOccurrence(recurrences[0], timezone)
    return { recurrences, timezone, ...(current ? { current_downtime: current } : {}) }
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
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    const known = Math.min(asUtc, LAST_KNOWN_SHIFT)
    const shown = Date.parse(`${format.format(known).replace(' ', 'T')}Z`)
    return asUtc - (shown - known)
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
