import { describe, expect, it } from 'vitest'
import { startClient } from '../harness.js'

async function filled() {
  const client = await startClient()
  await client.done('POST', '/api/v1/monitor', {
    type: 'query alert',
    name: 'Errors',
    query: 'sum(last_5m):sum:checkout.errors{env:prod,!team:a} by {version}.as_count() > 4',
    message: '',
    options: { thresholds: { critical: 4 } },
  })
  await client.done('POST', '/api/v1/dashboard', {
    title: 'Latency',
    layout_type: 'ordered',
    widgets: [
      { definition: { type: 'timeseries', requests: [{ q: 'p95:checkout.latency{$env} by {host}' }] } },
    ],
  })
  return client
}

describe('the metrics of the account', () => {
  it('are those that its definitions name', async () => {
    const client = await filled()
    expect(await client.done('GET', '/api/v1/metrics?from=1')).toEqual({
      from: '1',
      metrics: ['checkout.errors', 'checkout.latency'],
    })
    expect((await client.call('GET', '/api/v1/metrics')).status).toBe(400)
  })

  it('have the type that their queries tell', async () => {
    const client = await filled()
    expect(await client.done('GET', '/api/v1/metrics/checkout.errors')).toMatchObject({
      type: 'count',
      unit: null,
    })
    expect(await client.done('GET', '/api/v1/metrics/checkout.latency')).toMatchObject({
      type: 'distribution',
    })
    expect((await client.call('GET', '/api/v1/metrics/none')).status).toBe(404)
  })

  it('have the tags that they are filtered and grouped by', async () => {
    const client = await filled()
    expect(await client.done('GET', '/api/v2/metrics/checkout.errors/all-tags')).toEqual({
      data: {
        id: 'checkout.errors',
        type: 'metrics',
        attributes: { tags: ['env:prod', 'team:a', 'version:*'] },
      },
    })
    expect((await client.call('GET', '/api/v2/metrics/none/all-tags')).status).toBe(404)
  })
})
