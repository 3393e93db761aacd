/** Units of `last_5m` and their length; a month is 730 hours in a monitor, as in Datadog's documentation. */
export const windowUnits = {
  s: { seconds: 1, word: 'second' },
  m: { seconds: 60, word: 'minute' },
  h: { seconds: 3_600, word: 'hour' },
  d: { seconds: 86_400, word: 'day' },
  w: { seconds: 604_800, word: 'week' },
  mo: { seconds: 2_628_000, word: 'month' },
} as const satisfies Record<string, { readonly seconds: number; readonly word: string }>

export type WindowUnit = keyof typeof windowUnits

const written = /^(?:(last|next|current)_)?(\d+)(mo|[smhdw])(?:_ago)?$/

/**
 * The length in seconds of a window as it is written in a query or an option, or undefined for other text.
 * @example windowSeconds('last_15m') // 900
 */
export function windowSeconds(text: string): number | undefined {
  const match = written.exec(text)
  return match === null ? undefined : Number(match[2]) * windowUnits[match[3] as WindowUnit].seconds
}

/** What an evaluation window may be. */
export interface WindowLimits {
  readonly shortestSeconds: number
  readonly longestSeconds: number
  /** The shortest and longest in the words of a query. */
  readonly shortest: string
  readonly longest: string
  readonly source: string
}

const hour = windowUnits.h.seconds
const day = windowUnits.d.seconds

/** Limits of the evaluation window, by the key of `monitorTypes[type].windows`. */
export const evaluationWindows = {
  // An older text of the API says one week; `last_1mo` is accepted.
  metric: {
    shortestSeconds: 60,
    longestSeconds: 31 * day,
    shortest: 'last_1m',
    longest: 'last_1mo',
    source: 'https://docs.datadoghq.com/monitors/configuration/#evaluation-window',
  },
  event: {
    shortestSeconds: 60,
    longestSeconds: 48 * hour,
    shortest: '1m',
    longest: '2d',
    source: 'https://docs.datadoghq.com/monitors/types/log/',
  },
  process: {
    shortestSeconds: 1,
    longestSeconds: 48 * hour,
    shortest: '1s',
    longest: '2d',
    source: 'https://docs.datadoghq.com/monitors/types/process/',
  },
  // Cost data comes once a day.
  cost: {
    shortestSeconds: day,
    longestSeconds: 92 * day,
    shortest: '1d',
    longest: '90d',
    source: 'https://docs.datadoghq.com/monitors/types/cloud_cost/',
  },
  data: {
    shortestSeconds: 60,
    longestSeconds: 31 * day,
    shortest: '1m',
    longest: '1mo',
    source: 'https://docs.datadoghq.com/api/latest/monitors/',
  },
  outlier: {
    shortestSeconds: 60,
    longestSeconds: day,
    shortest: 'last_1m',
    longest: 'last_1d',
    source: 'https://docs.datadoghq.com/monitors/types/outlier/',
  },
} as const satisfies Record<string, WindowLimits>

export type WindowFamily = keyof typeof evaluationWindows

/** Windows that grow from a reset; `reset` names the fields of `scheduling_options.evaluation_window` they need. */
export const cumulativeWindows = {
  current_1h: { reset: ['hour_starts'] },
  current_1d: { reset: ['day_starts'] },
  current_1mo: { reset: ['day_starts', 'month_starts'] },
} as const satisfies Record<string, { readonly reset: readonly string[] }>

export type CumulativeWindow = keyof typeof cumulativeWindows

/** How often a metric monitor is evaluated; the first row whose limit the window stays below. */
export const evaluationFrequency = [
  { below: day, everySeconds: 60 },
  { below: 2 * day, everySeconds: 600 },
  { below: Number.POSITIVE_INFINITY, everySeconds: 1_800 },
] as const satisfies readonly { readonly below: number; readonly everySeconds: number }[]

/** Seconds between evaluations for a window of so many seconds. https://docs.datadoghq.com/monitors/configuration/#evaluation-frequency */
export function evaluationFrequencyFor(windowInSeconds: number): number {
  return evaluationFrequency.find(row => windowInSeconds < row.below)?.everySeconds ?? 1_800
}
