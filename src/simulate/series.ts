import { renderFrame } from '../diagnostic/index.js'
import { secondsOf, type Time } from './duration.js'
import { readNotation } from './notation.js'
import type { MetricType, Point, SeriesInput } from './series-input.js'

/** What a series is besides its values. */
export interface SeriesOptions {
  /** Without it the series stands for every metric, check or source that the monitor reads. */
  readonly metric?: string
  /** `['env:prod', 'host:a']` */
  readonly tags?: readonly string[]
  /** `gauge` when absent. */
  readonly type?: MetricType
  /** Between points: seconds or `1m`, which is also the default. */
  readonly interval?: Time
  /** The time of the first point; 0 when absent. */
  readonly start?: Time
}

/**
 * A series in the notation of Prometheus's tests: `0+10x5 _ 30x3`. A count says how many more follow the first:
 * `30x3` is four points. Throws a `SeriesError` for text that is no notation, as there is nowhere to return one to.
 *
 * @example series('0+10x5 _ 30x3', { metric: 'queue.length', tags: ['queue:mail'], interval: '1m' })
 */
export function series(notation: string, options: SeriesOptions = {}): SeriesInput {
  const read = readNotation(notation)
  if (!read.ok) throw new SeriesError(explained(notation, read.diagnostics))
  const interval = positive('interval', secondsOf(options.interval ?? 60), options.interval)
  const start = known('start', secondsOf(options.start ?? 0), options.start)
  const points = read.values.flatMap((value, index): Point[] =>
    value === undefined ? [] : [[start + index * interval, value]],
  )
  const { metric, tags = [], type = 'gauge' } = options
  return { ...(metric === undefined ? {} : { metric }), tags, type, interval, points }
}

/** A series that cannot be read: a mistake in the test that holds it. */
export class SeriesError extends Error {
  override readonly name = 'SeriesError'
}

function explained(notation: string, diagnostics: readonly Diagnosed[]): string {
  return diagnostics
    .map(({ message, hint, span }) =>
      [message, hint, span && renderFrame(notation, span)].filter(part => part !== undefined).join('\n'),
    )
    .join('\n')
}

type Diagnosed = Extract<ReturnType<typeof readNotation>, { readonly ok: false }>['diagnostics'][number]

function known(option: string, seconds: number | undefined, written: Time | undefined): number {
  if (seconds !== undefined) return seconds
  throw new SeriesError(`\`${option}\` is \`${written}\`; write seconds, or a duration such as \`5m\`.`)
}

function positive(option: string, seconds: number | undefined, written: Time | undefined): number {
  if (seconds !== undefined && seconds > 0) return seconds
  throw new SeriesError(
    `\`${option}\` is \`${written}\`; write more than 0 seconds, or a duration such as \`1m\`.`,
  )
}
