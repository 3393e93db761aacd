import { describe, expect, it } from 'vitest'
import { equalNodes, format } from '../../src/query/index.js'
import { type Parse, parsers, treeOf } from './reading.js'

const pretty = (text: string, parse: Parse) => format(treeOf(text, parse))

describe('format', () => {
  it('leaves a short query on its line', () => {
    expect(pretty('avg(last_5m):avg:a.b{*}>4', parsers.monitor)).toBe('avg(last_5m):avg:a.b{*} > 4')
  })

  it('breaks a call at its arguments', () => {
    const text =
      "avg(last_4h):anomalies(avg:container.cpu.user{env:prod} by {container_name}, 'basic', 2, direction='both', interval=60) >= 1"
    expect(pretty(text, parsers.monitor)).toBe(
      [
        'avg(last_4h):',
        '  anomalies(',
        '    avg:container.cpu.user{env:prod} by {container_name},',
        "    'basic',",
        '    2,',
        "    direction='both',",
        '    interval=60',
        '  ) >= 1',
      ].join('\n'),
    )
  })

  it('breaks arithmetic before its operators', () => {
    const text =
      'sum:trace.http.request.errors{env:prod,service:api}.as_count() / sum:trace.http.request.hits{env:prod,service:api}.as_count() * 100'
    expect(pretty(text, parsers.metric)).toBe(
      [
        'sum:trace.http.request.errors{env:prod,service:api}.as_count()',
        '  / sum:trace.http.request.hits{env:prod,service:api}.as_count()',
        '  * 100',
      ].join('\n'),
    )
  })

  it('breaks a long scope at its commas, and parentheses around a long group', () => {
    const tags = Array.from({ length: 9 }, (_, index) => `some_key_${index}:value`).join(',')
    expect(pretty(`avg:a.b{${tags}}`, parsers.metric).split('\n')).toHaveLength(11)
    const group = `(avg:a.b{${tags}} - avg:c.d{${tags}}) / 2`
    expect(pretty(group, parsers.metric).startsWith('(\n  avg:a.b{\n')).toBe(true)
  })

  it('writes the steps of an event monitor under each other', () => {
    const text =
      'logs("service:checkout status:error -env:dev").index("main").rollup("count").by("host,service").last("15m") > 100'
    expect(pretty(text, parsers.monitor).split('\n')).toEqual([
      'logs("service:checkout status:error -env:dev")',
      '  .index("main")',
      '  .rollup("count")',
      '  .by("host,service")',
      '  .last("15m") > 100',
    ])
  })

  it('breaks composites at their operators', () => {
    const text = Array.from({ length: 10 }, (_, index) => `10000000${index}`).join(' || ')
    expect(pretty(text, parsers.composite).split('\n')[1]).toBe('  || 100000001')
  })

  it.each([
    [
      parsers.metric,
      `abs(${Array.from({ length: 30 }, (_, index) => `a.b${index}{x:1,y:2} by {h}`).join(' + ')})`,
    ],
    [parsers.metric, `(a.b{*} + ${'a.b.long_name{x:1}.rollup(sum, 60) * '.repeat(5)}2) / -(a.b{*} - 5)`],
    [parsers.metric, `a.b{*}${'.rollup(sum, 60)'.repeat(20)}`],
    [
      parsers.metric,
      'avg:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b{*}, avg:cccccccccccccccccccccccccccc.d{*}',
    ],
    [parsers.monitor, `formula("${'query1 + '.repeat(20)}2").last("5m") > 3`],
    [
      parsers.monitor,
      '"http.can_connect".over("env:production","service:checkout").by("host").last(4).count_by_status()',
    ],
    [
      parsers.monitor,
      `burn_rate("0123456789abcdef").over("30d").long_window("1h").short_window("5m") > 14.4`,
    ],
    [
      parsers.composite,
      '(12345678 || 23456789 || 34567890) && !45678901 && (56789012 || 67890123 || 78901234)',
    ],
  ])('what it breaks reads as the same tree (%#)', (parse, text) => {
    const tree = treeOf(text, parse)
    expect(equalNodes(treeOf(format(tree), parse), tree)).toBe(true)
  })

  it('does not recurse along sums', () => {
    const sum = Array.from({ length: 50_000 }, () => 'a.b').join('+')
    expect(pretty(sum, parsers.metric).split('\n')).toHaveLength(50_000)
  })
})
