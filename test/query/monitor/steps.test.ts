import { describe, expect, it } from 'vitest'
import { normal, parsers, repaired, reportsOf, shapeOf, treeOf } from '../reading.js'

const { monitor } = parsers
const logs = (steps: string) => `logs("a:b")${steps} > 3`
const good = '.rollup("count").last("5m")'

describe('steps', () => {
  it('arguments are texts, numbers, words, windows, or named', () => {
    const node = treeOf(
      'formula("q").f("a", -1.5, job_name, 10d, last_5m, x="y", z=2, *).last("5m") > 1',
      monitor,
    )
    expect(node.kind === 'formula-monitor' && shapeOf(node.steps[0]?.arguments)).toEqual([
      { kind: 'string', value: 'a', quote: '"' },
      { kind: 'number', value: -1.5, text: '-1.5' },
      { kind: 'word', text: 'job_name' },
      { kind: 'window', form: 'plain', amount: 10, unit: 'd' },
      { kind: 'window', form: 'last', amount: 5, unit: 'm' },
      { kind: 'step-named-argument', name: 'x', value: { kind: 'string', value: 'y', quote: '"' } },
      { kind: 'step-named-argument', name: 'z', value: { kind: 'number', value: 2, text: '2' } },
      { kind: 'word', text: '*' },
    ])
  })

  it.each([
    ['.rollup("count")', 'missing-last', '.rollup("count").last("5m")'],
    ['.index("*").by("h").last("5m")', 'missing-rollup', '.index("*").rollup("count").by("h").last("5m")'],
    ['.index(*).rollup("count").last("5m")', 'missing-quote', '.index("*").rollup("count").last("5m")'],
    ['.rollup("count").last(5m)', 'missing-quote', good],
    ['.rollup("count).last("5m")', 'missing-quote', good],
    ['.rollup(count").last("5m")', 'missing-quote', good],
    ['.rollup("count").last("last_5m")', 'window-spelling', good],
    ['.rollup("count".last("5m")', 'unclosed-parenthesis', good],
    ['.rollup("count",).last("5m")', 'trailing-comma', good],
    ['.rollup("avg" "@d").last("5m")', 'missing-comma', '.rollup("avg", "@d").last("5m")'],
  ])('%s gives %s and is repaired to %s', (steps, code, expected) => {
    expect(reportsOf(logs(steps), monitor).map(report => report.split(' ')[0])).toEqual([code])
    expect(normal(repaired(logs(steps), monitor), monitor)).toBe(logs(expected))
  })

  it.each([
    [
      '"a.b".over("*").by("h").count_by_status()',
      'missing-last',
      '"a.b".over("*").by("h").last(2).count_by_status()',
    ],
    ['"a.b".over("*").last(2)', 'missing-status-count', '"a.b".over("*").last(2).count_by_status()'],
    ['"a.b".last(2).count_by_status', 'missing-call-parentheses', '"a.b".last(2).count_by_status()'],
    ['"a.b".last(2.count_by_status()', 'unclosed-parenthesis', '"a.b".last(2).count_by_status()'],
    [
      '"a.b".last(2).count_by_status() >= 3',
      'comparison-in-service-check',
      '"a.b".last(2).count_by_status()',
    ],
    [
      'a.b.over("*").last(2).count_by_status()',
      'expected-check',
      '"a.b".over("*").last(2).count_by_status()',
    ],
    ['error_budget("a") > 1', 'missing-over', 'error_budget("a").over("30d") > 1'],
    ['error_budget(a-1).over("7d") > 1', 'missing-quote', 'error_budget("a-1").over("7d") > 1'],
    ['formula("a") > 1', 'missing-last', 'formula("a").last("5m") > 1'],
    ['formula(a + b).last("5m") > 1', 'missing-quote', 'formula("a + b").last("5m") > 1'],
  ])('%s gives %s and is repaired to %s', (text, code, expected) => {
    expect(reportsOf(text, monitor).map(report => report.split(' ')[0])).toEqual([code])
    expect(normal(repaired(text, monitor), monitor)).toBe(expected)
  })
})
