import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/sandbox/json.js'
import { isObject } from '../../src/sandbox/json.js'
import { type Client, metricMonitor, metricSlo, noteDashboard, startClient } from './harness.js'

const on = (day: string) => startClient({ clock: () => new Date(`${day}T12:00:00Z`) })

async function answered(client: Client, method: string, path: string, body?: Json): Promise<string[]> {
  const reply = await client.done(method, path, body)
  const shown = Array.isArray(reply.data) ? reply.data[0] : reply
  return isObject(shown) ? Object.keys(shown) : []
}

describe('an account shows the fields of its day', () => {
  it.each<[string, string, Json, string, string, string]>([
    ['restriction_policy', '/monitor', metricMonitor(), 'restriction_policy', '2023-06-16', '2024-10-10'],
    ['draft_status', '/monitor', metricMonitor(), 'draft_status', '2025-04-15', '2025-05-14'],
    ['assets', '/monitor', metricMonitor(), 'assets', '2025-05-14', '2025-11-21'],
    ['the first timeframe', '/slo', metricSlo(), 'timeframe', '2022-11-17', '2023-02-14'],
    ['the count of a query', '/slo', metricSlo(), 'sli_specification', '2025-04-17', '2026-02-05'],
  ])('%s came', async (_name, path, body, field, before, after) => {
    expect(await answered(await on(before), 'POST', `/api/v1${path}`, body)).not.toContain(field)
    expect(await answered(await on(after), 'POST', `/api/v1${path}`, body)).toContain(field)
  })

  it('rules of corrections, what mutes recoveries, and empty roles of dashboards came', async () => {
    const fieldsOn = async (day: string) => {
      const client = await on(day)
      const made = await client.done('POST', '/api/v1/slo', metricSlo())
      const slo = (made.data as { id: string }[])[0]!.id
      const attributes = { slo_id: slo, category: 'Other', start: 1, end: 2 }
      const { data } = await client.done('POST', '/api/v1/slo/correction', { data: { attributes } })
      return [
        Object.hasOwn((data as { attributes: object }).attributes, 'rrule'),
        Object.hasOwn(
          await client.done('POST', '/api/v1/downtime', { scope: ['*'] }),
          'mute_first_recovery_notification',
        ),
        Object.hasOwn(await client.done('POST', '/api/v1/dashboard', noteDashboard()), 'restricted_roles'),
      ]
    }
    expect(await fieldsOn('2020-04-10')).toEqual([false, false, false])
    expect(await fieldsOn('2022-04-21')).toEqual([true, true, true])
  })

  it('is_read_only of a dashboard was the one that was sent', async () => {
    const sent = noteDashboard({ is_read_only: true })
    expect(await (await on('2020-06-15')).done('POST', '/api/v1/dashboard', sent)).toMatchObject({
      is_read_only: true,
    })
    expect(await answered(await on('2026-06-15'), 'POST', '/api/v1/dashboard', sent)).not.toContain(
      'is_read_only',
    )
  })

  it('is_read_only of a dashboard went, and was never there beside roles', async () => {
    const made = async (day: string, changes = {}) =>
      answered(await on(day), 'POST', '/api/v1/dashboard', noteDashboard(changes))
    expect(await made('2025-05-23')).toContain('is_read_only')
    expect(await made('2025-05-23', { restricted_roles: ['a'] })).not.toContain('is_read_only')
    expect(await made('2025-06-30')).not.toContain('is_read_only')
  })

  it('locked was a default of options once', async () => {
    const optionsOn = async (day: string) =>
      (await (await on(day)).done('POST', '/api/v1/monitor', metricMonitor())).options
    expect(await optionsOn('2022-01-06')).toMatchObject({ locked: false })
    expect(await optionsOn('2022-03-22')).not.toHaveProperty('locked')
  })

  it('reads without with_assets showed an empty list for some weeks', async () => {
    const assets = [{ name: 'Runbook', url: 'https://example.com', category: 'runbook' }]
    const readOn = async (day: string, query: string) => {
      const client = await on(day)
      const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor({ assets }))
      return (await client.done('GET', `/api/v1/monitor/${id}${query}`)).assets
    }
    expect(await readOn('2025-12-11', '')).toEqual([])
    expect(await readOn('2025-12-11', '?with_assets=true')).toMatchObject(assets)
    expect(await readOn('2026-02-01', '')).toBeUndefined()
  })
})

describe('a client', () => {
  it('gets an empty list of roles, unless it is the Terraform provider', async () => {
    const client = await startClient()
    const as = async (name: string) =>
      (await client.call('POST', '/api/v1/dashboard', noteDashboard(), { 'user-agent': name })).body
    expect(await as('datadog-api-client-python/2.40.0')).toMatchObject({ restricted_roles: [] })
    expect(await as('terraform-provider-datadog/3.70.0')).not.toHaveProperty('restricted_roles')
  })
})
