import { describe, expect, it } from 'vitest'
import {
  callOf,
  jsonLiteral,
  layOut,
  listOf,
  methodOf,
  objectOf,
  specOf,
} from '../../src/codegen/code/index.js'

describe('code', () => {
  it('stays on its line as long as it fits', () => {
    expect(layOut(methodOf(callOf('avg', 'a'), 'by', 'host'))).toBe("avg('a').by('host')")
    expect(layOut(objectOf([]))).toBe('{}')
    expect(layOut(listOf([]))).toBe('[]')
  })

  it('writes long chains link by link', () => {
    const chain = methodOf(
      methodOf(methodOf(callOf('avg', 'a'.repeat(60)), 'by', 'host'), 'last', '5m'),
      'above',
      4,
    )
    expect(layOut(chain, 0, 30)).toBe(`avg('${'a'.repeat(60)}')\n  .by('host')\n  .last('5m')\n  .above(4)`)
  })

  it('breaks inside the last argument of a call', () => {
    const call = callOf(
      'monitor',
      'key',
      specOf([
        ['name', 'a'],
        ['tags', listOf(['b'])],
      ]),
    )
    expect(layOut(call)).toBe("monitor('key', {\n  name: 'a',\n  tags: ['b'],\n})")
  })

  it('gives each argument a line where none can be broken', () => {
    const call = callOf('and', 'a'.repeat(60), 'b'.repeat(60))
    expect(layOut(call)).toBe(`and(\n  '${'a'.repeat(60)}',\n  '${'b'.repeat(60)}',\n)`)
  })

  it('never lets a key of JSON set a prototype', () => {
    const json = JSON.parse('{"__proto__": {"a": 1}, "b-c": null}')
    expect(layOut(jsonLiteral(json))).toBe("{ ['__proto__']: { a: 1 }, 'b-c': null }")
  })
})
