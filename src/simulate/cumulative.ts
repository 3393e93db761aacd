import { isJsonObject, type JsonObject, type MonitorOptions } from '../model/index.js'
import { fromWallClock, isTimeZone, toWallClock } from './time-zone.js'

/** When a cumulative window starts anew. https://docs.datadoghq.com/monitors/configuration/#cumulative-time-windows */
export interface Reset {
  readonly every: 'h' | 'd' | 'mo'
  /** Minute of the hour. */
  readonly minute: number
  /** Seconds after midnight. */
  readonly secondOfDay: number
  readonly dayOfMonth: number
  readonly timezone: string
}

/** Reads `scheduling_options.evaluation_window`; what it does not say is the natural start in UTC. */
export function readReset(every: Reset['every'], options: MonitorOptions): Reset | undefined {
  const scheduling = options.scheduling_options
  const window = isJsonObject(scheduling) ? scheduling.evaluation_window : undefined
  const given: JsonObject = isJsonObject(window) ? window : {}
  const { hour_starts: minute = 0, month_starts: dayOfMonth = 1, timezone = 'UTC' } = given
  const secondOfDay = readTimeOfDay(given.day_starts ?? '00:00')
  if (typeof minute !== 'number' || typeof dayOfMonth !== 'number' || secondOfDay === undefined) {
    return undefined
  }
  if (typeof timezone !== 'string' || !isTimeZone(timezone)) return undefined
  return { every, minute, secondOfDay, dayOfMonth, timezone }
}

function readTimeOfDay(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^(\d{1,2}):(\d{2})$/.exec(value) : null
  return match === null ? undefined : Number(match[1]) * 3_600 + Number(match[2]) * 60
}

/** The last reset before `end`: at the very moment of a reset the whole window before it is looked at. */
export function lastReset(reset: Reset, end: number): number {
  const wallClock = toWallClock(end, reset.timezone)
  const before = (starts: number) => (starts < wallClock ? starts : undefined)
  const [latest, earlier] = candidates[reset.every](wallClock, reset)
  return fromWallClock(before(latest) ?? earlier, reset.timezone)
}

const day = 86_400

type Candidates = (wallClock: number, reset: Reset) => readonly [latest: number, earlier: number]

/** The start in the current hour, day or month, or the last one if that is yet to come; and the one before. */
const candidates: Readonly<Record<Reset['every'], Candidates>> = {
  h: (wallClock, { minute }) => latestStep(wallClock, 3_600, minute * 60),
  d: (wallClock, { secondOfDay }) => latestStep(wallClock, day, secondOfDay),
  mo: (wallClock, reset) => {
    const inMonth = (back: number) => startOfMonth(wallClock, back, reset)
    return inMonth(0) < wallClock ? [inMonth(0), inMonth(1)] : [inMonth(1), inMonth(2)]
  },
}

function latestStep(wallClock: number, length: number, offset: number): readonly [number, number] {
  const latest = Math.floor((wallClock - offset) / length) * length + offset
  return [latest, latest - length]
}

function startOfMonth(wallClock: number, monthsBack: number, { dayOfMonth, secondOfDay }: Reset): number {
  const date = new Date(wallClock * 1000)
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBack, dayOfMonth)
  return midnight / 1000 + secondOfDay
}
