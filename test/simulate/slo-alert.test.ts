import { describe, expect, it } from 'vitest'
import type { SloDefinition } from '../../src/model/index.js'
import { counts, monitor, played, states, unsupportedIn } from './harness.js'

const slo: SloDefinition = {
  type: 'metric',
  name: 'Checkout answers',
  thresholds: [
    { timeframe: '7d', target: 99 },
    { timeframe: '30d', target: 99.9 },
  ],
}

const data = (good: string, total: string) => [counts(good, 'good'), counts(total, 'total')]
const alert = (query: string, options = {}) => monitor(query, options, 'slo alert')

describe('a burn rate alert', () => {
  const query = 'burn_rate("abc").over("30d").long_window("1h").short_window("5m") > 14.4'
  // One percent of errors burns ten times too fast.
  const valueWith = (good: string) =>
    played(alert(query), data(good, '100x119'), { from: '1h', to: '1h', slo }).ticks[0]!.groups[0]!.value

  it('has the lower of both burn rates as its value', () => {
    expect(valueWith('99x59')).toBeCloseTo(10)
    expect(valueWith('99x54 98x4')).toBeCloseTo(((55 + 10) / 6000) * 1000)
    expect(valueWith('99x54 100x4')).toBeCloseTo(0)
  })

  it('alerts when both exceed, and recovers as soon as the short one does not', () => {
    const simulation = played(alert(query), data('90x59 100x59', '100x119'), { from: '59m', to: '66m', slo })
    expect(states(simulation)).toBe('alert alert alert alert alert alert ok ok')
  })

  it('uses a twelfth of the long window when there is no short one', () => {
    const [tick] = played(
      alert('burn_rate("abc").over("30d").long_window("1h") > 14.4'),
      data('99x54 100x4', '100x59'),
      { from: '1h', to: '1h', slo },
    ).ticks
    expect(tick!.groups[0]!.value).toBeCloseTo(0)
  })
})

describe('an error budget alert', () => {
  it('has the consumed share of the budget as its value', () => {
    const query = 'error_budget("abc").over("7d") > 75'
    // A half percent of errors is half of a budget of one percent.
    const { ticks } = played(
      alert(query, { thresholds: { critical: 75, warning: 40 } }),
      data('199x9', '200x9'),
      {
        from: '10m',
        to: '10m',
        slo: { kind: 'slo', key: 'checkout', management: {}, definition: slo },
      },
    )
    expect(ticks[0]!.groups[0]!.value).toBeCloseTo(50)
    expect(ticks[0]!.state).toBe('warning')
  })
})

describe('an SLO alert', () => {
  it('is not simulated without the target', () => {
    const query = 'error_budget("abc").over("90d") > 75'
    expect(unsupportedIn(alert(query))).toEqual(['simulate/slo'])
    expect(unsupportedIn(alert(query), { slo })).toEqual(['simulate/slo'])
  })

  it('keeps its state without events', () => {
    const query = 'error_budget("abc").over("7d") > 75'
    const { ticks } = played(alert(query), data('0x9', '0x9'), { from: '5m', to: '5m', slo })
    expect(ticks[0]!.groups[0]).toMatchObject({ status: 'skipped', state: 'ok' })
  })
})
