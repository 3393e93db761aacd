import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monitorOptionNames, monitorTypeNames, thresholdKeys } from '../../src/catalog/index.js'
import { checkDefinition, checkMetricExpression, checkQuery } from '../../src/check/index.js'
import { parseMetricQuery, parseMonitorQuery } from '../../src/query/index.js'

const queries = [
  'avg(last_5m):avg:a{env:prod,!b:c} by {host}.rollup(sum, 60) > 10',
  "avg(last_4h):anomalies(sum:a{*}.as_count(), 'basic', 2, alert_window='last_15m', interval=60) >= 1",
  'logs("a").index("*").rollup("count").by("x,y").last("5m") > 10',
  '"http.ok".over("*").by("host").last(3).count_by_status()',
  'burn_rate("x").over("30d").long_window("1h").short_window("5m") > 14.4',
  'formula("a / b").last("5m") > 1',
  '1 && !2',
]

/** A query with a piece cut out and another put in. */
const damaged = fc
  .record({
    query: fc.constantFrom(...queries),
    at: fc.nat(100),
    cut: fc.nat(6),
    insert: fc.string({ maxLength: 6 }),
  })
  .map(({ query, at, cut, insert }) => query.slice(0, at) + insert + query.slice(at + cut))

const options = fc.dictionary(fc.constantFrom<string>(...monitorOptionNames), fc.jsonValue({ maxDepth: 3 }))
const thresholds = fc.dictionary(
  fc.constantFrom(...Object.keys(thresholdKeys)),
  fc.jsonValue({ maxDepth: 0 }),
)

describe('any input', () => {
  it('gives findings that lie within the text and say what to do', () => {
    fc.assert(
      fc.property(damaged, fc.constantFrom(...monitorTypeNames), (query, type) => {
        const { node } = parseMonitorQuery(query, { type })
        for (const { message, span } of node === undefined ? [] : checkQuery(node, { type })) {
          expect(message).toMatch(/^[A-Z0-9`].*[.!?]$/s)
          if (span === undefined) continue
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.end).toBeLessThanOrEqual(query.length)
        }
      }),
    )
  })

  it('never makes the check of a definition throw', () => {
    fc.assert(
      fc.property(
        damaged,
        fc.constantFrom(...monitorTypeNames),
        options,
        thresholds,
        (query, type, some, limits) => {
          const found = checkDefinition({ type, query, options: { ...some, thresholds: limits } })
          for (const { code } of found) expect(code).toMatch(/^[a-z-]+\/[a-z-]+$/)
        },
      ),
    )
  })

  it.each([
    { on_missing_data: { toString: '' } },
    { notification_preset_name: { toString: 1, valueOf: 1 } },
    { group_retention_duration: { toString: null } },
    { threshold_windows: { trigger_window: { toString: '' }, recovery_window: { toString: '' } } },
    { scheduling_options: { evaluation_window: { day_starts: { toString: '' } } } },
    { scheduling_options: { custom_schedule: { recurrences: [{ rrule: { toString: '' } }] } } },
    {
      scheduling_options: {
        custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY', timezone: { toString: '' } }] },
      },
    },
  ])('does not ask %j for its text', strange => {
    for (const query of queries) {
      expect(() => checkDefinition({ type: 'query alert', query, options: strange })).not.toThrow()
    }
  })

  it('takes a scope of twenty thousand tags and a sum of as many queries', () => {
    const scope = `avg:a{${Array.from({ length: 20_000 }, (_, index) => `k${index}:v`).join(',')}}`
    const sum = Array.from({ length: 20_000 }, () => 'avg:a{*} by {host}').join(' + ')
    for (const text of [scope, sum]) {
      const parsed = parseMetricQuery(text)
      expect(parsed.ok && checkMetricExpression(parsed.node, { place: 'monitor' })).toEqual([])
    }
  })
})
