import { describe, expect, it } from 'vitest'
import type { MonitorQuery } from '../../src/query/index.js'
import { readDefinition } from '../../src/web/definition-reading.js'
import { examples } from '../../src/web/examples.js'
import { looksLikeJson, readText } from '../../src/web/reading.js'
import { reasonsAgainst } from '../../src/web/reasons.js'
import { type ExtraThresholds, replay } from '../../src/web/replay.js'
import { type Scenario, scenarioOf } from '../../src/web/scenario.js'
import { wordsIn } from '../../src/web/words/index.js'

function drawnFor(text: string): Scenario | string {
  const { monitor, node } = looksLikeJson(text)
    ? readDefinition(text, 'en', wordsIn('en'))
    : readText(text, 'en')
  if (monitor === undefined || node === undefined) return 'no monitor'
  return scenarioOf(monitor, node as MonitorQuery)
}

/** The states that a made-up series goes through. */
function course(scenario: Scenario | string, extra: ExtraThresholds = {}): readonly string[] {
  if (typeof scenario === 'string') return [scenario]
  const states = replay(scenario, scenario.shape.values, extra).ticks.map(({ state }) => state)
  return states.filter((state, index) => state !== states[index - 1])
}

const calmAlertCalm = ['ok', 'alert', 'ok']

describe('the drawing of a monitor', () => {
  it.each([
    'avg(last_5m):avg:system.load.1{*} by {host} > 4',
    'min(last_1h):avg:disk.free{*} < 1000',
    'max(last_1d):avg:x{*} > 0',
    'sum(last_15m):sum:errors{*}.as_count() / sum:hits{*}.as_count() > 0.05',
    'pct_change(avg(last_10m),last_1h):avg:x{*} > 40',
    'change(avg(last_5m),last_1d):avg:x{*} < -20',
    "avg(last_4h):anomalies(avg:x{*}, 'basic', 2, direction='above', interval=20, alert_window='last_15m') >= 1",
    "avg(last_1d):anomalies(avg:x{*}, 'agile', 4, direction='below', alert_window='last_1h') >= 0.5",
    'logs("status:error").index("*").rollup("count").by("service").last("5m") > 30',
  ])('goes from calm to alert and back: %s', text => {
    expect(course(drawnFor(text))).toEqual(calmAlertCalm)
  })

  it('shows warning and recovery of a whole definition', () => {
    const { text } = examples.find(({ id }) => id === 'monitor')!
    expect(course(drawnFor(text))).toEqual(['ok', 'warning', 'alert', 'ok'])
  })

  it('follows thresholds that the reader adds', () => {
    const scenario = drawnFor('avg(last_5m):avg:x{*} > 4')
    expect(course(scenario, { warning: 3 })).toEqual(['ok', 'warning', 'alert', 'warning', 'ok'])
  })

  it('shows the statuses of a check', () => {
    expect(course(drawnFor('"ntp.in_sync".over("env:prod").by("host").last(4).count_by_status()'))).toContain(
      'alert',
    )
  })

  it('follows a point that is moved', () => {
    const scenario = drawnFor('max(last_5m):avg:x{*} > 4') as Scenario
    const calm = scenario.shape.values.map(() => 1)
    const states = (values: readonly number[]) => replay(scenario, values, {}).ticks.map(({ state }) => state)
    expect(states(calm)).not.toContain('alert')
    expect(states(calm.with(20, 9))[20]).toBe('alert')
  })

  it.each([
    ['12345678 && !23456789', 'behaviourComposite'],
    ['error_budget("abc").over("30d") > 75', 'behaviourSlo'],
    ["avg(last_4h):outliers(avg:x{*} by {host}, 'DBSCAN', 2) > 0", 'behaviourNotSimulated'],
    ["max(next_1d):forecast(avg:x{*}, 'linear', 1) > 9", 'behaviourNotSimulated'],
    ['formula("query1 / query2").last("5m") > 1', 'behaviourNotSimulated'],
  ])('is honest about what is not simulated: %s', (text, reason) => {
    expect(drawnFor(text)).toBe(reason)
  })

  it("gives the simulator's reasons", () => {
    const monitor = { type: 'query alert', query: "max(next_1d):forecast(avg:x{*}, 'linear', 1) > 9" }
    expect(reasonsAgainst(monitor, 'en').join(' ')).toMatch(/not simulated/)
  })
})
