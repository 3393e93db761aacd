import { describe, expect, it } from 'vitest'
import { readNotation } from '../../src/simulate/index.js'

const _ = undefined

describe('the notation of a series', () => {
  it.each<[string, readonly (number | undefined)[]]>([
    ['', []],
    ['1 2.5 -3', [1, 2.5, -3]],
    ['30x3', [30, 30, 30, 30]],
    ['0+10x5', [0, 10, 20, 30, 40, 50]],
    ['100-5x2', [100, 95, 90]],
    ['-2+4x3', [-2, 2, 6, 10]],
    ['1 _ 2', [1, _, 2]],
    ['_x3 1', [_, _, _, 1]],
    ['0+10x2 _ 30x1', [0, 10, 20, _, 30, 30]],
    ['1e3 2.5e-1', [1000, 0.25]],
    ['1e2+1e1x2', [100, 110, 120]],
    ['0.1+0.1x2', [0.1, 0.2, 0.1 + 2 * 0.1]],
    ['1x0', [1]],
    ['_x0', []],
    ['ok criticalx1 warning unknown', [0, 2, 2, 1, 3]],
  ])('reads %j', (text, values) => {
    expect(readNotation(text)).toEqual({ ok: true, values })
  })

  it.each<[string, number, number]>([
    ['1 two 3', 2, 5],
    ['1+2', 0, 3],
    ['1x', 0, 2],
    ['.5', 0, 2],
    ['1 x3', 2, 4],
    ['1 1x999999999', 2, 13],
  ])('refuses %j and says where', (text, start, end) => {
    expect(readNotation(text)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'simulate/series', severity: 'error', span: { start, end } }],
    })
  })
})
