import { describe, expect, it } from 'vitest'
import { monitorTypeNames, monitorTypes, optionApplies } from '../../src/catalog/index.js'
import { generate } from '../../src/codegen/index.js'
import { isJsonObject, type JsonObject } from '../../src/model/index.js'
import { compiled } from '../types/compiler.js'
import { changesOf, resourceOf } from './generated.js'
import { readSchema, type Sample, samplesOf } from './schema-samples.js'

const schema = readSchema('monitor', {
  texts: {
    group_retention_duration: '1h',
    renotify_interval: '60',
    rrule: 'FREQ=DAILY;INTERVAL=1',
    start: '2026-01-01T09:00:00',
    timezone: 'UTC',
    'MonitorOptions.notify_by': 'host',
  },
  usual: ['MonitorOptionsCustomSchedule.recurrences', 'MonitorOptionsCustomScheduleRecurrence.rrule'],
  shallow: [],
  // What the condition owns has tests of its own, and what the account alone sets is never written.
  omitted: [
    'MonitorOptions.thresholds',
    'MonitorOptions.threshold_windows',
    'MonitorOptions.variables',
    'MonitorOptionsSchedulingOptions.evaluation_window',
  ],
})

const options = samplesOf(schema, 'MonitorOptions', 'options')
const optionNameOf = ({ place }: Sample) => place.split('.')[1]?.replace('[]', '') ?? ''

/** A query with groups of each type, as its builder gives it. */
const queries: Readonly<Record<string, string>> = {
  'metric alert': 'avg(last_5m):avg:a{*} by {host} > 1',
  'query alert': 'avg(last_5m):avg:a{*} by {host} > 1',
  'service check': '"a".over("*").by("host").last(4).count_by_status()',
  'process alert': 'processes("x").over("*").rollup("count").by("host").last("5m") > 1',
  'error-tracking alert': 'error-tracking("x").source("all").new().rollup("count").by("host").last("5m") > 1',
  'network-path alert': 'network-path("x").index("netpath-path").rollup("count").by("host").last("5m") > 1',
  'log alert': 'logs("x").index("*").rollup("count").by("host").last("5m") > 1',
}

const types = monitorTypeNames.flatMap(type => {
  const [source] = monitorTypes[type].sources
  const usual = source === undefined ? undefined : `${source}("x").rollup("count").by("host").last("5m") > 1`
  const query = queries[type] ?? (monitorTypes[type].language === 'event' ? usual : undefined)
  return query === undefined || type === 'event alert' ? [] : [{ type, query }]
})

function monitorsOf({ type, query }: { readonly type: string; readonly query: string }) {
  return options
    .filter(sample => optionApplies(optionNameOf(sample), type))
    .map(({ place, json }) => {
      const thresholds = type === 'service check' ? { critical: 3 } : { critical: 1 }
      const more = isJsonObject(json) ? json : {}
      const definition: JsonObject = { type, name: 'M', query, options: { ...more, thresholds } }
      return { place, definition }
    })
}

describe('the builders of monitors', () => {
  it.each(types)('can say every option and value that $type has', chosen => {
    const raw = monitorsOf(chosen).filter(({ definition }) => {
      const { whole, fields } = generate(resourceOf(definition)).raw.monitor
      return whole + fields > 0
    })
    expect(raw.map(({ place }) => place)).toEqual([])
  })

  it.each(types)('give every option of $type back', async chosen => {
    expect(await changesOf(...monitorsOf(chosen).map(({ definition }) => definition))).toEqual([])
  })

  it('take every option of every type under strict types', () => {
    const { files } = generate(types.flatMap(monitorsOf).map(({ definition }) => resourceOf(definition)))
    const head = /^import \{([^}]*)\} from 'dogma'$/m
    const text = files.map(file => file.text).join('\n')
    expect(compiled(head.exec(text)?.[1]?.match(/\w+/g) ?? [], [text.replace(head, '')]).errors).toEqual([])
  }, 120_000)
})
