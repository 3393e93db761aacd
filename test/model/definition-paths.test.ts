import { describe, expect, it } from 'vitest'
import { definitionPaths, type Json, valueAt } from '../../src/model/index.js'

const composite = { type: 'composite', query: '1 && 2' }
const pathsIn = (value: Json) => definitionPaths(value, object => 'query' in object)

describe('definitions in a JSON value', () => {
  it.each<[what: string, value: Json, paths: unknown]>([
    ['stand alone', composite, [[]]],
    ['stand in a list', [composite, composite], [[0], [1]]],
    [
      'stand in lists by kind',
      { monitors: [composite], slos: [composite] },
      [
        ['monitors', 0],
        ['slos', 0],
      ],
    ],
    ['stand in the data of an answer', { data: composite, error: null }, [['data']]],
    ['stand in a list of answers', [{ data: [composite] }], [[0, 'data', 0]]],
    [
      'stand in an asset of an integration',
      { version: 2, title: 'Load', definition: composite },
      [['definition']],
    ],
    ['stand in a backup', { kind: 'monitor', id: '1', payload: composite }, [['payload']]],
    ['are not looked for inside a definition', { ...composite, data: [composite] }, [[]]],
    ['that nobody knows are left to the reader', { title: 'Cats' }, [[]]],
    ['that are no objects are left to the reader', { monitors: [1] }, [['monitors', 0]]],
  ])('%s', (_, value, paths) => {
    expect(pathsIn(value)).toEqual(paths)
  })
})

it('definitions below more lists than anybody writes are not looked for', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as Json
  expect(pathsIn(deep)).toHaveLength(1)
})

describe('the value at a path', () => {
  it.each<[path: readonly (string | number)[], value: unknown]>([
    [[], { a: [{ b: 1 }] }],
    [['a', 0, 'b'], 1],
    [['a', 1], undefined],
    [['a', 'length'], undefined],
    [['toString'], undefined],
  ])('%j is %j', (path, value) => {
    expect(valueAt({ a: [{ b: 1 }] }, path)).toEqual(value)
  })
})
