import { afterAll, describe, expect, it } from 'vitest'
import { isTerraformPlan, terraformResources } from '../../../src/cli/lint/terraform.js'
import { monitorFromTerraform } from '../../../src/cli/lint/terraform-monitor.js'
import type { JsonObject } from '../../../src/model/index.js'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)

function resource(address: string, values: JsonObject, type = 'datadog_monitor'): JsonObject {
  return { address, mode: 'managed', type, values }
}

function change(address: string, after: JsonObject | null, unknown: JsonObject = {}): JsonObject {
  return { address, mode: 'managed', type: 'datadog_monitor', change: { after, after_unknown: unknown } }
}

const addresses = (plan: JsonObject) => terraformResources(plan).map(each => each.address)

describe('the resources of a Terraform plan', () => {
  it('are those of every module, each once', () => {
    const plan = {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [resource('datadog_monitor.a', {})],
          child_modules: [
            {
              resources: [resource('module.m.datadog_monitor.b["x"]', {})],
              child_modules: [{ resources: [resource('module.m.module.n.datadog_monitor.c', {})] }],
            },
          ],
        },
      },
      resource_changes: [
        change('datadog_monitor.a', {}),
        change('datadog_monitor.d', {}),
        change('datadog_monitor.gone', null),
      ],
    }
    expect(isTerraformPlan(plan)).toBe(true)
    expect(addresses(plan)).toEqual([
      'datadog_monitor.a',
      'module.m.datadog_monitor.b["x"]',
      'module.m.module.n.datadog_monitor.c',
      'datadog_monitor.d',
    ])
  })

  it('are those of a state, too, without data sources', () => {
    const data = { ...resource('data.datadog_monitor.found', {}), mode: 'data' }
    const state = {
      format_version: '1.0',
      values: { root_module: { resources: [resource('datadog_monitor.a', {}), data] } },
    }
    expect(addresses(state)).toEqual(['datadog_monitor.a'])
  })

  it.each([[null], [[]], [{}], [{ format_version: '1.2' }], [{ query: 'x', type: 'y' }]])(
    '%j is none',
    value => {
      expect(isTerraformPlan(value)).toBe(false)
    },
  )

  it.each([
    [{ planned_values: { root_module: null } }],
    [{ planned_values: { root_module: { resources: [null, 1, {}], child_modules: [null] } } }],
    [{ resource_changes: [null, {}, { change: null }] }],
  ])('odd contents are passed over: %j', plan => {
    expect(addresses({ format_version: '1.2', ...plan })).toEqual([])
  })
})

describe("a monitor in Terraform's form", () => {
  it('becomes the JSON that the provider sends', () => {
    const values = {
      id: '12',
      name: 'Load',
      type: 'query alert',
      query: 'avg(last_5m):avg:a{*} > 4',
      message: 'x',
      tags: ['team:sre'],
      priority: '2',
      escalation_message: '',
      force_delete: null,
      include_tags: true,
      monitor_thresholds: [{ critical: '4', warning: '3.5', ok: '', unknown: null, critical_recovery: '0' }],
      monitor_threshold_windows: [{ recovery_window: 'last_15m', trigger_window: 'last_15m' }],
      new_group_delay: 60,
      new_host_delay: 600,
      no_data_timeframe: null,
      notify_no_data: false,
      renotify_statuses: [],
      scheduling_options: [
        {
          custom_schedule: [{ recurrence: [{ rrule: 'FREQ=DAILY', start: '', timezone: 'UTC' }] }],
          evaluation_window: [],
        },
      ],
      timeout_h: 24,
      validate: true,
    }
    expect(monitorFromTerraform(values)).toEqual({
      name: 'Load',
      type: 'query alert',
      query: 'avg(last_5m):avg:a{*} > 4',
      message: 'x',
      tags: ['team:sre'],
      priority: 2,
      options: {
        include_tags: true,
        new_group_delay: 60,
        timeout_h: 24,
        thresholds: { critical: 4, warning: 3.5, critical_recovery: 0 },
        threshold_windows: { recovery_window: 'last_15m', trigger_window: 'last_15m' },
        scheduling_options: { custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY', timezone: 'UTC' }] } },
      },
    })
  })

  it('keeps the queries of a formula', () => {
    const event_query = {
      data_source: 'logs',
      name: 'a',
      indexes: ['*'],
      search: [{ query: 'status:error' }],
      compute: [{ aggregation: 'count', interval: null, metric: '' }],
      group_by: [
        { facet: 'service', limit: 10, sort: [{ aggregation: 'count', order: 'desc', metric: '' }] },
      ],
    }
    const { options } = monitorFromTerraform({ variables: [{ event_query: [event_query] }] })
    expect(options).toEqual({
      variables: [
        {
          data_source: 'logs',
          name: 'a',
          indexes: ['*'],
          search: { query: 'status:error' },
          compute: { aggregation: 'count' },
          group_by: [{ facet: 'service', limit: 10, sort: { aggregation: 'count', order: 'desc' } }],
        },
      ],
    })
  })

  it.each([
    ['the maps of an older provider', { thresholds: { critical: 4 } }, { thresholds: { critical: 4 } }],
    ['a delay of new hosts that somebody chose', { new_host_delay: 600 }, { new_host_delay: 600 }],
    ['not the delay that the provider fills in', { new_host_delay: 300 }, {}],
    [
      'the newer choice about missing data without the default of the older',
      { on_missing_data: 'resolve', notify_no_data: false },
      { on_missing_data: 'resolve' },
    ],
  ])('has %s', (_, values, options) => {
    expect(monitorFromTerraform(values).options).toEqual(options)
  })
})

describe('lint of a Terraform plan', () => {
  const good = {
    name: 'Load',
    type: 'query alert',
    query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
    message: 'Call @slack-sre',
    tags: ['team:sre'],
    priority: '3',
    monitor_thresholds: [{ critical: '4', critical_recovery: '3' }],
  }

  async function lintPlan(plan: JsonObject) {
    const folder = projectFolder({ 'plan.json': JSON.stringify({ format_version: '1.2', ...plan }) })
    const outcome = await dogma(['lint', 'plan.json', '--format', 'json'], { folder })
    const { checked, findings } = JSON.parse(outcome.stdout)
    return {
      exitCode: outcome.exitCode,
      checked,
      found: findings.map((finding: { place: string; rule: string }) => `${finding.place} ${finding.rule}`),
    }
  }

  const planned = (...resources: JsonObject[]) => ({ planned_values: { root_module: { resources } } })

  it('names the resource by its address', async () => {
    const query = 'avg(last_5m):avg:system.load.5{env:prod} by {host} > 4'
    const wrong = {
      ...good,
      name: 'Load 5',
      query,
      monitor_thresholds: [{ critical: '5', critical_recovery: '3' }],
    }
    const others = resource('aws_instance.x', {}, 'aws_instance')
    expect(
      await lintPlan(
        planned(resource('datadog_monitor.a', good), resource('datadog_monitor.b', wrong), others),
      ),
    ).toEqual({
      exitCode: 1,
      checked: 2,
      found: ['datadog_monitor.b threshold/mismatch'],
    })
  })

  it('reads the JSON inside of resources', async () => {
    const monitor = resource(
      'datadog_monitor_json.a',
      {
        monitor: JSON.stringify({
          ...good,
          name: 'A ',
          priority: 3,
          options: { thresholds: { critical: 4, critical_recovery: 3 } },
        }),
      },
      'datadog_monitor_json',
    )
    const board = resource(
      'datadog_dashboard_json.b',
      { dashboard: '{"title":"x","layout_type":"ordered","widgets":[]}' },
      'datadog_dashboard_json',
    )
    const broken = resource('datadog_dashboard_json.c', { dashboard: '{' }, 'datadog_dashboard_json')
    const { exitCode, checked, found } = await lintPlan(planned(monitor, board, broken))
    expect({ exitCode, checked }).toEqual({ exitCode: 1, checked: 2 })
    expect(found).toContain('datadog_monitor_json.a message/name-blank')
    expect(found).toContain('plan.json:1:1 definition/unreadable')
  })

  it('says nothing about what Terraform does not know yet', async () => {
    const plan = {
      ...planned(resource('datadog_monitor.a', { ...good, message: null })),
      resource_changes: [
        change('datadog_monitor.a', { ...good }, { message: true }),
        change('datadog_monitor.b', { ...good }, { query: true }),
      ],
    }
    expect(await lintPlan(plan)).toEqual({
      exitCode: 0,
      checked: 1,
      found: ['plan.json:1:1 definition/not-known'],
    })
  })

  it.each([
    ['of a threshold', { monitor_thresholds: [{ critical: true }] }, { monitor_thresholds: [] }],
    ['of the tags', { tags: [true] }, { tags: null }],
    ['of the priority', { priority: true }, { priority: null }],
    ['of the message', { message: true }, { message: null }],
  ])('does not miss what is unknown %s', async (_, unknown, values) => {
    const plan = { resource_changes: [change('datadog_monitor.a', { ...good, ...values }, unknown)] }
    expect(await lintPlan(plan)).toEqual({ exitCode: 0, checked: 1, found: [] })
  })

  it('shows nothing of a sensitive value, in a plan and in its changes', async () => {
    const secret = { ...good, message: 'token-123 @slack- {{', query: good.query }
    const inPlan = {
      ...resource('datadog_monitor.a', secret),
      sensitive_values: { message: true, tags: [false] },
    }
    const changed = {
      ...change('datadog_monitor.b', { ...secret, query: 'token-123' }),
      change: { after: { ...secret, query: 'token-123' }, after_sensitive: { query: true } },
    }
    const plan = { ...planned(inPlan), resource_changes: [changed] }
    const folder = projectFolder({ 'plan.json': JSON.stringify({ format_version: '1.2', ...plan }) })
    for (const words of [['plan.json'], ['plan.json', '--routes'], ['plan.json', '--format', 'sarif']]) {
      const { stdout, stderr } = await dogma(['lint', ...words], { folder })
      expect(stdout + stderr).not.toContain('token-123')
    }
    expect(await lintPlan(plan)).toEqual({
      exitCode: 0,
      checked: 1,
      found: ['plan.json:1:1 definition/not-known'],
    })
  })

  it('names a few of the resources that were not checked', async () => {
    const changes = [...Array(7).keys()].map(n => change(`datadog_monitor.m["${n}"]`, good, { query: true }))
    const folder = projectFolder({
      'plan.json': JSON.stringify({ format_version: '1.2', resource_changes: changes }),
    })
    const { stdout } = await dogma(['lint', 'plan.json'], { folder })
    expect(stdout).toContain('datadog_monitor.m["4"] and 2 more.')
  })

  it('does not ask for references, which Terraform writes as ids', async () => {
    const both = { ...good, type: 'composite', query: '123 && 456', monitor_thresholds: [] }
    expect(await lintPlan(planned(resource('datadog_monitor.both', both)))).toEqual({
      exitCode: 0,
      checked: 1,
      found: [],
    })
  })

  it('names resources of nested modules and of for_each by their whole address', async () => {
    const address = 'module.a["x.y"].module.b[0].datadog_monitor.c["eu/prod"]'
    const nested = resource(address, { ...good, name: 'Load ' })
    const plan = {
      planned_values: {
        root_module: { child_modules: [{ child_modules: [{ resources: [nested] }] }] },
      },
    }
    expect((await lintPlan(plan)).found).toEqual([`${address} message/name-blank`])
  })

  describe('with SLOs', () => {
    const type = 'datadog_service_level_objective'
    const slo = {
      name: 'API',
      type: 'metric',
      description: '',
      query: [{ numerator: 'sum:api.ok{*}.as_count()', denominator: 'sum:api.requests{*}.as_count()' }],
      sli_specification: [],
      tags: ['team:sre'],
      thresholds: [{ timeframe: '30d', target: 99.9, warning: 0, target_display: '99.90' }],
      timeframe: '30d',
      monitor_ids: null,
    }

    it('finds nothing in a good one, and what is wrong in a bad one', async () => {
      const bad = { ...slo, name: 'Bad', thresholds: [{ timeframe: '30d', target: 100, warning: 0 }] }
      const plan = planned(resource(`${type}.good["eu"]`, slo, type), resource(`${type}.bad`, bad, type))
      expect(await lintPlan(plan)).toEqual({
        exitCode: 1,
        checked: 2,
        found: [`${type}.bad slo/target-range`],
      })
    })

    it('does not miss monitors that Terraform has yet to make, nor texts that only the account writes', async () => {
      const after = { ...slo, type: 'monitor', query: [], monitor_ids: null }
      const unknown = { id: true, monitor_ids: true, thresholds: [{ target_display: true }] }
      const plan = { resource_changes: [{ ...change(`${type}.a`, after, unknown), type }] }
      expect(await lintPlan(plan)).toEqual({ exitCode: 0, checked: 1, found: [] })
    })
  })
})
