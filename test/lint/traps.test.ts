import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint/index.js'
import type { MonitorDefinition } from '../../src/model/index.js'
import { aMonitor } from './a-monitor.js'

/** What is found besides advice. */
function found(definition: Partial<MonitorDefinition>): string[] {
  return lint([aMonitor(definition)])
    .filter(finding => finding.severity !== 'info')
    .map(finding => finding.rule)
}

const windows = { trigger_window: 'last_15m', recovery_window: 'last_15m' }
const grouped = (keys: string) => `avg(last_5m):avg:system.load.1{env:prod} by {${keys}} > 4`
const logs = (by: string) =>
  `logs("service:api @http.method:GET").index("*").rollup("count").by("${by}").last("5m") > 4`

describe('what looks wrong and is not', () => {
  it.each<[string, Partial<MonitorDefinition>]>([
    [
      'an average over a count inside anomalies',
      {
        query:
          "avg(last_4h):anomalies(sum:api.hits{env:prod}.as_count(), 'agile', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 1",
        message: 'Unusual. @slack-sre',
        options: { thresholds: { critical: 1, critical_recovery: 0 }, threshold_windows: windows },
      },
    ],
    [
      'a check of every source, which accounts take without `.over(…)`',
      {
        type: 'service check',
        query: '"ntp.in_sync".by("host").last(2).count_by_status()',
        message: '{{host.name}} @slack-sre',
        options: { thresholds: { critical: 1, ok: 1 } },
      },
    ],
    [
      'a tag key that ends in `.name`, in brackets',
      { query: grouped('host.name'), message: '{{[host.name].name}} @slack-sre' },
    ],
    [
      'a handle that exists only inside a match',
      { message: '{{#is_match "host.name" "db"}}@slack-db{{/is_match}}' },
    ],
    ['a handle that is made from a tag', { message: 'High. @slack-{{host.name}}' }],
    ['a tag of the filter', { message: '{{env.name}} @slack-sre' }],
    ['a match on a tag without `.name`', { message: '{{#is_match "host" "db"}}a{{/is_match}} @slack-sre' }],
    ['a match on the value', { message: '{{#is_exact_match "value" "5"}}a{{/is_exact_match}} @slack-sre' }],
    [
      'asking whether a tag is empty',
      { message: '{{#is_exact_match "team.name" ""}}@slack-sre{{/is_exact_match}}' },
    ],
    [
      'metadata and tags of a host',
      { message: '{{host.ip}} {{host.metadata_platform}} {{host.role}} {{host.role.name}} @slack-sre' },
    ],
    [
      'metadata of a service',
      { query: grouped('service'), message: '{{service.team}} {{service.links[Runbook]}} @slack-sre' },
    ],
    [
      'metadata of a namespace',
      { query: grouped('kube_namespace'), message: '{{kube_namespace.cluster_name}} @slack-sre' },
    ],
    [
      'a facet with and without its sign, and fields of the event',
      {
        type: 'log alert',
        query: logs('@http.status_code'),
        message:
          '{{@http.status_code.name}} {{[@http.status_code].name}} {{log.attributes.[error.message]}} {{log.message}} @slack-sre',
        options: { thresholds: { critical: 4 } },
      },
    ],
    [
      'members of a composite by letter',
      { type: 'composite', query: '12 && 34', message: '{{a.value}} {{b.status}} @slack-sre', options: {} },
    ],
    ['a draft that tells nobody', { message: '', draft_status: 'draft' }],
    ['a threshold in another form', { query: grouped('host').replace('> 4', '> 4.0e0') }],
    ['a new line behind the head', { query: grouped('host').replace('5m):', '5m):\n  ') }],
    ['a block for all other states', { message: '{{^is_warning}}High.{{/is_warning}} @slack-sre' }],
    [
      'what the account adds by itself',
      { options: { thresholds: { critical: 4.0 }, new_host_delay: 300, silenced: {}, notify_audit: false } },
    ],
    [
      'a monitor of Synthetics, whose query is a word',
      { type: 'synthetics alert', query: 'no_query', options: {} },
    ],
  ])('%s', (_, definition) => {
    expect(found(definition)).toEqual([])
  })
})

describe('what looks right and is not', () => {
  it.each<[string, Partial<MonitorDefinition>, string[]]>([
    [
      'a host in a message of one line for all',
      { query: 'avg(last_5m):avg:system.load.1{env:prod} > 4' },
      ['message/variable-not-grouped'],
    ],
    [
      'a tag key that ends in `.name`, without brackets',
      { query: grouped('host.name'), message: '{{host.name}} @slack-sre' },
      ['message/dotted-key-brackets'],
    ],
    ['a mail address that is no handle', { message: 'Ask sre@example.com.' }, ['message/no-notification']],
    ['a handle in the name only', { name: 'High @slack-sre', message: 'High.' }, ['message/no-notification']],
  ])('%s', (_, definition, expected) => {
    expect(found(definition)).toEqual(expected)
  })
})

describe('what is one mistake', () => {
  it('a block without its sign: its end is not told as well, so both repairs never meet', () => {
    expect(found({ message: '{{is_alert}}High.{{/is_alert}} @slack-sre' })).toEqual(['message/missing-hash'])
  })
})

describe('what published definitions do', () => {
  it('a trace search over two indexes', () => {
    const query =
      'trace-analytics("env:prod").index("trace-search", "djm-search").rollup("count").by("service").last("5m") > 4'
    expect(found({ type: 'trace-analytics alert', query, message: '{{service.name}} @slack-sre' })).toEqual(
      [],
    )
  })

  it('a rollup by the month over a week of cost', () => {
    const cost = { name: 'cost', data_source: 'cloud_cost', query: 'sum:all.cost{*}.rollup(sum, monthly)' }
    const options = { thresholds: { critical: 4 }, variables: [cost] }
    expect(
      found({ type: 'cost alert', query: 'formula("cost").last("7d") > 4', message: '@slack-sre', options }),
    ).toEqual([])
  })

  const synthetics =
    '{{#is_alert}}{{#each synthetics.attributes.result.steps}}{{#if failure}}{{description}}{{/if}}{{/each}} @slack-web{{/is_alert}}{{#is_recovery}}Back. @slack-web{{/is_recovery}}'

  it('blocks of Handlebars in the message of a Synthetics test, which no other monitor has', () => {
    const test = { type: 'synthetics alert', query: 'no_query', options: {} }
    expect(found({ ...test, message: synthetics })).toEqual([])
    expect(found({ message: synthetics })).toContain('message/unknown-conditional')
  })
})
