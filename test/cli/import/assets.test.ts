import { describe, expect, it } from 'vitest'
import { type Account, type AccountErrorCode, failed, succeeded } from '../../../src/account/index.js'
import { withAssets } from '../../../src/cli/import/assets.js'
import type { LiveObject } from '../../../src/wire/index.js'

const listed = (id: string): LiveObject => ({ kind: 'monitor', id, payload: { id, name: 'listed' } })

/** An account that gives monitors, or the error that their id names. */
function accountOf(errors: Readonly<Record<string, AccountErrorCode>>): Pick<Account, 'name' | 'get'> {
  return {
    name: 'prod',
    get: async (_, id) => {
      const code = errors[id]
      if (code === undefined) return succeeded({ ...listed(id), payload: { id, name: 'read' } })
      return failed({ code, messages: ['No.'], request: { method: 'GET', path: `/api/v1/monitor/${id}` } })
    },
  }
}

const read = async (errors: Readonly<Record<string, AccountErrorCode>>, ...ids: readonly string[]) => {
  let count = 0
  const { objects, problems } = await withAssets(accountOf(errors), ids.map(listed), () => {
    count += 1
  })
  return { names: objects.map(({ payload }) => payload.name), problems, count }
}

describe('reading monitors one by one', () => {
  it('gives them as they are read, and tells each that is done', async () => {
    expect(await read({}, '1', '2')).toEqual({ names: ['read', 'read'], problems: [], count: 2 })
  })

  it('leaves those as listed that are gone since', async () => {
    const { names, problems } = await read({ 2: 'not-found' }, '1', '2')
    expect(names).toEqual(['read', 'listed'])
    expect(problems).toEqual([])
  })

  it('tells each reason once, and goes on', async () => {
    const { names, problems } = await read(
      { 1: 'forbidden', 2: 'forbidden', 4: 'server' },
      '1',
      '2',
      '3',
      '4',
    )
    expect(names).toEqual(['listed', 'listed', 'read', 'listed'])
    expect(problems.map(({ code }) => code)).toEqual(['account/forbidden', 'account/server'])
    expect(problems[0]?.message).toMatch(/^The runbooks of some monitors could not be read\. /)
  })
})
