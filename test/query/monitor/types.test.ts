import { describe, expect, it } from 'vitest'
import { parseMonitorQuery, typesThatFit } from '../../../src/query/index.js'
import { languageOfType, monitorTypes } from '../../../src/query/monitor/sources.js'

const typesOf = (text: string) => {
  const { node } = parseMonitorQuery(text)
  return node === undefined ? [] : typesThatFit(node)
}

describe('typesThatFit', () => {
  it.each([
    ['avg(last_5m):a.b > 1', ['query alert', 'metric alert']],
    ['"a.b".over("*").last(2).count_by_status()', ['service check']],
    ['logs("*").rollup("count").last("5m") > 1', ['log alert']],
    ['events("*").rollup("count").last("5m") > 1', ['event-v2 alert', 'event alert']],
    ['error-tracking-rum("*").rollup("count").last("5m") > 1', ['error-tracking alert']],
    ['error_budget("a").over("7d") > 1', ['slo alert']],
    ['1 && 2', ['composite']],
    ['no_query', ['synthetics alert']],
  ])('%s: %j', (text, types) => {
    expect(typesOf(text)).toEqual(types)
  })

  it('a formula fits many, but no composite', () => {
    const types = typesOf('formula("a").last("5m") > 1')
    expect(types).toContain('cost alert')
    expect(types).toContain('log alert')
    expect(types).not.toContain('composite')
  })

  it('what nobody knows fits all', () => {
    expect(typesOf('foo(bar)')).toEqual(monitorTypes)
    expect(typesOf('product-analytics("a").rollup("count").last("5m") > 1')).toEqual(monitorTypes)
  })

  it('there are 23 types, each with a language', () => {
    expect(monitorTypes).toHaveLength(23)
    expect(monitorTypes.filter(type => languageOfType(type) === undefined)).toEqual([])
    expect(languageOfType('brand new alert')).toBeUndefined()
  })
})
