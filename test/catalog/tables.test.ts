import { describe, expect, it } from 'vitest'
import {
  burnRates,
  channelNamed,
  channels,
  conditionals,
  defaultSpaceAggregator,
  eventMethods,
  eventVariables,
  isMetricType,
  isMonitorType,
  isPercentile,
  metricNamed,
  metrics,
  monitorOptionNames,
  monitorTypeNamed,
  monitorTypeNames,
  optionApplies,
  optionNamed,
  querySteps,
  siteNames,
  sites,
  sloAlertLimits,
  sloTimeframes,
  spaceAggregators,
  stepNamed,
  typesForSource,
  widgetNamed,
  widgets,
  widgetTypes,
  windowSeconds,
} from '../../src/catalog/index.js'

const docs = /^https:\/\/docs\.datadoghq\.com\/[a-z0-9_/#-]+$/

describe('monitor types', () => {
  it('are the 23 of the API', () => expect(monitorTypeNames).toHaveLength(23))

  it.each(monitorTypeNames)('%s names its documentation', type => {
    expect(monitorTypeNamed(type)?.source).toMatch(docs)
  })

  it.each(monitorTypeNames)('%s has source words exactly when its grammar starts with one', type => {
    const facts = monitorTypeNamed(type)!
    expect(facts.sources.length > 0).toBe(['event', 'formula', 'slo'].includes(facts.language))
  })

  it.each([
    ['logs', ['log alert']],
    ['events', ['event-v2 alert', 'event alert']],
    ['error-tracking-rum', ['error-tracking alert']],
    ['burn_rate', ['slo alert']],
    ['log', []],
  ])('the source %s belongs to %j', (source, types) => expect(typesForSource(source)).toEqual(types))

  it.each([
    ['query alert', true],
    ['metric alert', true],
    ['log alert', false],
  ])('%s is a metric type: %s', (type, metric) => expect(isMetricType(type)).toBe(metric))

  it('does not take a member of every object for a type', () => {
    expect(isMonitorType('constructor')).toBe(false)
    expect(monitorTypeNamed('datadog-usage alert')).toBeUndefined()
  })

  it('lets only kinds of monitors with an uptime back an SLO', () => {
    const backing = monitorTypeNames.filter(type => monitorTypeNamed(type)?.canBackSlo)
    expect(backing).toEqual(['metric alert', 'query alert', 'service check', 'synthetics alert'])
  })
})

describe('options', () => {
  it.each(monitorOptionNames)('%s conflicts only with options that know of it or are known', name => {
    for (const other of optionNamed(name)?.conflicts ?? []) expect(optionNamed(other), other).toBeDefined()
    const needed = optionNamed(name)?.needs
    if (needed !== undefined) expect(optionNamed(needed), needed).toBeDefined()
  })

  it.each([
    ['on_missing_data', 'composite', false],
    ['on_missing_data', 'log alert', true],
    ['on_missing_data', 'query alert', true],
    ['notify_no_data', 'log alert', false],
    ['notify_no_data', 'service check', true],
    ['enable_logs_sample', 'query alert', false],
    ['threshold_windows', 'query alert', true],
    ['timeout_h', 'composite', true],
    ['an_option_of_tomorrow', 'composite', true],
    ['on_missing_data', 'a type of tomorrow', true],
  ])('%s applies to %s: %s', (option, type, applies) => expect(optionApplies(option, type)).toBe(applies))
})

describe('windows', () => {
  it.each([
    ['last_5m', 300],
    ['next_1w', 604_800],
    ['current_1mo', 2_628_000],
    ['1d_ago', 86_400],
    ['90s', 90],
    ['last_m', undefined],
    ['5 m', undefined],
    ['', undefined],
  ])('%j are %s seconds', (text, seconds) => expect(windowSeconds(text)).toBe(seconds))
})

describe('aggregators', () => {
  it.each([
    ['p50', true],
    ['p99.9', true],
    ['p99.99', true],
    ['p999', false],
    ['p99.999', false],
    ['p', false],
    ['95', false],
  ])('%s is a percentile: %s', (name, yes) => expect(isPercentile(name)).toBe(yes))

  it('has the default among the aggregators', () => {
    expect(Object.keys(spaceAggregators)).toContain(defaultSpaceAggregator)
  })

  it('lets only count do without a measure', () => {
    const free = Object.entries(eventMethods).filter(([, facts]) => facts.measure === 'none')
    expect(free.map(([name]) => name)).toEqual(['count'])
  })
})

describe('SLO burn rates', () => {
  const rows = Object.entries(burnRates).flatMap(([timeframe, list]) =>
    list.map(row => ({ hours: sloTimeframes[timeframe as keyof typeof sloTimeframes].hours, ...row })),
  )

  it.each(rows)('$burnRate over $longWindow spends $consumed % of the budget', row => {
    const long = windowSeconds(row.longWindow)! / 3_600
    expect((row.burnRate * long * 100) / row.hours).toBeCloseTo(row.consumed, 6)
  })

  it.each(rows)('the short window $shortWindow is a twelfth of $longWindow', row => {
    expect(windowSeconds(row.shortWindow)).toBe(
      windowSeconds(row.longWindow)! * sloAlertLimits.shortWindowShare,
    )
  })
})

describe('messages', () => {
  it('has the 13 documented conditionals', () => expect(Object.keys(conditionals)).toHaveLength(13))

  it('ties event variables to monitor types that exist', () => {
    for (const type of Object.values(eventVariables).flat()) expect(isMonitorType(type), type).toBe(true)
  })

  it('knows who is woken up', () => {
    const paging = Object.keys(channels).filter(name => channelNamed(name)?.pages)
    expect(paging).toEqual(['pagerduty', 'opsgenie', 'victorops', 'oncall'])
    expect(channelNamed('carrier-pigeon')).toBeUndefined()
  })
})

describe('sites', () => {
  it('are nine', () => expect(siteNames).toHaveLength(9))
  it.each(siteNames)('%s has its API below its own domain', site => {
    expect(sites[site].api).toBe(`https://api.${site}`)
    expect(sites[site].app).toContain(site)
  })
})

describe('widgets', () => {
  it.each(widgetTypes)('%s names no field twice', type => {
    const fields = [...widgets[type].required, ...widgets[type].fields]
    expect(new Set(fields).size).toBe(fields.length)
  })

  it('does not take a member of every object for a widget', () => {
    expect(widgetNamed('toString')).toBeUndefined()
    expect(widgetNamed('timeseries')?.response).toBe('timeseries')
  })
})

describe('steps', () => {
  it.each([
    ['event', 'rollup', true],
    ['event', 'count_by_status', false],
    ['service-check', 'last', true],
    ['slo', 'constructor', false],
  ] as const)('%s queries have .%s(): %s', (language, name, has) => {
    expect(stepNamed(language, name) !== undefined).toBe(has)
  })

  it('allows at least as many arguments as it needs', () => {
    for (const steps of Object.values(querySteps)) {
      for (const [name, step] of Object.entries(steps)) {
        const { min, max } = step.arguments as { min: number; max?: number }
        expect(max ?? min, name).toBeGreaterThanOrEqual(min)
      }
    }
  })
})

describe('metrics', () => {
  it('say in both languages what they measure', () => {
    for (const [name, facts] of Object.entries(metrics)) {
      expect(facts.en, name).toMatch(/^[\x20-\x7e]+$/)
      expect(facts.ja, name).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
    }
  })

  it.each([
    ['trace.http.request.hits', 'count'],
    ['trace.http.request.errors', 'count'],
    ['trace.http.request.duration', 'gauge'],
    ['trace.servlet.request', 'distribution'],
    ['system.load.1', 'gauge'],
    ['my.own.metric', undefined],
    ['constructor', undefined],
  ])('%s is a %s', (name, type) => expect(metricNamed(name)?.type).toBe(type))
})
