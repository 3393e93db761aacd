import { describe, expect, it } from 'vitest'
import { line, valueFor } from './harness.js'

// One series for each set of tags; each adds another power of two, so that a sum names the series in it.
const data = [
  line('1x4', 'x', 'env:prod', 'host:web-1', 'canary'),
  line('2x4', 'x', 'env:prod', 'host:web-2', 'url:http://a'),
  line('4x4', 'x', 'env:dev', 'host:db-1'),
  line('8x4', 'x', 'env:dev', 'env:test', 'host:web-db'),
  line('16x4', 'x', 'team:a'),
  line('32x4', 'other', 'env:prod'),
]

describe('a scope', () => {
  it.each<[string, number | undefined]>([
    ['*', 31],
    ['env:prod', 3],
    ['env:dev', 12],
    ['env:dev,env:test', 8],
    ['*,env:prod', 3],
    ['* AND env:prod', 3],
    ['!env:prod', 28],
    ['NOT env:prod', 28],
    ['env:prod,!host:web-1', 2],
    ['host:web-*', 11],
    ['host:*-db', 8],
    ['host:*b-*', 15],
    ['host:w*-1', 1],
    ['host:web-1*1', undefined],
    ['host:*', 15],
    ['!host:*', 16],
    ['NOT host:*', 16],
    ['canary', 1],
    ['!canary', 30],
    ['url:http://a', 2],
    ['env IN (prod,test)', 11],
    ['env NOT IN (prod,test)', 20],
    ['host IN (web-*)', 11],
    ['env:prod OR env:test', 11],
    ['env:prod OR env:dev AND host:db-1', 7],
    ['(env:prod OR env:dev) AND host:db-1', 4],
    ['env:prod OR env:dev,host:web-*', 11],
    ['env:none', undefined],
  ])('{%s}', (scope, sum) => {
    expect(valueFor(`avg(last_5m):sum:x{${scope}} > 1`, data)).toBe(sum)
  })
})
