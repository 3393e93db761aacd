/** True for a name that the runtime knows, such as `Asia/Tokyo`. */
export function isTimeZone(name: string): boolean {
  return formatFor(name) !== undefined
}

/** The wall clock of a time zone at a time, as seconds since 1970 on that clock. */
export function toWallClock(time: number, zone: string): number {
  const format = formatFor(zone)
  if (format === undefined) return time
  const parts = new Map(
    format.formatToParts(time * 1000).map(({ type, value }) => [type, Number(value)] as const),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const milliseconds = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return milliseconds / 1000
}

/** The time at which the wall clock shows so much; the second guess is right across a change of the offset. */
export function fromWallClock(wallClock: number, zone: string): number {
  const guess = wallClock - (toWallClock(wallClock, zone) - wallClock)
  return guess + wallClock - toWallClock(guess, zone)
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone))
  return formats.get(zone)
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}
