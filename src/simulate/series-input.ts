/** A value at a time in seconds since 1970-01-01 UTC. */
export type Point = readonly [time: number, value: number]

/** How a metric was submitted. https://docs.datadoghq.com/metrics/types/ */
export type MetricType = 'gauge' | 'count' | 'rate' | 'distribution'

/** What one source submitted: one metric with one set of tags. */
export interface SeriesInput {
  /** Without it the series stands for every metric, check or source that the monitor reads. */
  readonly metric?: string
  /** `key:value` or bare tags. */
  readonly tags: readonly string[]
  readonly type: MetricType
  /** Seconds between submissions. */
  readonly interval: number
  /** Missing points are simply not there. For a distribution each point is one submitted value. */
  readonly points: readonly Point[]
}

/** A span of time in seconds since 1970; a point at `to` is not in it. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** The points of a series, which are sorted by time, in a span. */
export function pointsWithin(points: readonly Point[], span: TimeSpan): readonly Point[] {
  return points.slice(firstAtOrAfter(points, span.from), firstAtOrAfter(points, span.to))
}

function firstAtOrAfter(points: readonly Point[], time: number): number {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (points[middle]![0] < time) low = middle + 1
    else high = middle
  }
  return low
}

/** The same series with points in order of time and without what is not a number. */
export function sortedSeries(series: SeriesInput): SeriesInput {
  const points = series.points.filter(([time, value]) => Number.isFinite(time) && Number.isFinite(value))
  return { ...series, points: points.sort((a, b) => a[0] - b[0]) }
}
