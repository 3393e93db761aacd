import { describe, expect, it } from 'vitest'
import { printPath, readPath } from '../../../src/query/message/path.js'

describe('a path', () => {
  it.each<[string, string[], string?]>([
    ['host.name', ['host', 'name']],
    ['[a.b].name', ['a.b', 'name']],
    ['log.attributes.[error.message]', ['log', 'attributes', 'error.message']],
    ['@facet.name', ['@facet', 'name']],
    ['service.links[Run book]', ['service', 'links', 'Run book'], 'service.links.[Run book]'],
  ])('%j', (text, path, printed = text) => {
    expect(readPath(text, 0, text.length)).toEqual({ path, end: text.length })
    expect(printPath(path)).toBe(printed)
  })

  it.each(['', '.a', 'a.', 'a..b', '[]', '[a', '"a"'])('%j is none', text => {
    expect(readPath(text, 0, text.length)).toBeUndefined()
  })

  it('ends where other text begins', () => {
    expect(readPath('a.b | c', 0, 7)).toEqual({ path: ['a', 'b'], end: 3 })
  })
})
