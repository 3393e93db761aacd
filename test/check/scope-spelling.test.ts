import { describe, expect, it } from 'vitest'
import { checkMetricExpression } from '../../src/check/index.js'
import { applyEdits } from '../../src/diagnostic/index.js'
import { parseMetricQuery } from '../../src/query/index.js'

function spelled(text: string): string | undefined {
  const { node } = parseMetricQuery(text)
  const found = node === undefined ? [] : checkMetricExpression(node, { place: 'dashboard' })
  const own = found.filter(({ code }) => code === 'query/suspicious-syntax')
  return own.length === 0
    ? undefined
    : applyEdits(
        text,
        own.flatMap(({ repair }) => repair ?? []),
      )
}

describe('the spelling of scopes', () => {
  it.each([
    ['a{env:prod;service:api}', 'a{env:prod,service:api}'],
    ['a{service:api|web}', 'a{service IN (api,web)}'],
    ['a{service:[api,web],env:x}', 'a{service IN (api,web),env:x}'],
    ['a{env:/prod.*/}', 'a{env:prod*}'],
    ['a{env:!prod}', 'a{!env:prod}'],
    ['a{env!:prod}', 'a{!env:prod}'],
    ['a{-env:prod}', 'a{!env:prod}'],
    ['a{service IN (service:api,service:web)}', 'a{service IN (api,web)}'],
    ['a{service:/web-[0-9]+/}', 'a{service:web-*}'],
    ['a{host:[[host]]}', 'a{host:$host.value}'],
    ['a{env<>prod}', 'a{!env:prod}'],
    ['a{env:prod OR staging}', 'a{env:prod OR env:staging}'],
    ['a{all}', 'a{*}'],
    ['avg.disk.free{*}', 'avg:disk.free{*}'],
    ['a{*} by {host;env}', 'a{*} by {host,env}'],
    ['a{*} by {host:web-1}', 'a{host:web-1} by {host}'],
  ])('%s is meant as %s', (text, meant) => expect(spelled(text)).toBe(meant))

  it.each([
    'a{url:http://x/y}',
    'a{path:/v1/users}',
    'a{image:a/b:1}',
    'a{x:y;z}',
    'a{production OR staging}',
    'avg.latency{*}',
    'a{k IN (a:b,c)} by {host}',
  ])('%s is left as it is', text => expect(spelled(text)).toBeUndefined())

  it('only remarks on a value that may begin with a colon, and leaves it', () => {
    const { node } = parseMetricQuery('a{service::25984}')
    expect(checkMetricExpression(node!, { place: 'dashboard' })).toMatchObject([
      {
        code: 'query/suspicious-syntax',
        severity: 'info',
        message: 'The second colon belongs to the value.',
      },
    ])
    expect(spelled('a{service::25984}')).toBe('a{service::25984}')
  })
})
