import { renderFrame } from '../../diagnostic/index.js'
import type { Monitor, MonitorDefinition } from '../../model/index.js'
import { secondsOf, showDuration, type Time } from '../duration.js'
import type { SimulateOptions } from '../options.js'
import { series } from '../series.js'
import type { SeriesInput } from '../series-input.js'
import { definitionOf, simulate } from '../simulate.js'
import type { Simulation, State } from '../simulation.js'
import { renderTimeline, stateChanges } from './timeline.js'

/**
 * What a monitor is expected to do. Each word throws an `ExpectationError` with the timeline when it did something else.
 * Times count from the start of the simulation; without a group, any group will do (or, for `never…`, none may).
 */
export interface Expectation {
  readonly simulation: Simulation
  /** Enters alert exactly then. */
  alertsAt(time: Time, group?: string): Expectation
  /** Enters alert then or earlier. */
  alertsBy(time: Time, group?: string): Expectation
  warnsAt(time: Time, group?: string): Expectation
  /** Leaves alert, warning or no data for OK exactly then. */
  recoversAt(time: Time, group?: string): Expectation
  recoversBy(time: Time, group?: string): Expectation
  losesDataAt(time: Time, group?: string): Expectation
  neverAlerts(group?: string): Expectation
  neverWarns(group?: string): Expectation
  neverLosesData(group?: string): Expectation
  /** So many notifications, reminders included. */
  notifies(times: number): Expectation
}

/** A monitor that waits for its data. */
export interface MonitorExpectation {
  /** Series, or one in its notation. Without `from` and `to`: from 0 until an hour after the last point. */
  given(data: string | SeriesInput | readonly SeriesInput[], options?: Partial<SimulateOptions>): Expectation
}

/** A monitor did not do what a test expects. */
export class ExpectationError extends Error {
  override readonly name = 'ExpectationError'
}

/**
 * Tests a monitor on made-up series, in any test framework.
 *
 * @example
 * expectMonitor({ type: 'query alert', query: 'avg(last_5m):avg:system.load.1{*} > 4' })
 *   .given('1x4 9x4 1x9').alertsAt('7m').recoversBy('15m').neverWarns()
 */
export function expectMonitor(monitor: Monitor | MonitorDefinition): MonitorExpectation {
  return {
    given: (data, options = {}) => {
      const all = typeof data === 'string' ? [series(data)] : 'points' in data ? [data] : data
      const from = options.from ?? 0
      const simulation = simulate(monitor, all, { ...options, from, to: options.to ?? endOf(all) })
      refuseUnsupported(simulation, definitionOf(monitor).query)
      return expectSimulation(simulation)
    },
  }
}

/** Enough for most monitors to recover; tests with longer windows say `to` themselves. */
function endOf(all: readonly SeriesInput[]): number {
  return all.reduce((end, { points }) => Math.max(end, points.at(-1)?.[0] ?? 0), 0) + 3_600
}

function refuseUnsupported({ unsupported }: Simulation, query: string): void {
  if (unsupported.length === 0) return
  const reasons = unsupported.map(({ message, hint, span }) =>
    [message, hint, span && renderFrame(query, span)].filter(part => part !== undefined).join('\n'),
  )
  throw new ExpectationError(`The monitor cannot be simulated.\n${reasons.join('\n')}`)
}

/**
 * Tests a simulation that is already there.
 * @example expectSimulation(simulate(monitor, data, { from: 0, to: '1h' })).neverAlerts()
 */
export function expectSimulation(simulation: Simulation): Expectation {
  const changes = (state: State, group: string | undefined) => entries(simulation, state, group)
  const expectation: Expectation = {
    simulation,
    alertsAt: (time, group) => at('alert', time, group),
    alertsBy: (time, group) => by('alert', time, group),
    warnsAt: (time, group) => at('warning', time, group),
    recoversAt: (time, group) => at('ok', time, group),
    recoversBy: (time, group) => by('ok', time, group),
    losesDataAt: (time, group) => at('no data', time, group),
    neverAlerts: group => never('alert', group),
    neverWarns: group => never('warning', group),
    neverLosesData: group => never('no data', group),
    notifies: times => {
      const sent = simulation.ticks.flatMap(tick => tick.groups).filter(each => each.notification).length
      return check(sent === times, `to notify ${times} times, but it did so ${sent} times`)
    },
  }
  const check = (holds: boolean, expected: string): Expectation => {
    if (holds) return expectation
    throw new ExpectationError(`Expected the monitor ${expected}.\n\n${renderTimeline(simulation)}`)
  }
  const at = (state: State, time: Time, group: string | undefined) => {
    const wanted = moment(time)
    const holds = changes(state, group).includes(wanted)
    return check(holds, `to ${verbs[state]}${of(group)} at ${showDuration(wanted)}`)
  }
  const by = (state: State, time: Time, group: string | undefined) => {
    const wanted = moment(time)
    const holds = changes(state, group).some(each => each <= wanted)
    return check(holds, `to ${verbs[state]}${of(group)} by ${showDuration(wanted)}`)
  }
  const never = (state: State, group: string | undefined) =>
    check(changes(state, group).length === 0, `never to ${verbs[state]}${of(group)}`)
  return expectation
}

const verbs: Readonly<Record<State, string>> = {
  ok: 'recover',
  warning: 'warn',
  alert: 'alert',
  'no data': 'lose its data',
}

const of = (group: string | undefined) => (group === undefined ? '' : ` for ${group}`)

/** When groups entered a state, since the start. A group that begins with OK has not recovered. */
function entries(simulation: Simulation, state: State, group: string | undefined): number[] {
  const seen = new Set<string>()
  return stateChanges(simulation).flatMap(change => {
    const isFirst = !seen.has(change.group)
    seen.add(change.group)
    if (change.state !== state || (isFirst && state === 'ok')) return []
    return group === undefined || change.group === group ? [change.time - simulation.from] : []
  })
}

function moment(time: Time): number {
  const seconds = secondsOf(time)
  if (seconds !== undefined) return seconds
  throw new ExpectationError(`\`${time}\` is no time; write seconds, or a duration such as \`5m\`.`)
}
