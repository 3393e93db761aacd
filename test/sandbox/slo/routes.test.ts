import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/sandbox/json.js'
import { type Client, metricMonitor, metricSlo, startClient } from '../harness.js'

async function create(client: Client, changes: JsonObject = {}): Promise<JsonObject> {
  const { data } = await client.done('POST', '/api/v1/slo', metricSlo(changes))
  return (data as [JsonObject])[0]
}

async function refusalOf(client: Client, body: JsonObject): Promise<Json | undefined> {
  const reply = await client.call('POST', '/api/v1/slo', body)
  return reply.status === 400 ? (reply.body as { errors: Json[] }).errors[0] : undefined
}

describe('creating an SLO', () => {
  it('answers with the body and what the server adds', async () => {
    const client = await startClient({ clock: () => new Date('2026-05-02T03:04:05.600Z') })
    const reply = await client.call('POST', '/api/v1/slo', metricSlo())
    const now = Date.parse('2026-05-02T03:04:05Z') / 1000
    expect([reply.status, reply.body]).toEqual([
      200,
      {
        data: [
          {
            ...metricSlo(),
            id: expect.stringMatching(/^[0-9a-f]{32}$/),
            type_id: 1,
            description: '',
            monitor_tags: [],
            thresholds: [{ timeframe: '7d', target: 99, target_display: '99.' }],
            timeframe: '7d',
            target_threshold: 99,
            sli_specification: {
              count: {
                queries: [
                  { data_source: 'metrics', name: 'query1', query: 'sum:api.ok{*}.as_count()' },
                  { data_source: 'metrics', name: 'query2', query: 'sum:api.all{*}.as_count()' },
                ],
                good_events_formula: { formula: 'query1' },
                total_events_formula: { formula: 'query2' },
              },
            },
            creator: { name: 'Sandbox User', handle: 'user@sandbox.example', email: 'user@sandbox.example' },
            created_at: now,
            modified_at: now,
          },
        ],
        error: null,
      },
    ])
    expect(reply.text).toContain('"target":99.0,"target_display":"99."')
  })

  it('rewrites displays and copies the primary window', async () => {
    const thresholds = [
      { timeframe: '30d', target: 99.5, target_display: '99.50', warning: 99.9, warning_display: 'x' },
      { timeframe: '7d', target: 97, target_display: '97.0' },
    ]
    const slo = await create(await startClient(), { thresholds })
    expect(slo).toMatchObject({ timeframe: '30d', target_threshold: 99.5, warning_threshold: 99.9 })
    expect(slo.thresholds).toEqual([
      { timeframe: '30d', target: 99.5, target_display: '99.5', warning: 99.9, warning_display: '99.9' },
      { timeframe: '7d', target: 97, target_display: '97.' },
    ])
  })

  it('derives the query from a count specification', async () => {
    const query = (name: string, metric: string) => ({
      name,
      data_source: 'metrics',
      query: `sum:${metric}{*}.as_count()`,
    })
    const count = {
      queries: [query('query1', 'ok'), query('query2', 'failed')],
      good_events_formula: { formula: 'query1' },
      bad_events_formula: { formula: 'query2' },
    }
    const slo = await create(await startClient(), { query: null, sli_specification: { count } })
    expect(slo.query).toEqual({
      numerator: 'sum:ok{*}.as_count()',
      denominator: '(sum:ok{*}.as_count()) + (sum:failed{*}.as_count())',
    })
    expect(slo.sli_specification).toEqual({ count })
  })

  it('gives time slices five minutes by default', async () => {
    const time_slice = { query: { formulas: [{ formula: 'q' }], queries: [] }, comparator: '>', threshold: 5 }
    const slo = await create(await startClient(), {
      type: 'time_slice',
      query: null,
      sli_specification: { time_slice },
    })
    expect(slo).toMatchObject({
      type_id: 2,
      sli_specification: { time_slice: { query_interval_seconds: 300 } },
    })
  })

  it('of monitors has no tags of theirs yet, and leaves query and specification out', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const slo = await create(client, { type: 'monitor', query: null, monitor_ids: [id!] })
    expect(slo).toMatchObject({ type_id: 0, monitor_ids: [id], monitor_tags: [] })
    expect(slo).not.toHaveProperty('query')
    expect(slo).not.toHaveProperty('sli_specification')
  })

  it.each<[string, JsonObject, string]>([
    ['without monitors', { type: 'monitor' }, 'must specify monitor_ids'],
    ['without a query', { query: null }, 'must specify the query for count types'],
    ['of an unknown type', { type: 'constructor' }, "unknown SLO type 'constructor'"],
    ['without a name', { name: ' ', type: '' }, "Minimum length of parameter 'name' should be 1"],
    ['without thresholds', { thresholds: [] }, 'must specify at least one threshold'],
    [
      'for no timeframe',
      { thresholds: [{ timeframe: '1d', target: 99 }] },
      "The timeframe is incorrect: '1d' is not one of 7d, 30d, 90d",
    ],
    [
      'with one timeframe twice',
      {
        thresholds: [
          { timeframe: '7d', target: 9 },
          { timeframe: '7d', target: 8 },
        ],
      },
      'thresholds must have different timeframes',
    ],
    [
      'with a target of 100',
      { thresholds: [{ timeframe: '7d', target: 100 }] },
      'The target is incorrect: target must be a positive number between (0.0, 100.0)',
    ],
    [
      'with a warning below the target',
      { thresholds: [{ timeframe: '7d', target: 99, warning: 98 }] },
      'The warning is incorrect: warning must be a number between (target, 100.0)',
    ],
  ])('%s is refused', async (_name, changes, text) => {
    expect(await refusalOf(await startClient(), metricSlo(changes))).toBe(`Invalid payload: ${text}`)
  })
})

describe('tags of an SLO', () => {
  it('come back in another order from one read to the next, but always all of them', async () => {
    const client = await startClient()
    const tags = ['a', 'b', 'c', 'd', 'e']
    const { id } = await create(client, { tags })
    const orders = new Set<string>()
    for (let read = 0; read < 10; read += 1) {
      const { data } = await client.done('GET', `/api/v1/slo/${id}`)
      const shown = (data as { tags: string[] }).tags
      expect(shown.toSorted()).toEqual(tags)
      orders.add(shown.join())
    }
    expect(orders.size).toBeGreaterThan(1)
  })
})

describe('changing an SLO', () => {
  it('replaces everything but its id, creator and time of creation', async () => {
    let now = 1_700_000_000
    const client = await startClient({ clock: () => new Date(now * 1000) })
    const before = await create(client, { description: 'old', groups: ['env:test'] })
    now += 60
    const reply = await client.done('PUT', `/api/v1/slo/${before.id}`, metricSlo({ name: 'New', tags: [] }))
    const after = (reply.data as [JsonObject])[0]
    expect(after).toMatchObject({
      id: before.id,
      name: 'New',
      tags: [],
      description: '',
      created_at: now - 60,
      modified_at: now,
    })
    expect(after).not.toHaveProperty('groups')
  })

  it('judges the body by the type that the SLO has', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const reply = await client.call('PUT', `/api/v1/slo/${id}`, {
      ...metricSlo({ type: 'monitor' }),
      query: null,
    })
    expect([reply.status, reply.body]).toEqual([
      400,
      { errors: ['Invalid payload: must specify the query for count types'] },
    ])
  })
})

describe('listing SLOs', () => {
  async function startWithThree() {
    const client = await startClient()
    const slos = [
      await create(client, { name: 'Alpha', tags: ['team:a'] }),
      await create(client, { name: 'Beta', tags: ['team:b', 'x'] }),
      await create(client, { name: 'Gamma', query: { numerator: 'sum:g{*}', denominator: 'sum:h{*}' } }),
    ]
    return { client, ids: slos.map(slo => slo.id) }
  }

  it.each([
    ['', ['Alpha', 'Beta', 'Gamma']],
    ['?limit=2', ['Alpha', 'Beta']],
    ['?limit=2&offset=2', ['Gamma']],
    ['?query=bet', ['Beta']],
    ['?tags_query=team:b', ['Beta']],
    ['?tags_query=team:b%20AND%20x', ['Beta']],
    ['?metrics_query=sum:g', ['Gamma']],
  ])('with %j gives %j', async (query, expected) => {
    const { client } = await startWithThree()
    const list = await client.done('GET', `/api/v1/slo${query}`)
    expect((list.data as JsonObject[]).map(slo => slo.name)).toEqual(expected)
    expect(list.metadata).toMatchObject({ page: { total_count: 3 } })
  })

  it('by ids has no metadata and leaves unknown ids out', async () => {
    const { client, ids } = await startWithThree()
    const list = await client.done('GET', `/api/v1/slo?ids=${ids[2]},${ids[0]},nothing`)
    expect((list.data as JsonObject[]).map(slo => slo.name)).toEqual(['Gamma', 'Alpha'])
    expect(list).not.toHaveProperty('metadata')
  })

  it('search has a shape of its own', async () => {
    const { client } = await startWithThree()
    const found = await client.done('GET', '/api/v1/slo/search?query=beta&page[size]=5&include_facets=true')
    expect(found).toMatchObject({
      data: {
        type: 'service_level_objective_search_results',
        attributes: {
          slos: [
            {
              data: {
                type: 'slo',
                attributes: {
                  name: 'Beta',
                  slo_type: 'metric',
                  team_tags: ['team:b'],
                  thresholds: [{ target_display: '99', warning: null, warning_display: null }],
                },
              },
            },
          ],
          facets: { slo_type: [{ name: 'metric', count: 1 }] },
        },
      },
      meta: { pagination: { number: 0, size: 5, total: 1 } },
    })
  })
})

describe('deleting SLOs', () => {
  const board = (id: Json | undefined) => ({
    title: 'x',
    layout_type: 'ordered',
    widgets: [
      {
        definition: {
          type: 'group',
          layout_type: 'ordered',
          widgets: [{ definition: { type: 'slo', slo_id: id! } }],
        },
      },
    ],
  })

  it('answers with the id, and the SLO is gone', async () => {
    const client = await startClient()
    const { id } = await create(client)
    expect(await client.done('DELETE', `/api/v1/slo/${id}`)).toEqual({ data: [id], error: null })
    const reply = await client.call('GET', `/api/v1/slo/${id}`)
    expect([reply.status, reply.body]).toEqual([404, { errors: [`SLO not found: ${id} not found`] }])
  })

  it('is refused while a dashboard or an alert uses it, unless forced', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const dashboard = await client.done('POST', '/api/v1/dashboard', board(id))
    const alert = { type: 'slo alert', name: 'a', query: `error_budget("${id}").over("7d") > 75` }
    const monitor = await client.done('POST', '/api/v1/monitor', alert)
    const why = `SLO [${id},API answers] is referenced in dashboards: ${dashboard.id}; monitors: ${monitor.id}`
    const reply = await client.call('DELETE', `/api/v1/slo/${id}`)
    expect([reply.status, reply.body]).toEqual([409, { data: [], errors: { [String(id)]: why } }])
    const asked = await client.call('GET', `/api/v1/slo/can_delete?ids=${id}`)
    expect([asked.status, asked.body]).toEqual([
      409,
      { data: { ok: [], denied_ids: [id] }, errors: { [String(id)]: why } },
    ])
    expect((await client.call('DELETE', `/api/v1/slo/${id}?force=true`)).status).toBe(200)
  })

  it('can be asked about beforehand', async () => {
    const client = await startClient()
    const { id } = await create(client)
    expect(await client.done('GET', `/api/v1/slo/can_delete?ids=${id}`)).toEqual({
      data: { ok: [id], denied_ids: [] },
      errors: null,
    })
  })

  it('in bulk takes timeframes away, and the SLO with the last of them', async () => {
    const client = await startClient()
    const thresholds = [
      { timeframe: '7d', target: 99 },
      { timeframe: '30d', target: 98 },
    ]
    const [kept, gone] = [await create(client, { thresholds }), await create(client)]
    const body = { [String(kept.id)]: ['7d'], [String(gone.id)]: ['7d'], nothing: ['7d'] }
    expect(await client.done('POST', '/api/v1/slo/bulk_delete', body)).toMatchObject({
      data: { deleted: [gone.id], updated: [kept.id] },
      errors: [{ id: 'nothing' }],
    })
    const { data } = await client.done('GET', `/api/v1/slo/${kept.id}`)
    expect(data).toMatchObject({ thresholds: [{ timeframe: '30d' }] })
  })
})

describe('reading an SLO', () => {
  it('names its alerts when asked', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const alert = { type: 'slo alert', name: 'a', query: `error_budget("${id}").over("7d") > 75` }
    const monitor = await client.done('POST', '/api/v1/monitor', alert)
    const { data } = await client.done('GET', `/api/v1/slo/${id}?with_configured_alert_ids=true`)
    expect(data).toMatchObject({ configured_alert_ids: [monitor.id] })
  })

  it.each([
    ['GET', '/slo?ids=a,a', 400, "All items in parameter 'True' must be unique"],
    ['GET', '/slo?ids=a,b', 404, "no SLOs found for ids: ['a', 'b'] not found"],
    ['GET', '/slo/can_delete', 400, "The value provided for parameter 'ids are required' is invalid"],
    ['POST', '/slo/bulk_delete', 400, "'1' is invalid"],
    ['PUT', '/slo/a', 400, "Invalid payload: Minimum length of parameter 'name' should be 1"],
    ['GET', '/slo/a/history?from_ts=1&to_ts=2', 404, 'SLO ID: a not found'],
  ])('%s %s is refused with %i', async (method, path, status, text) => {
    const body = method === 'GET' ? undefined : {}
    const reply = await (await startClient()).call(method, `/api/v1${path}`, body)
    expect([reply.status, reply.body]).toEqual([status, { errors: [text] }])
  })

  it('of monitors has a history that says only that there are no results', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const slo = await create(client, { type: 'monitor', query: null, monitor_ids: [id!] })
    const { data } = await client.done('GET', `/api/v1/slo/${slo.id}/history?from_ts=100&to_ts=200`)
    expect(data).toMatchObject({
      overall: { errors: [{ error_type: 'NO_RESULTS' }], precision: { custom: 0, '7d': 2 } },
    })
    expect(data).not.toHaveProperty('series')
  })

  it('gives a history of zeros', async () => {
    const client = await startClient()
    const { id } = await create(client)
    const { data } = await client.done('GET', `/api/v1/slo/${id}/history?from_ts=7000&to_ts=14500`)
    expect(data).toMatchObject({
      from_ts: 7000,
      to_ts: 14_500,
      thresholds: { '7d': { target: 99 } },
      overall: { sli_value: null, state: 'no_data' },
      series: {
        times: [6_900_000, 7_200_000, 14_400_000],
        interval: 7200,
        numerator: { values: [0, 0, 0], metadata: { metric: 'default_zero(api.ok)', scope: '*' } },
        query: 'default_zero(sum:api.ok{*}.as_count()), default_zero(sum:api.all{*}.as_count())',
        resp_version: 2,
      },
    })
    const backwards = await client.call('GET', `/api/v1/slo/${id}/history?from_ts=200&to_ts=100`)
    const text = 'The timeframe is incorrect: invalid from 200 or to 100 timestamp'
    expect([backwards.status, backwards.body]).toEqual([400, { errors: [text] }])
  })
})
