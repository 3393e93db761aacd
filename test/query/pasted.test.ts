import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/diagnostic/index.js'
import { pastedAround } from '../../src/query/pasted.js'

const query = 'avg(last_5m):avg:system.load.1{*} > 4'

describe('what was copied with a query', () => {
  it.each([
    ['a whole definition', JSON.stringify({ name: 'x', query, message: '' }), 'pasted-definition', query],
    ['a definition over several lines', JSON.stringify({ query }, null, 2), 'pasted-definition', query],
    ['one line of it', `"query": ${JSON.stringify(query)},`, 'pasted-definition', query],
    ['an argument of Terraform', `query = "${query}"`, 'pasted-definition', query],
    ['a line of YAML', `query: "${query}"`, 'pasted-definition', query],
    ['a line of a list in YAML', `- query: "${query}"`, 'pasted-definition', query],
    ['a point of a list', `* \`${query}\``, 'quoted-query', query],
    ['quotes at both ends', `"${query}"`, 'quoted-query', query],
    ['backticks', ` \`${query}\` `, 'quoted-query', query],
    ['escapes of JSON', 'logs(\\"a\\").last(\\"5m\\")', 'escaped-quotes', 'logs("a").last("5m")'],
  ])('%s is taken away', (_, text, code, expected) => {
    const diagnostic = pastedAround(text)
    expect(diagnostic?.code).toBe(`query/${code}`)
    expect(applyEdits(text, diagnostic?.repair ?? [])).toBe(expected)
  })

  it('and what is left keeps its place', () => {
    const text = `query: '${query}'`
    const at = text.indexOf(query)
    expect(pastedAround(text)?.repair?.map(({ span }) => span)).toEqual([
      { start: 0, end: at },
      { start: at + query.length, end: text.length },
    ])
  })

  it.each([
    query,
    '- avg:system.load.1{*}',
    '{env:prod}',
    '"http.can_connect".over("*")',
    '"',
    '{"name": "without a query"}',
  ])('%s is left alone', text => {
    expect(pastedAround(text)).toBeUndefined()
  })
})
