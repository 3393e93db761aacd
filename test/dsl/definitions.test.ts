import { describe, expect, it } from 'vitest'
import { isAcceptable } from '../../src/diagnostic/index.js'
import { addressOf, referencesOf } from '../../src/model/index.js'
import { parseMessage, parseMonitorQuery } from '../../src/query/index.js'
import { resourcesOf } from './repository-definitions.js'

const files = ['monitors/containers.ts', 'monitors/api.ts', 'slos/api.ts', 'dashboards/api.ts'] as const

describe('the repository’s own definitions', () => {
  it.each(files)('%s compiles to queries and messages that can be read', async file => {
    for (const { definition } of await resourcesOf(file)) {
      if (typeof definition.query !== 'string') continue
      expect(
        isAcceptable(parseMonitorQuery(definition.query, { type: String(definition.type) }).diagnostics),
      ).toBe(true)
      expect(isAcceptable(parseMessage(String(definition.message ?? '')).diagnostics)).toBe(true)
    }
  })

  it('refer to each other only where the other exists', async () => {
    const resources = []
    for (const file of files) resources.push(...(await resourcesOf(file)))
    const addresses = new Set(resources.map(addressOf))
    const references = resources.flatMap(referencesOf).map(addressOf)
    expect(references).toContain('slo.api-availability')
    expect(references).toContain('monitor.api-latency')
    expect(references.filter(address => !addresses.has(address))).toEqual([])
  })

  it('cover what people start from', async () => {
    const monitors = await resourcesOf('monitors/api.ts')
    expect(monitors.map(({ definition }) => definition.type)).toEqual([
      'query alert',
      'log alert',
      'service check',
      'composite',
    ])
    const slos = await resourcesOf('slos/api.ts')
    expect(slos.map(addressOf)).toEqual([
      'slo.api-availability',
      'monitor.api-availability-burn-1h',
      'monitor.api-availability-burn-6h',
      'monitor.api-availability-burn-24h',
    ])
    const [board] = (await resourcesOf('dashboards/api.ts')).filter(({ kind }) => kind === 'dashboard')
    const types = JSON.stringify(board?.definition).match(/"type":"\w+"/g)
    for (const type of ['group', 'timeseries', 'query_value', 'slo', 'alert_graph']) {
      expect(types).toContain(`"type":"${type}"`)
    }
  })
})
