import { describe, expect, it } from 'vitest'
import { explain, explainQuery, localizeDiagnostics } from '../../src/explain/index.js'
import { parseMonitorQuery } from '../../src/query/index.js'

const text = 'avg(last_5m):avg:x{env=prod} > 1'

describe('what the parsers found', () => {
  it('is said in the words of the language, with place and repair as they are', () => {
    const { diagnostics } = parseMonitorQuery(text)
    const [japanese] = localizeDiagnostics(diagnostics, text, 'ja')
    expect(japanese?.message).toMatch(/^`env=prod`: スコープでは/)
    expect(japanese?.hint).toBe('`env:prod` と書きます。')
    const { code, severity, span, repair } = diagnostics[0]!
    expect(japanese).toMatchObject({ code, severity, span, repair })
  })

  it('stays as it is in English', () => {
    const { diagnostics } = parseMonitorQuery(text)
    expect(localizeDiagnostics(diagnostics, text, 'en')).toEqual(diagnostics)
  })
})

describe('explaining a text that is no definition', () => {
  it.each([
    text,
    'avg:system.load.1{*} by {host}',
    'query1 / query2 * 100',
    'service:web status:error',
    '{{#is_alert}}Down{{/is_alert}} @slack-a',
    '12345678 && !23456789',
    '  ',
  ])('says the same with and without the words for definitions: %s', query => {
    expect(explainQuery(query, { lang: 'ja' })).toEqual(explain(query, { lang: 'ja' }))
  })
})
