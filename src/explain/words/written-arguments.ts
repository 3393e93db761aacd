import type { TimeUnit, WindowValue } from '../window.js'

type Given = string | number | undefined

const shift = /^([+-]?)(\d+)(d|w|mo)$/

/** `-1mo` as a distance; undefined for anything else. https://docs.datadoghq.com/dashboards/functions/timeshift/#calendar-shift */
export function calendarShift(
  text: string,
): { readonly amount: number; readonly unit: TimeUnit; readonly later: boolean } | undefined {
  const match = shift.exec(text)
  if (match === null) return undefined
  return { amount: Number(match[2]), unit: match[3] as TimeUnit, later: match[1] !== '-' }
}

const percentile = /^p(\d+(?:\.\d+)?)$/

/** 95 for `p95`. */
export function percentileOf(value: Given): number | undefined {
  const match = typeof value === 'string' ? percentile.exec(value) : null
  return match === null ? undefined : Number(match[1])
}

/** Where a calendar bucket has no alignment, its time zone stands in that place. */
export function isTimeZone(value: Given): boolean {
  return typeof value === 'string' && (value.includes('/') || value.toUpperCase() === 'UTC')
}

/** `avg(last_1h)`. */
export function headText(aggregator: string, { form, amount, unit }: WindowValue): string {
  return `${aggregator}(${form === 'plain' ? '' : `${form}_`}${amount}${unit})`
}
