import { describe, expect, it } from 'vitest'
import type { AccountError } from '../../src/account/index.js'
import { explainApiError } from '../../src/apply/index.js'
import type { Change } from '../../src/plan/index.js'

const change: Change = {
  action: 'create',
  address: 'monitor.a',
  kind: 'monitor',
  key: 'a',
  title: 'a',
  changes: [],
  reasons: [],
  dependsOn: [],
}
const error = (code: AccountError['code'], ...messages: string[]): AccountError => ({
  code,
  messages,
  request: { method: 'POST', path: '/api/v1/monitor' },
})

describe('the probable cause of', () => {
  it.each([
    ["The value provided for parameter 'query' is invalid", /differs from `thresholds.critical`/],
    [
      "The value provided for parameter 'query' is invalid: invalid operator specified: ",
      /comparison at the end/,
    ],
    ['Alert threshold (90.0) does not match that used in the query (200.0).', /same number/],
    ['Some monitor IDs are invalid', /does not exist in this account/],
    ['Duplicate of an existing monitor_id:12 org_id:3', /`adopt`/],
    ['monitor [1,x] is referenced in slos: [ab,y]', /still uses the object/],
    ['Invalid tag format. Valid tag keys are: team.', /only tags with the key `team`/],
  ])('%s', (message, cause) => {
    expect(explainApiError(error('invalid', message), change).cause).toMatch(cause)
  })

  it('an unknown refusal is not made up', () => {
    expect(explainApiError(error('invalid', 'Something new.'), change).cause).toBeUndefined()
  })

  it.each(['unauthorized', 'forbidden', 'unreachable', 'server', 'unclear'] as const)(
    '%s says what to do',
    code => {
      expect(explainApiError(error(code, 'x'), change).cause).toMatch(/[a-z ]{20,}\./)
    },
  )
})
