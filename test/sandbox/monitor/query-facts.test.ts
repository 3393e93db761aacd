import { describe, expect, it } from 'vitest'
import {
  floatText,
  isGrouped,
  readComparison,
  windowMinutes,
} from '../../../src/sandbox/monitor/query-facts.js'

describe('readComparison', () => {
  it.each([
    ['avg(last_5m):avg:a{*} > 90', { operator: '>', value: 90 }],
    ['logs("a > 1").last("5m") <= -1.5e3', { operator: '<=', value: -1500 }],
    ['avg(last_5m):avg:a{*}>=.5', { operator: '>=', value: 0.5 }],
    ['formula("q").last("5m") == 0', { operator: '==', value: 0 }],
    ['formula("q").last("5m") > threshold', { operator: '>', value: undefined }],
    ['avg(last_5m):avg:a{*}', undefined],
    ['avg(last_5m):avg:a{*} >', undefined],
    ['avg(last_5m):avg:a{*} > high', undefined],
    [`${'x'.repeat(100_000)} > 1`, { operator: '>', value: 1 }],
  ])('%# reads the end of the query', (query, expected) => {
    expect(readComparison(query)).toEqual(expected)
  })
})

it.each([
  ['avg(last_5m):avg:a{*} by {host} > 1', true],
  ['logs("a").by("host").last("5m") > 1', true],
  ['avg(last_5m):avg:a.by{*} > 1', false],
  ['avg(last_5m):avg:a{*} > 1', false],
])('isGrouped(%j) is %s', (query, expected) => {
  expect(isGrouped(query)).toBe(expected)
})

it.each([
  ['last_15m', 15],
  ['2h', 120],
  ['last_1d', 1440],
  ['next_1w', 10_080],
  ['last_1mo', 43_800],
  ['current_1h', undefined],
  ['', undefined],
])('windowMinutes(%j) is %s', (text, expected) => {
  expect(windowMinutes(text)).toBe(expected)
})

it.each([
  [2, '2.0'],
  [-0.5, '-0.5'],
  [4_300_000_000, '4300000000.0'],
  [1e21, '1e+21'],
])('floatText(%d) is %s', (value, expected) => {
  expect(floatText(value)).toBe(expected)
})
