import { describe, expect, it } from 'vitest'
import { examples } from '../../src/web/examples.js'
import { type Grammar, highlight } from '../../src/web/tokens.js'

const shown = (text: string, grammar: Grammar) =>
  highlight(text, grammar).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)

describe('the colours of a query', () => {
  it('follow its tree', () => {
    expect(shown('avg(last_5m):avg:system.load.1{env:prod} by {host} > 4', 'monitor-query')).toEqual([
      'aggregator avg',
      'window last_5m',
      'aggregator avg',
      'metric system.load.1',
      'tag env',
      'value prod',
      'keyword by',
      'tag host',
      'operator >',
      'number 4',
    ])
  })

  it('tell functions, their named arguments and texts apart', () => {
    expect(shown("anomalies(avg:x{*}, 'basic', 2, direction='both')", 'metric-query')).toEqual([
      'function anomalies',
      'aggregator avg',
      'metric x',
      'keyword *',
      "string 'basic'",
      'number 2',
      'parameter direction',
      'operator =',
      "string 'both'",
    ])
  })

  it('know messages and JSON', () => {
    expect(shown('{{#is_alert}}{{host.name}} @slack-a{{/is_alert}}', 'message')).toEqual([
      'function is_alert',
      'variable {{host.name}}',
      'handle @slack-a',
    ])
    expect(shown('{"a": -1.5e3, "b": "c"}', 'json')).toEqual([
      'parameter "a"',
      'number -1.5e3',
      'parameter "b"',
      'string "c"',
    ])
  })

  it.each(examples)('never overlap: $id', ({ text }) => {
    for (const grammar of [
      'monitor-query',
      'metric-query',
      'formula',
      'search',
      'message',
      'json',
    ] as const) {
      let reached = 0
      for (const { start, end } of highlight(text, grammar)) {
        expect(start).toBeGreaterThanOrEqual(reached)
        expect(end).toBeGreaterThan(start)
        reached = end
      }
      expect(reached).toBeLessThanOrEqual(text.length)
    }
  })
})
