import { describe, expect, it } from 'vitest'
import { startClient } from '../harness.js'

const path = (workspace: string) => `/api/v1/integration/slack/configuration/accounts/${workspace}/channels`

describe('the Slack channels of a workspace', () => {
  it('are kept by workspace, with what their messages show', async () => {
    const { call, done } = await startClient()
    await done('POST', path('acme'), { name: '#sre', display: { snapshot: false } })
    const [channel] = (await call('GET', path('acme'))).body as [unknown]
    expect(channel).toEqual({
      name: '#sre',
      display: { message: true, mute_buttons: false, notified: true, snapshot: false, tags: true },
    })
    expect((await call('GET', path('other'))).status).toBe(404)
    expect((await call('GET', `${path('acme')}/sre`)).body).toEqual(channel)
    expect((await call('GET', `${path('acme')}/%23sre`)).body).toEqual(channel)
  })

  it('can be changed and deleted', async () => {
    const { call, done } = await startClient()
    await done('POST', path('acme'), { name: '#sre' })
    const changed = await done('PATCH', `${path('acme')}/sre`, { display: { tags: false } })
    expect(changed).toMatchObject({ name: '#sre', display: { tags: false, message: true } })
    expect((await call('DELETE', `${path('acme')}/sre`)).status).toBe(204)
    expect((await call('DELETE', `${path('acme')}/sre`)).status).toBe(404)
    expect((await call('POST', path('acme'), { name: '#' })).status).toBe(400)
  })
})
