import { type WindowUnit, windowUnits } from '../catalog/index.js'

/** A moment: seconds since 1970, or a duration since then such as `5m` or `1h30m`. */
export type Time = number | string

const part = /(\d+)(mo|[smhdw])/g
const whole = /^(?:\d+(?:mo|[smhdw]))+$/

/** The seconds of `90`, `5m` or `1h30m`; undefined for other text. */
export function secondsOf(time: Time): number | undefined {
  if (typeof time === 'number') return Number.isFinite(time) ? time : undefined
  if (/^\d+$/.test(time)) return Number(time)
  if (!whole.test(time)) return undefined
  return Array.from(
    time.matchAll(part),
    match => Number(match[1]) * windowUnits[match[2] as WindowUnit].seconds,
  ).reduce((sum, seconds) => sum + seconds, 0)
}

const shownUnits: readonly WindowUnit[] = ['d', 'h', 'm', 's']

/** `3900` → `1h5m`. */
export function showDuration(seconds: number): string {
  if (seconds === 0) return '0s'
  if (seconds < 0) return `-${showDuration(-seconds)}`
  let rest = seconds
  let text = ''
  for (const unit of shownUnits) {
    const length = windowUnits[unit].seconds
    const amount = unit === 's' ? Number(rest.toFixed(3)) : Math.floor(rest / length)
    rest -= amount * length
    if (amount > 0) text += `${amount}${unit}`
  }
  return text
}
