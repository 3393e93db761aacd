import type { Say } from './say.js'

/** From where on a number is said in a larger unit, too: nobody counts the zeros. */
const readable: Readonly<
  Record<string, readonly [from: number, words: (value: number, say: Say) => string]>
> = {
  nanosecond: [1e7, (value, say) => say.seconds(value / 1e9)],
  millisecond: [6e4, (value, say) => say.seconds(value / 1e3)],
  second: [3600, (value, say) => say.seconds(value)],
  byte: [2 ** 20, bytesWords],
}

const byteUnits = ['MiB', 'GiB', 'TiB', 'PiB'] as const

/** Datadog scales bytes by 1,024. https://docs.datadoghq.com/metrics/units/ */
function bytesWords(value: number, say: Say): string {
  const step = Math.min(byteUnits.length, Math.floor(Math.log2(value) / 10) - 1)
  return `${say.rounded(value / 2 ** (10 * (step + 1)))} ${byteUnits[step - 1]}`
}

/** `5 GiB` for 5,368,709,120 bytes; undefined for a number that is read as it stands. */
export function spelledOut(value: number, unit: string, say: Say): string | undefined {
  const known = Object.hasOwn(readable, unit) ? readable[unit] : undefined
  return known !== undefined && value >= known[0] ? known[1](value, say) : undefined
}
