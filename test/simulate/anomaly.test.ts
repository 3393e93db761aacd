import { describe, expect, it } from 'vitest'
import type { Anomalous } from '../../src/simulate/index.js'
import { counts, line, monitor, played, states } from './harness.js'

function anomalyMonitor(
  options: { direction?: string; by?: string; recovery?: string; zero?: boolean } = {},
) {
  const { direction = 'both', by = '', recovery = 'last_5m', zero = false } = options
  const call = `anomalies(avg:x{*}${by}, 'basic', 2, direction='${direction}', alert_window='last_5m', interval=60, count_default_zero='${zero}')`
  return monitor(`avg(last_1h):${call} >= 0.6`, {
    thresholds: { critical: 0.6 },
    threshold_windows: { trigger_window: 'last_5m', recovery_window: recovery },
  })
}

const valueAt = (
  at: string,
  definition: ReturnType<typeof anomalyMonitor>,
  data: ReturnType<typeof line>,
  anomalous: Anomalous,
) => played(definition, data, { from: at, to: at, anomalous }).ticks[0]!.groups[0]?.value

describe('an anomaly monitor', () => {
  const bounds: Anomalous = { lower: [line('0x30', 'x')], upper: [line('10x30', 'x')] }

  it('has the share of anomalous points as its value', () => {
    expect(valueAt('5m', anomalyMonitor(), line('5 11 -1 10 0', 'x'), bounds)).toBe(0.4)
    expect(valueAt('5m', anomalyMonitor({ direction: 'above' }), line('5 11 -1 10 0', 'x'), bounds)).toBe(0.2)
    expect(valueAt('5m', anomalyMonitor({ direction: 'below' }), line('5 -2 -1 10 0', 'x'), bounds)).toBe(0.4)
  })

  it('counts missing points of counts as 0 with count_default_zero', () => {
    const above: Anomalous = { lower: [line('1x30', 'x')] }
    const data = counts('5 _ _ 5 5', 'x')
    expect(valueAt('5m', anomalyMonitor({ zero: true }), data, above)).toBe(0.4)
    expect(valueAt('5m', anomalyMonitor(), data, above)).toBe(0)
  })

  it('takes flags instead of bounds', () => {
    const flags: Anomalous = { flags: [line('0 1 1 1 0', 'x')] }
    expect(valueAt('5m', anomalyMonitor(), line('5x4', 'x'), flags)).toBe(0.6)
  })

  it('recovers when the recovery window holds no anomalous point', () => {
    const flags: Anomalous = { flags: [line('1x4 0x10', 'x')] }
    const timeline = (recovery: string) =>
      states(
        played(anomalyMonitor({ recovery }), line('5x14', 'x'), { from: '5m', to: '11m', anomalous: flags }),
      )
    expect(timeline('last_5m')).toBe('alert alert alert alert alert ok ok')
    expect(timeline('last_3m')).toBe('alert alert alert ok ok ok ok')
  })

  it('has a value for each group, with bounds of its own or common ones', () => {
    const data = [line('5x4', 'x', 'host:a'), line('50x4', 'x', 'host:b')]
    const valuesWith = (upper: readonly ReturnType<typeof line>[]) =>
      played(anomalyMonitor({ by: ' by {host}' }), data, {
        from: '5m',
        to: '5m',
        anomalous: { upper },
      }).ticks[0]!.groups.map(({ value }) => value)
    expect(valuesWith([line('10x4', 'x')])).toEqual([0, 1])
    expect(valuesWith([line('1x4', 'x', 'host:a'), line('99x4', 'x', 'host:b')])).toEqual([1, 0])
  })
})
