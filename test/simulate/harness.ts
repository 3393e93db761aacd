import type { MonitorDefinition, MonitorOptions } from '../../src/model/index.js'
import {
  type SeriesInput,
  type SimulateOptions,
  type Simulation,
  series,
  simulate,
} from '../../src/simulate/index.js'

/** A monitor with only what a case is about. */
export function monitor(
  query: string,
  options: MonitorOptions = {},
  type = 'query alert',
): MonitorDefinition {
  return { type, query, options }
}

export type Data = string | SeriesInput | readonly SeriesInput[]

export function seriesOf(data: Data): readonly SeriesInput[] {
  if (typeof data === 'string') return [series(data)]
  return 'points' in data ? [data] : data
}

/** A series of one metric with tags, one point each minute. */
export function line(notation: string, metric: string, ...tags: readonly string[]): SeriesInput {
  return series(notation, { metric, tags })
}

export function counts(notation: string, metric: string, ...tags: readonly string[]): SeriesInput {
  return series(notation, { metric, tags, type: 'count' })
}

/** Simulates and makes sure that everything was simulated. */
export function played(
  definition: MonitorDefinition,
  data: Data,
  options: Partial<SimulateOptions> = {},
): Simulation {
  const simulation = simulate(definition, seriesOf(data), { from: 0, to: '15m', ...options })
  if (simulation.unsupported.length > 0) throw new Error(JSON.stringify(simulation.unsupported, null, 2))
  return simulation
}

/** The value of the evaluation at `at` for each group that has one; `undefined` where nothing was compared. */
export function valuesAt(
  at: string,
  query: string,
  data: Data,
  options: Partial<SimulateOptions> = {},
): Record<string, number | undefined> {
  const { ticks } = played(monitor(query), data, { from: at, to: at, ...options })
  return Object.fromEntries(ticks[0]!.groups.map(({ group, value }) => [group, value]))
}

/** The value of a monitor without groups after five minutes. */
export function valueFor(
  query: string,
  data: Data,
  options: Partial<SimulateOptions> = {},
): number | undefined {
  return valuesAt('5m', query, data, options)['*']
}

/** The state of the one group at each tick, as `ok alert alert`. */
export function states({ ticks }: Simulation): string {
  return ticks.map(({ state }) => state.replace(' ', '-')).join(' ')
}

/** `6m ok→alert`, one for each notification. */
export function notifications({ ticks }: Simulation): string[] {
  return ticks.flatMap(({ time, groups }) =>
    groups.flatMap(({ notification }) => {
      if (notification === undefined) return []
      const { group, from, to, kind } = notification
      const what = kind === 'renotify' ? `still ${to}` : `${from}→${to}`
      return [`${time / 60}m ${group === '*' ? '' : `${group} `}${what}`]
    }),
  )
}

/** The codes of what is not simulated. */
export function unsupportedIn(
  definition: MonitorDefinition,
  options: Partial<SimulateOptions> = {},
): string[] {
  return simulate(definition, [], { from: 0, to: 0, ...options }).unsupported.map(({ code }) => code)
}
