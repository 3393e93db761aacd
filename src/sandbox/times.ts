/** ISO time with microseconds and `+00:00`, as monitors, dashboards and v2 objects carry it. */
export function isoMicroseconds(date: Date): string {
  return date.toISOString().replace('Z', '000+00:00')
}

/** Epoch seconds, as SLOs, corrections and v1 downtimes carry it. */
export function epochSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}

/** Milliseconds of the whole second: a monitor's `created_at` never shows the fraction that `created` has. */
export function wholeSecondMilliseconds(date: Date): number {
  return epochSeconds(date) * 1000
}
