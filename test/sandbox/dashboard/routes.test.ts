import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/sandbox/json.js'
import { type Client, noteDashboard, startClient } from '../harness.js'

const create = (client: Client, changes: JsonObject = {}) =>
  client.done('POST', '/api/v1/dashboard', noteDashboard(changes))

describe('creating a dashboard', () => {
  it('answers with the body and what the server adds', async () => {
    const client = await startClient({ clock: () => new Date('2026-01-02T03:04:05.600Z') })
    const reply = await client.call('POST', '/api/v1/dashboard', noteDashboard())
    const { id } = reply.body as { id: string }
    expect(id).toMatch(/^[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}$/)
    expect([reply.status, reply.body]).toEqual([
      200,
      {
        id,
        title: 'API - overview',
        url: `/dashboard/${id}/api---overview`,
        layout_type: 'ordered',
        widgets: [{ id: expect.any(Number), definition: { type: 'note', content: 'Hello' } }],
        description: null,
        notify_list: null,
        template_variables: null,
        restricted_roles: [],
        author_handle: 'user@sandbox.example',
        author_name: 'Sandbox User',
        created_at: '2026-01-02T03:04:05.600000+00:00',
        modified_at: '2026-01-02T03:04:05.600000+00:00',
      },
    ])
  })

  it('keeps what is inside a widget exactly as it was sent', async () => {
    const definition = {
      type: 'timeseries',
      requests: [{ q: 'avg:A{*}', x: null, y: 1.5, Z: [] }],
      title: ' t ',
    }
    const { widgets } = await create(await startClient(), { widgets: [{ definition }] })
    expect(widgets).toMatchObject([{ definition }])
  })

  it('gives ids to widgets in groups too, and keeps ids that are sent', async () => {
    const inner = { definition: { type: 'note', content: 'in' } }
    const group = {
      id: 77,
      definition: { type: 'group', layout_type: 'ordered', widgets: [inner, { ...inner, id: 5 }] },
    }
    const { widgets } = await create(await startClient(), { widgets: [group] })
    expect(widgets).toEqual([
      {
        id: 77,
        definition: {
          ...group.definition,
          widgets: [
            { ...inner, id: expect.any(Number) },
            { ...inner, id: 5 },
          ],
        },
      },
    ])
  })

  it('sorts only the people to notify', async () => {
    const tags = ['team:b', 'team:a']
    const dashboard = await create(await startClient(), { notify_list: ['b@x.example', 'a@x.example'], tags })
    expect(dashboard).toMatchObject({ notify_list: ['a@x.example', 'b@x.example'], tags })
  })

  it('replaces places in tabs by widget ids', async () => {
    const note = { definition: { type: 'note', content: 'n' } }
    const tabs = [{ id: 'a', name: 'One', widget_ids: ['@2', 9] }]
    const dashboard = await create(await startClient(), { widgets: [note, note], tabs })
    const ids = (dashboard.widgets as { id: number }[]).map(widget => widget.id)
    expect(dashboard.tabs).toEqual([{ id: 'a', name: 'One', widget_ids: [ids[1], 9] }])
  })

  it('ignores ids, authors and times in the body', async () => {
    const dashboard = await create(await startClient(), {
      id: 'abc-def-ghi',
      author_handle: 'x',
      created_at: 'y',
      url: 'z',
    })
    expect(dashboard.id).not.toBe('abc-def-ghi')
    expect(dashboard).toMatchObject({ author_handle: 'user@sandbox.example' })
  })
})

describe('a dashboard is refused', () => {
  const variable = { name: 'host', prefix: 'host' }
  const preset = (fields: JsonObject) => ({
    template_variable_presets: [{ name: 'p', template_variables: [{ name: 'dc', ...fields }] }],
  })
  const group = (inner: Json) => ({ definition: { type: 'group', layout_type: 'ordered', widgets: [inner] } })
  const note = { definition: { type: 'note', content: '' } }
  const series = (request: JsonObject) => ({ definition: { type: 'timeseries', requests: [request] } })

  it.each<[string, JsonObject, string]>([
    ['a tag that is no team', { tags: ['tm:foobar'] }, 'Invalid tag format. Valid tag keys are: team.'],
    [
      'six tags',
      { tags: Array(6).fill('team:a') },
      "Maximum number of elements in parameter 'tags' should be 5",
    ],
    [
      'default and defaults',
      { template_variables: [{ ...variable, default: 'a', defaults: ['a'] }] },
      "'template_variables' is invalid",
    ],
    [
      'an empty default',
      { template_variables: [{ ...variable, defaults: [''] }] },
      "Minimum length of parameter 'defaults' should be 1",
    ],
    [
      'value and values',
      preset({ value: '*', values: ['*'] }),
      "'template_variables' value '{'name': 'dc', 'value': '*', 'values': ['*']}' is invalid",
    ],
    ['no values', preset({ values: [] }), "Minimum number of elements in parameter 'values' should be 1"],
    [
      'an unknown field',
      { colour: 'red' },
      "Additional properties are not allowed ('colour' was unexpected)",
    ],
    ['no title', { title: null }, "'title' is a required property"],
    [
      'an unknown layout',
      { layout_type: 'grid' },
      "Value of parameter 'layout_type' should be any of these ['ordered', 'free']",
    ],
    [
      'an unknown widget',
      { widgets: [{ definition: { type: 'clock' } }] },
      "Invalid widget definition at position 0 of type clock. Error: 'clock' is not a known widget type.",
    ],
    [
      'a widget without definition',
      { widgets: [{}] },
      "Invalid widget definition at position 0 of type . Error: 'definition' is a required property.",
    ],
    [
      'an unknown widget in a group',
      { widgets: [group({ definition: { type: 'clock' } })] },
      "Invalid widget definition at position 0 of type group. Error: Invalid inner widget definition at position 0 of type clock. Error: 'clock' is not a known widget type.",
    ],
    [
      'a metric query without a scope',
      { widgets: [note, series({ queries: [{ data_source: 'metrics', name: 'a', query: 'avg:a' }] })] },
      "Invalid query in widget at position 1 of type timeseries. Error: unable to parse avg:a: Rule 'scope_expr' didn't match at '' (line 1, column 6).",
    ],
    [
      'such a query in a group, in the older form',
      { widgets: [group(series({ q: 'avg:a' }))] },
      "Invalid query in widget at position 0 of type group. Error: unable to parse avg:a: Rule 'scope_expr' didn't match at '' (line 1, column 6).",
    ],
    [
      'a layout with auto',
      {
        reflow_type: 'auto',
        widgets: [{ layout: { x: 0, y: 0, width: 1, height: 1 }, definition: { type: 'note' } }],
      },
      "Invalid widget definition at position 0 of type note. Error: 'layout' is not allowed when 'reflow_type' is 'auto'.",
    ],
    [
      'no layout with fixed',
      { reflow_type: 'fixed' },
      "Invalid widget definition at position 0 of type note. Error: 'layout' is required when 'reflow_type' is 'fixed'.",
    ],
  ])('with %s', async (_name, changes, text) => {
    const reply = await (await startClient()).call('POST', '/api/v1/dashboard', noteDashboard(changes))
    expect([reply.status, reply.body]).toEqual([400, { errors: [text] }])
  })
})

describe('changing a dashboard', () => {
  it('replaces it: fields that are not sent are gone, widgets without ids get new ones', async () => {
    let now = '2026-01-01T00:00:00Z'
    const client = await startClient({ clock: () => new Date(now) })
    const before = await create(client, { tags: ['team:a'], description: 'd', reflow_type: 'auto' })
    now = '2026-01-02T00:00:00Z'
    const after = await client.done('PUT', `/api/v1/dashboard/${before.id}`, noteDashboard({ title: 'New' }))
    expect(after).toMatchObject({
      id: before.id,
      description: null,
      created_at: before.created_at,
      modified_at: '2026-01-02T00:00:00.000000+00:00',
      url: `/dashboard/${before.id}/new`,
    })
    expect(after).not.toHaveProperty('tags')
    expect(after).not.toHaveProperty('reflow_type')
    expect(after.widgets).not.toEqual(before.widgets)
  })

  it('is what every later read answers', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const after = await client.done('PUT', `/api/v1/dashboard/${id}`, noteDashboard({ title: 'New' }))
    expect(await client.done('GET', `/api/v1/dashboard/${id}`)).toEqual(after)
  })
})

describe('listing dashboards', () => {
  const titles = async (client: Client, query: string) => {
    const { dashboards } = await client.done('GET', `/api/v1/dashboard${query}`)
    return (dashboards as JsonObject[]).map(dashboard => dashboard.title)
  }

  it('gives summaries, cut by start and count', async () => {
    const client = await startClient()
    for (const title of ['a', 'b', 'c']) await create(client, { title })
    expect(await titles(client, '')).toEqual(['a', 'b', 'c'])
    expect(await titles(client, '?start=1&count=1')).toEqual(['b'])
    const { dashboards } = await client.done('GET', '/api/v1/dashboard')
    expect(Object.keys((dashboards as [JsonObject])[0]).sort()).toEqual([
      'author_handle',
      'created_at',
      'deleted_at',
      'description',
      'id',
      'is_read_only',
      'layout_type',
      'modified_at',
      'title',
      'url',
    ])
  })

  it('shows deleted and shared ones when asked', async () => {
    const client = await startClient()
    const gone = await create(client, { title: 'gone' })
    const shared = await create(client, { title: 'shared' })
    await client.done('DELETE', `/api/v1/dashboard/${gone.id}`)
    const share = { dashboard_id: shared.id!, dashboard_type: 'custom_timeboard', share_type: 'open' }
    await client.done('POST', '/api/v1/dashboard/public', share)
    await create(client, { title: 'plain' })
    expect(await titles(client, '')).toEqual(['shared', 'plain'])
    expect(await titles(client, '?filter[shared]=true')).toEqual(['shared'])
    expect(await titles(client, '?filter[deleted]=true')).toEqual(['gone'])
  })
})

describe('deleting dashboards', () => {
  it('answers with the id, and reads say that it is not there', async () => {
    const client = await startClient()
    const { id } = await create(client)
    expect(await client.done('DELETE', `/api/v1/dashboard/${id}`)).toEqual({ deleted_dashboard_id: id })
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const reply = await client.call(
        method,
        `/api/v1/dashboard/${id}`,
        method === 'PUT' ? noteDashboard() : undefined,
      )
      expect([reply.status, reply.body]).toEqual([404, { errors: [`Dashboard with ID ${id} not found`] }])
    }
  })

  it('in bulk can be taken back in bulk', async () => {
    const client = await startClient()
    const before = await create(client)
    const body = { data: [{ id: before.id!, type: 'dashboard' }] }
    expect((await client.call('DELETE', '/api/v1/dashboard', body)).status).toBe(204)
    expect((await client.call('GET', `/api/v1/dashboard/${before.id}`)).status).toBe(404)
    expect((await client.call('PATCH', '/api/v1/dashboard', body)).status).toBe(204)
    expect(await client.done('GET', `/api/v1/dashboard/${before.id}`)).toEqual(before)
  })

  it('in bulk deletes nothing when one id is unknown', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const body = {
      data: [
        { id: id!, type: 'dashboard' },
        { id: 'abc-abc-abc', type: 'dashboard' },
      ],
    }
    expect((await client.call('DELETE', '/api/v1/dashboard', body)).status).toBe(404)
    expect((await client.call('GET', `/api/v1/dashboard/${id}`)).status).toBe(200)
  })
})

describe('changing a dashboard that is not there', () => {
  it.each([
    [{ layout_type: '' }, 400, "Value of parameter 'layout_type' should be any of these ['ordered', 'free']"],
    [{}, 404, 'Dashboard with ID abc-123-def not found'],
  ])('with %j answers %i', async (changes, status, text) => {
    const path = '/api/v1/dashboard/abc-123-def'
    const reply = await (await startClient()).call('PUT', path, noteDashboard(changes))
    expect([reply.status, reply.body]).toEqual([status, { errors: [text] }])
  })
})

describe('sharing a dashboard', () => {
  it('gives a token until it is ended', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const body = {
      dashboard_id: id!,
      dashboard_type: 'custom_timeboard',
      share_type: 'invite',
      share_list: ['a@x.example'],
    }
    const shared = await client.done('POST', '/api/v1/dashboard/public', body)
    expect(shared).toMatchObject({
      status: 'active',
      share_type: 'invite',
      share_list: ['user@sandbox.example', 'a@x.example'],
      invitees: [{ email: 'user@sandbox.example' }, { email: 'a@x.example' }],
      session_duration_in_days: 30,
    })
    const path = `/api/v1/dashboard/public/${shared.token}`
    expect(await client.done('GET', path)).toEqual(shared)
    expect(await client.done('GET', `${path}/invitation`)).toEqual({
      data: [],
      meta: { page: { total_count: 0 } },
    })
    expect(await client.done('PUT', path, { share_type: 'open', share_list: [] })).toMatchObject({
      share_list: [],
      invitees: [],
      session_duration_in_days: 30,
    })
    expect(shared.token).toMatch(/^[a-z0-9]{16}-[0-9a-f]{32}$/)
    expect(await client.done('DELETE', path)).toEqual({ deleted_public_dashboard_token: shared.token })
    expect((await client.call('GET', path)).status).toBe(404)
  })

  it('needs an existing dashboard', async () => {
    const body = { dashboard_id: 'abc-123-def', dashboard_type: 'custom_timeboard' }
    const reply = await (await startClient()).call('POST', '/api/v1/dashboard/public', body)
    expect([reply.status, reply.body]).toEqual([404, { errors: ['custom_timeboard abc-123-def not found'] }])
  })
})

describe('the usage of dashboards', () => {
  it('counts widgets and no views', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const { data } = await client.done('GET', `/api/v2/dashboards/${id}/usage`)
    expect(data).toMatchObject({ id, attributes: { total_views: 0, widget_count_by_type: { note: 1 } } })
    expect((await client.done('GET', '/api/v2/dashboards/usage')).data).toHaveLength(1)
    expect((await client.call('GET', '/api/v2/dashboards/usage?page[limit]=501')).status).toBe(400)
  })
})
