import { describe, expect, it } from 'vitest'
import { normal, parsers, repaired, reportsOf, shapeOf, treeOf } from '../reading.js'

const { composite } = parsers

describe('composites', () => {
  it.each([
    ['12345', '12345'],
    ['1&&!2||(3&&4)', '1 && !2 || 3 && 4'],
    ['( 1 || 2 ) && 3', '(1 || 2) && 3'],
    ['!(1 || 2)', '!(1 || 2)'],
    ['!!1', '!!1'],
    ['${monitor:cpu-alert} && ${monitor:b}', '${monitor:cpu-alert} && ${monitor:b}'],
    ['((1))', '1'],
    ['1 && (2 && 3)', '1 && (2 && 3)'],
  ])('%s is %s', (text, expected) => {
    expect(normal(text, composite)).toBe(expected)
  })

  it('AND binds tighter than OR, and rows of one operator are one node', () => {
    expect(shapeOf(treeOf('1 || 2 && 3 || 4', composite))).toMatchObject({
      kind: 'composite-or',
      operands: [{ id: '1' }, { kind: 'composite-and' }, { id: '4' }],
    })
  })

  it('spans reach over parentheses', () => {
    expect(treeOf(' !( 1 || 2 ) && 3 ', composite)).toMatchObject({
      span: { start: 1, end: 17 },
      operands: [{ span: { start: 1, end: 12 } }, {}],
    })
  })

  it.each([
    ['1 AND 2', 'composite-operator', '1 && 2'],
    ['1 & 2', 'composite-operator', '1 && 2'],
    ['1 ||| 2', 'composite-operator', '1 || 2'],
    ['NOT 1', 'composite-operator', '!1'],
    ['1 2', 'missing-operator', '1 && 2'],
    ['1, 2', 'missing-operator', '1 && 2'],
    ['(1 && 2', 'unclosed-parenthesis', '1 && 2'],
    ['((1 || 2) && 3', 'unclosed-parenthesis', '(1 || 2) && 3'],
    ['1 && 2)', 'unopened-parenthesis', '1 && 2'],
  ])('%s gives %s and is repaired to %s', (text, code, expected) => {
    expect(reportsOf(text, composite).map(report => report.split(' ')[0])).toEqual([code])
    expect(normal(repaired(text, composite), composite)).toBe(expected)
  })

  it.each([
    ['', ['expected-monitor-id «»']],
    ['1 &&', ['expected-monitor-id «»']],
    ['cpu && 1', ['expected-monitor-id «cpu»']],
    ['${open', ['expected-monitor-id «$»']],
    ['()', ['expected-monitor-id «)»']],
  ])('%s is refused', (text, reports) => {
    expect(reportsOf(text, composite).slice(0, 1)).toEqual(reports)
  })
})
