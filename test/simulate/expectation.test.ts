import { describe, expect, it } from 'vitest'
import {
  type Expectation,
  ExpectationError,
  expectMonitor,
  expectSimulation,
  renderTimeline,
  simulate,
} from '../../src/simulate/index.js'
import { line, monitor } from './harness.js'

const load = monitor('avg(last_5m):avg:system.load.1{*} > 4', {
  thresholds: { critical: 4, critical_recovery: 2, warning: 3 },
})
const spike = () => expectMonitor(load).given('1x4 12x4 0x9')

describe('expectMonitor', () => {
  it('reads like the example', () => {
    expectMonitor(monitor('avg(last_5m):avg:system.load.1{*} > 4'))
      .given('1x4 9x4 1x9')
      .alertsAt('7m')
      .recoversBy('15m')
      .neverWarns()
  })

  it('takes every word that holds', () => {
    spike()
      .warnsAt('6m')
      .alertsAt('7m')
      .alertsBy('10m')
      .alertsAt(420)
      .recoversAt('15m')
      .recoversBy('20m')
      .neverLosesData()
      .notifies(3)
  })

  it('tests one group of several', () => {
    const byHost = monitor('avg(last_1m):avg:x{*} by {host} > 4')
    expectMonitor(byHost)
      .given([line('0 9 0', 'x', 'host:a'), line('0 0 9', 'x', 'host:b'), line('0 0 0', 'x', 'host:c')])
      .alertsAt('2m', 'host:a')
      .alertsAt('3m', 'host:b')
      .alertsAt('3m')
      .neverAlerts('host:c')
  })

  it('sees when data stop', () => {
    const definition = monitor('avg(last_1m):avg:x{*} > 4', { notify_no_data: true, no_data_timeframe: 5 })
    expectMonitor(definition).given('0x4').losesDataAt('9m').neverAlerts()
  })

  it.each<[string, (expectation: Expectation) => Expectation, string]>([
    ['alertsAt', each => each.alertsAt('6m'), 'to alert at 6m'],
    ['alertsBy', each => each.alertsBy('6m'), 'to alert by 6m'],
    ['warnsAt', each => each.warnsAt('7m'), 'to warn at 7m'],
    ['recoversAt', each => each.recoversAt('7m'), 'to recover at 7m'],
    ['recoversBy', each => each.recoversBy('14m'), 'to recover by 14m'],
    ['losesDataAt', each => each.losesDataAt('7m'), 'to lose its data at 7m'],
    ['neverAlerts', each => each.neverAlerts(), 'never to alert'],
    ['neverWarns', each => each.neverWarns(), 'never to warn'],
    ['notifies', each => each.notifies(2), 'to notify 2 times, but it did so 3 times'],
    ['a group', each => each.alertsAt('7m', 'host:a'), 'to alert for host:a at 7m'],
  ])('shows the timeline when %s does not hold', (_, claim, expected) => {
    expect(() => claim(spike())).toThrow(
      new ExpectationError(
        `Expected the monitor ${expected}.\n\n*  0s ok · 6m warning (3.2) · 7m alert (5.4) · 15m ok (0)`,
      ),
    )
  })

  it('does not take the first OK for a recovery', () => {
    expect(() => spike().recoversAt(0)).toThrow(ExpectationError)
  })

  it('refuses what is not simulated, with its place', () => {
    const definition = monitor('avg(last_5m):autosmooth(avg:x{*}) > 1')
    expect(() => expectMonitor(definition).given('1')).toThrow(
      /The monitor cannot be simulated\.\n`autosmooth[\s\S]*\n {17}\^{20}/,
    )
  })

  it('refuses a time that is none', () => {
    expect(() => spike().alertsAt('noon')).toThrow('`noon` is no time')
  })
})

describe('renderTimeline', () => {
  it('has a line for each group, and shows no control characters', () => {
    const byHost = monitor('avg(last_1m):avg:x{*} by {host} > 4')
    const data = [line('0 9 0', 'x', 'host:a'), line('9 _', 'x', 'host:\u001b[31mred')]
    const simulation = simulate(byHost, data, { from: 60, to: 180 })
    expect(renderTimeline(simulation)).toBe(
      'host:a         0s ok (0) · 1m alert (9) · 2m ok (0)\nhost:\uFFFD[31mred  0s alert (9)',
    )
  })

  it('says when there is nothing to show', () => {
    const simulation = simulate(monitor('avg(last_1m):avg:x{*} by {host} > 4'), [], { from: 0, to: 60 })
    expect(renderTimeline(simulation)).toBe('No group has reported.')
    expectSimulation(simulation).neverAlerts()
  })
})
