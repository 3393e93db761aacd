import type { MonitorOptions, MonitorThresholds } from '../model/index.js'
import type { ServiceCheckQuery, Step } from '../query/index.js'
import type { Evaluator, EvaluatorInput, Reading } from './evaluator.js'
import { groupSeries, type SeriesGroup } from './groups.js'
import { reads, wildcard } from './metric/scope.js'
import { checkStatuses } from './notation.js'
import { type Point, pointsWithin, type SeriesInput } from './series-input.js'
import type { State } from './simulation.js'
import { readMissingData } from './state/missing-data.js'
import { textsOf } from './steps.js'

const day = 86_400

/**
 * Statuses in a row (`count_by_status`), or the share of a cluster's checks with a status (`pct_by_status`). The series
 * hold 0 for OK, 1 for WARNING, 2 for CRITICAL and 3 for UNKNOWN.
 * https://docs.datadoghq.com/monitors/types/service_check/
 */
export function checkEvaluator(query: ServiceCheckQuery, input: EvaluatorInput): Evaluator | undefined {
  const options = input.definition.options ?? {}
  const missingData = readMissingData(options, { counts: false, defaultSeconds: day }, input)
  const runs = lastRuns(query.steps)
  if (runs === undefined) {
    input.refuse('check', 'The query does not say how many statuses it looks at.', query, 'Write `.last(4)`.')
  }
  if (missingData === undefined || runs === undefined) return undefined
  const keys = textsOf(query.steps, 'by')
  const selected = selectChecks(query, input.series)
  const groups = keys.includes('*') ? groupsByAllTags(selected) : groupSeries(selected, keys)
  const isCluster = query.steps.some(step => step.name === 'pct_by_status')
  const judge = isCluster ? clusterReading : consecutiveReading
  // Statuses stay valid until data count as missing.
  const reach = missingData.kind === 'no data' ? Math.max(missingData.afterSeconds, 60) : day
  return {
    every: 60,
    isGrouped: keys.length > 0,
    missingData,
    read: time => {
      const window = { from: time - reach, to: time }
      const readings = [...groups].flatMap(([key, group]): [string, Reading][] => {
        const hasRun = group.members.some(member => pointsWithin(member.points, window).length > 0)
        return hasRun ? [[key, judge(group, time, runs, options)]] : []
      })
      return { window, groups: new Map(readings) }
    },
  }
}

const beginning = Number.NEGATIVE_INFINITY

function consecutiveReading(
  { tags, members }: SeriesGroup,
  time: number,
  runs: number,
  options: MonitorOptions,
): Reading {
  const points = members
    .flatMap(member => pointsWithin(member.points, { from: beginning, to: time }))
    .sort((a, b) => a[0] - b[0])
    .slice(-runs)
  return { tags, points, verdict: consecutive(points, options.thresholds ?? {}) }
}

/** The state that the last equal statuses ask for, if there are enough of them. */
function consecutive(points: readonly Point[], thresholds: MonitorThresholds): State | 'unchanged' {
  const status = points.at(-1)?.[1]
  const last = points.findLastIndex(([, value]) => value !== status)
  const count = points.length - 1 - last
  const row = consequences.find(each => each.status === status)
  const needed = row === undefined ? undefined : (thresholds[row.threshold] ?? row.default)
  return row !== undefined && needed !== undefined && count >= needed ? row.state : 'unchanged'
}

interface Consequence {
  readonly status: number
  readonly threshold: 'critical' | 'warning' | 'ok' | 'unknown'
  readonly state: State
  /** Statuses needed when the options do not say; without one the status changes nothing. */
  readonly default?: number
}

const consequences: readonly Consequence[] = [
  { status: checkStatuses.ok, threshold: 'ok', state: 'ok', default: 1 },
  { status: checkStatuses.warning, threshold: 'warning', state: 'warning' },
  { status: checkStatuses.critical, threshold: 'critical', state: 'alert', default: 1 },
  { status: checkStatuses.unknown, threshold: 'unknown', state: 'no data' },
]

function clusterReading(
  { tags, members }: SeriesGroup,
  time: number,
  _runs: number,
  options: MonitorOptions,
): Reading {
  const points = members.flatMap(member => {
    const last = pointsWithin(member.points, { from: beginning, to: time }).at(-1)
    return last === undefined ? [] : [last]
  })
  const percent = (status: number) =>
    (points.filter(([, value]) => value === status).length / points.length) * 100
  const { critical, warning } = options.thresholds ?? {}
  const exceeds = (status: number, threshold: number | null | undefined) =>
    typeof threshold === 'number' && percent(status) > threshold
  const isCritical = exceeds(checkStatuses.critical, critical)
  const verdict = isCritical ? 'alert' : exceeds(checkStatuses.warning, warning) ? 'warning' : 'ok'
  return { tags, points, value: percent(checkStatuses.critical), verdict }
}

/** `.over("env:prod", "role:db")` needs all tags, `.exclude(…)` none. */
function selectChecks({ check, steps }: ServiceCheckQuery, series: readonly SeriesInput[]): SeriesInput[] {
  const over = textsOf(steps, 'over').map(wildcard)
  const exclude = textsOf(steps, 'exclude').map(wildcard)
  return series.filter(
    each =>
      reads(check.value, each) &&
      over.every(matches => matches('*') || each.tags.some(matches)) &&
      !exclude.some(matches => each.tags.some(matches)),
  )
}

/** `.by("*")`: each combination of tags is a group. */
function groupsByAllTags(series: readonly SeriesInput[]): ReadonlyMap<string, SeriesGroup> {
  return new Map(
    series.flatMap(each => [...groupSeries([each], [...new Set(each.tags.map(tag => tag.split(':')[0]!))])]),
  )
}

function lastRuns(steps: readonly Step[]): number | undefined {
  const argument = steps.find(step => step.name === 'last')?.arguments[0]
  return argument?.kind === 'number' && argument.value >= 1 ? argument.value : undefined
}
