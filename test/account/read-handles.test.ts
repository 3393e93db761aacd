import { describe, expect, it, onTestFinished } from 'vitest'
import { type Account, connectDatadog, readHandles } from '../../src/account/index.js'
import { account, ask } from '../cli/account/accounts.js'
import { overlaid, refusing } from '../cli/lint/overlay.js'

const api = {
  teams: '/api/v2/team',
  opsgenie: '/api/v2/integration/opsgenie/services',
  workflows: '/api/v2/workflows',
  webhooks: '/api/v1/integration/webhooks/configuration/webhooks',
} as const

async function peopled(): Promise<string> {
  const { url } = await account()
  await ask(url, api.teams, 'POST', { data: { attributes: { handle: 'sre', name: 'SRE' } } })
  await ask(url, api.webhooks, 'POST', { name: 'sre', url: 'https://example.com' })
  return url
}

describe('reading handles', () => {
  async function connected(url: string): Promise<Account> {
    const connection = connectDatadog({ name: 'test', url, apiKey: 'a', appKey: 'b', sleep: async () => {} })
    onTestFinished(() => connection.close())
    return connection
  }

  const wanted = (...handles: readonly (readonly [string, ...string[]])[]) =>
    new Map(handles.map(([family, ...names]) => [family, new Set(names)]))

  it('asks for each list once and for each name once', async () => {
    const paths: string[] = []
    const seen = await overlaid(await peopled(), {}, path => paths.push(path))
    const names = wanted(['team', 'a', 'b'], ['oncall', 'a'], ['webhook', 'sre', 'b'], ['jira', 'x'])
    const { families, untold } = await readHandles(await connected(seen), names)
    expect(paths.sort()).toEqual([`${api.webhooks}/b`, `${api.webhooks}/sre`, api.teams])
    expect(families).toEqual({
      team: { names: ['sre'], inactive: {} },
      oncall: { names: ['sre'], inactive: {} },
      webhook: { names: ['sre'], inactive: {} },
    })
    expect(untold).toEqual([])
  })

  it('does not ask for a second name after the first was refused', async () => {
    const paths: string[] = []
    const refused = refusing({ [`${api.webhooks}/a`]: 403 })
    const seen = await overlaid(await peopled(), refused, path => paths.push(path))
    const { families, untold } = await readHandles(await connected(seen), wanted(['webhook', 'a', 'b', 'c']))
    expect(paths).toEqual([`${api.webhooks}/a`])
    expect(families).toEqual({})
    expect(untold.map(({ label, error }) => [label, error.code])).toEqual([['webhooks', 'forbidden']])
  })

  it('turns the pages of long lists', async () => {
    const { url } = await account()
    for (let n = 0; n < 103; n += 1)
      await ask(url, api.teams, 'POST', { data: { attributes: { handle: `t${n}`, name: 'T' } } })
    const { families } = await readHandles(await connected(url), wanted(['team', 't102']))
    expect(families.team?.names).toHaveLength(103)
  })

  it('does not turn the same page for ever', async () => {
    const same = { data: [{ id: 'a', attributes: { spec: { handle: 'x' } } }] }
    const seen = await overlaid(await peopled(), { [api.workflows]: () => JSON.stringify(same) })
    const { families } = await readHandles(await connected(seen), wanted(['workflow', 'x']))
    expect(families.workflow?.names).toEqual(['x'])
  })

  it.each(['{}', '{"data":{}}', '"x"', 'null'])(
    'takes the answer %s for one that tells nothing',
    async text => {
      const seen = await overlaid(await peopled(), { [api.opsgenie]: () => text })
      const { untold } = await readHandles(await connected(seen), wanted(['opsgenie', 'x']))
      expect(untold.map(({ error }) => error.code)).toEqual(['unreadable'])
    },
  )

  it('passes over items that are not what is documented', async () => {
    const odd = { data: [null, 1, {}, { attributes: { name: 7 } }, { attributes: { name: 'ok' } }] }
    const seen = await overlaid(await peopled(), { [api.opsgenie]: () => JSON.stringify(odd) })
    const { families } = await readHandles(await connected(seen), wanted(['opsgenie', 'x']))
    expect(families.opsgenie?.names).toEqual(['ok'])
  })
})
