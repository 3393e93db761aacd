import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonErrorOffset } from '../../../src/cli/lint/json-error.js'
import { jsonPositions, nodeAt, spanInString } from '../../../src/cli/lint/json-positions.js'
import type { JsonPath } from '../../../src/lint/index.js'
import { isJsonObject, type Json } from '../../../src/model/index.js'

function textAt(text: string, path: JsonPath): string | undefined {
  const root = jsonPositions(text)
  const node = root && nodeAt(root, path)
  return node && text.slice(node.start, node.end)
}

/** Every path of a value, with what is there. */
function allPaths(value: Json, path: JsonPath = []): [JsonPath, Json][] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => allPaths(item, [...path, index]))
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([name, item]) => allPaths(item ?? null, [...path, name]))
      : []
  return [[path, value], ...inner]
}

describe('the places of JSON values', () => {
  it.each([
    ['{"a": {"b": [1, "x"]}}', ['a', 'b', 1], '"x"'],
    ['{"a": {"b": [1, "x"]}}', ['a'], '{"b": [1, "x"]}'],
    ['{"a": 1, "a": 2}', ['a'], '2'],
    ['{"a\\u0062": true}', ['ab'], 'true'],
    ['{"a": "}]\\"{["}', ['a'], '"}]\\"{["'],
    ['[]', [0], undefined],
    ['{"a": 1}', ['b'], undefined],
  ] as const)('%s at %j', (text, path, expected) => {
    expect(textAt(text, path)).toBe(expected)
  })

  it('are right for every value of any JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        for (const [path, expected] of allPaths(JSON.parse(text) as Json)) {
          expect(JSON.parse(textAt(text, path) ?? 'undefined')).toEqual(expected)
        }
      }),
    )
  })

  it('are found however deep the values lie', () => {
    const depth = 100_000
    const text = '['.repeat(depth) + ']'.repeat(depth)
    expect(jsonPositions(text)?.end).toBe(2 * depth)
  })

  it('go on inside a string, past its escapes', () => {
    const text = JSON.stringify('a\n"b"\u{1F525}\u0001c')
    const node = jsonPositions(text)!
    const at = JSON.parse(text).indexOf('c')
    const { start, end } = spanInString(text, node, { start: at, end: at + 1 })
    expect(text.slice(start, end)).toBe('c')
  })
})

describe('where a text stops being JSON', () => {
  it.each([
    ['{', 1],
    ['', 0],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ["{'a': 1}", 1],
    ['[01]', 1],
    ['{"a": tru}', 6],
    ['[1]x', 3],
    ['[1}', 2],
    ['"a\nb"', 0],
  ])('%j: %i', (text, offset) => {
    expect(jsonErrorOffset(text)).toBe(offset)
  })

  it('is its end, for every piece of a JSON text that only ends too early', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), value => {
        const text = JSON.stringify(value)
        expect(jsonErrorOffset(text)).toBe(text.length)
      }),
    )
  })
})
