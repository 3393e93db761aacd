import { describe, expect, it } from 'vitest'
import { generate } from '../../src/codegen/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { expectGolden } from '../golden.js'
import { dashboards, monitors, slos } from './definitions.js'
import { changesOf, resourceOf, textOf } from './generated.js'

const all: readonly JsonObject[] = [
  ...Object.values(monitors),
  ...Object.values(slos),
  ...Object.values(dashboards),
]

describe('compiling what generate wrote', () => {
  it.each([...Object.entries(monitors), ...Object.entries(slos), ...Object.entries(dashboards)])(
    'gives %s back',
    async (_, definition) => {
      expect(await changesOf(definition)).toEqual([])
    },
  )

  it('gives them all back when they refer to each other', async () => {
    expect(await changesOf(...all)).toEqual([])
  })
})

describe('the files', () => {
  it('read like a person wrote them', () => {
    for (const { path, text } of generate(all.map(resourceOf)).files) {
      expectGolden(`codegen/${path.replaceAll('/', '.')}.txt`, text)
    }
  })

  it('are grouped by service, else by team, and dashboards stand alone', () => {
    const tagged = (name: string, tags: readonly string[]) => resourceOf({ ...monitors.change, name, tags })
    const { files } = generate([
      tagged('a', ['team:sre', 'service:Payments API']),
      tagged('b', ['team:sre']),
      tagged('c', ['env:prod']),
      tagged('d', ['service:../../etc/passwd']),
      tagged('e', ['service:con']),
      resourceOf(dashboards.free),
      resourceOf({ ...dashboards.free, title: 'NUL' }),
    ])
    expect(files.map(({ path }) => path)).toEqual([
      'dashboards/free.ts',
      'dashboards/nul-.ts',
      'monitors/con-.ts',
      'monitors/etc-passwd.ts',
      'monitors/general.ts',
      'monitors/payments-api.ts',
      'monitors/sre.ts',
    ])
  })

  it('import what they refer to, one way only', () => {
    const { files } = generate(all.map(resourceOf))
    const composites = files.find(({ path }) => path.startsWith('monitors/composites/'))
    expect(composites?.text).toContain("import { errors } from '../api.js'")
    expect(composites?.text).toContain("import { loadOfHostNameIsHigh } from '../hosts.js'")
    expect(composites?.text).toContain('composite(and(loadOfHostNameIsHigh, not(errors)))')
    const slo = files.find(({ path }) => path === 'slos/api.ts')
    expect(slo?.text).toContain("errorBudget(apiAnswers, { over: '30d' }).above(75)")
    const board = files.find(({ path }) => path === 'dashboards/automatic.ts')
    expect(board?.text).toContain('monitorStatus(loadOfHostNameIsHigh)')
    expect(board?.text).toContain('sloWidget(apiAnswers)')
  })

  it('are the same bytes for the same definitions', () => {
    expect(textOf(...all)).toBe(textOf(...all))
  })
})

describe('names', () => {
  const named = (name: string) => resourceOf({ ...monitors.change, name })
  const keys = (...names: string[]) => generate(names.map(named)).resources.map(({ key }) => key)

  it('of equal titles do not collide', () => {
    expect(keys('Load', 'load!', 'LOAD', 'load 2')).toEqual(['load', 'load-3', 'load-4', 'load-2'])
  })

  it('never meet those that the project has', () => {
    const { resources } = generate(named('Load'), { taken: new Set(['monitor.load']) })
    expect(resources[0]?.key).toBe('load-2')
  })

  it.each([
    ['avg', 'sum', 'avgMonitor'],
    ['monitor', 'avg', 'monitorMonitor'],
    ['class', 'avg', 'classMonitor'],
    ['5xx', 'avg', '_5xx'],
    ['__proto__', 'avg', 'proto'],
  ])('of %s hides nothing', (name, aggregator, variable) => {
    const query = `avg(last_5m):avg:a{*} + ${aggregator}:b{*} > 4`
    const text = textOf({ type: 'query alert', name, query, options: { thresholds: { critical: 4 } } })
    expect(text).toContain(`export const ${variable} = monitor(`)
  })
})

describe('the counts', () => {
  it('tell what stands in Datadog’s own form', () => {
    const { raw } = generate(all.map(resourceOf))
    expect(raw.monitor).toEqual({ total: 26, whole: 2, fields: 3 })
    expect(raw.slo).toEqual({ total: 6, whole: 1, fields: 0 })
    expect(raw.dashboard).toEqual({ total: 5, whole: 0, fields: 2 })
    expect(raw.widget).toEqual({ total: 16, whole: 1, fields: 2 })
  })
})

describe('what the types of the builders refuse', () => {
  const shown = (type: string, request: JsonObject) =>
    textOf({ title: 'D', layout_type: 'ordered', widgets: [{ definition: { type, requests: [request] } }] })

  it('stands in Datadog’s own form: a format that compares nothing', () => {
    expect(shown('query_value', { q: 'avg:a{*}', conditional_formats: [{}] })).toContain(
      'extra: { conditional_formats: [{}] }',
    )
  })

  it('stands in Datadog’s own form: a request of two generations', () => {
    const queries = [{ name: 'a', data_source: 'metrics', query: 'avg:a{*}' }]
    expect(shown('timeseries', { q: 'avg:a{*}', queries })).toContain('raw({')
  })
})
