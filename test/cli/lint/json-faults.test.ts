import { afterAll, describe, expect, it } from 'vitest'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)

const monitor = {
  name: 'Load is high',
  type: 'query alert',
  query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
  message: '{{#is_alert}}Load of {{host.name}} is {{value}}.{{/is_alert}} @slack-sre',
  tags: ['team:sre'],
  priority: 3,
}
const options = { thresholds: { critical: 4, critical_recovery: 3 } }
const timeseries = (request: object) => ({
  type: 'timeseries',
  title: 'Load',
  requests: [{ q: 'avg:system.load.1{*}', ...request }],
})
const dashboard = (definition: object) => ({
  title: 'Load',
  layout_type: 'ordered',
  widgets: [{ definition }],
})

/** What lint says beyond advice: `place severity rule`. */
async function findings(definition: object): Promise<string[]> {
  const folder = projectFolder({ 'a.json': JSON.stringify(definition, null, 2) })
  const { stdout } = await dogma(['lint', 'a.json', '--format', 'json'], { folder })
  const found: { place: string; severity: string; rule: string }[] = JSON.parse(stdout).findings
  return found
    .filter(({ severity }) => severity !== 'info')
    .map(({ place, severity, rule }) => `${place} ${severity} ${rule}`)
}

describe('JSON that is not as the schema says', () => {
  it.each<[string, object, string[]]>([
    [
      'a duration in words',
      { ...monitor, options: { ...options, renotify_interval: '1h' } },
      ['a.json:15:26 error schema/type'],
    ],
    [
      'a priority with its letter',
      { ...monitor, priority: 'P3', options },
      ['a.json:9:15 error schema/type'],
    ],
    [
      'a display that is misspelt',
      dashboard(timeseries({ display_type: 'lines' })),
      ['a.json:12:29 error schema/enum'],
    ],
    [
      'a word that may be newer than the schema',
      dashboard({ ...timeseries({}), time: { live_span: '2h' } }),
      ['a.json:15:24 warning schema/enum'],
    ],
    [
      'a number as text, which accounts take',
      { ...monitor, options: { ...options, evaluation_delay: '900' } },
      ['a.json:15:25 warning schema/type'],
    ],
    ['a note without words', dashboard({ type: 'note' }), ['a.json:6:21 error schema/required']],
  ])('is told for %s, at its place', async (_, definition, expected) => {
    expect(await findings(definition)).toEqual(expected)
  })

  it('is told by the rule alone where one looks at the same place', async () => {
    const found = await findings({ ...monitor, options: { ...options, on_missing_data: 'resolved' } })
    expect(found).toEqual(['a.json:15:24 error nodata/value'])
  })

  it.each<[string, object]>([
    ['a monitor', { ...monitor, options }],
    ['what only accounts write', { ...monitor, options, id: 12, multi: true, overall_state: 'OK', fresh: 1 }],
    ['nothing as text', { ...monitor, options: { ...options, evaluation_delay: '' } }],
    ['a dashboard', dashboard(timeseries({ display_type: 'line' }))],
  ])('is not told of %s', async (_, definition) => {
    expect(await findings(definition)).toEqual([])
  })
})
