import { onTestFinished } from 'vitest'
import { type Account, connectDatadog, type DatadogOptions, readSnapshot } from '../../src/account/index.js'
import { type ApplyOptions, type ApplyResult, apply } from '../../src/apply/index.js'
import type { Dashboard, JsonObject, Management, Monitor, Resource, Slo } from '../../src/model/index.js'
import { type Plan, planOf } from '../../src/plan/index.js'
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.js'
import type { LiveObject } from '../../src/wire/index.js'

export const project = 'shop'

/** A sandbox account and a client for it; both end with the test. Waits are cut short. */
export async function openAccount(
  sandboxOptions: SandboxOptions = {},
  options: Partial<DatadogOptions> = {},
): Promise<Account> {
  const sandbox = await startSandbox(sandboxOptions)
  const account = connectTo(sandbox.url, options)
  onTestFinished(async () => {
    account.close()
    await sandbox.close()
  })
  return account
}

export function connectTo(url: string, options: Partial<DatadogOptions> = {}): Account {
  return connectDatadog({
    name: 'sandbox',
    url,
    apiKey: 'test-api-key',
    appKey: 'test-app-key',
    sleep: briefly,
    ...options,
  })
}

export function briefly(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1))
}

/** The plan for an account as it is now; throws where there is none. */
export async function planFor(account: Account, resources: readonly Resource[]): Promise<Plan> {
  const result = planOf({ project, account: account.name, resources, live: await liveIn(account, resources) })
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'))
  return result.plan
}

export async function liveIn(
  account: Account,
  resources: readonly Resource[] = [],
): Promise<readonly LiveObject[]> {
  const snapshot = await readSnapshot(account, { project, resources, allDashboards: true })
  if (!snapshot.ok) throw new Error(snapshot.error.messages.join('\n'))
  return snapshot.value
}

/** Plans and applies; throws when it is refused as a whole. */
export async function applied(
  account: Account,
  resources: readonly Resource[],
  options: ApplyOptions = {},
): Promise<ApplyResult> {
  const outcome = await apply(await planFor(account, resources), account, {
    allowDelete: 100,
    sleep: briefly,
    ...options,
  })
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'))
  return outcome.result
}

/** What a plan does, one line each: `create monitor.a`. */
export function steps(plan: Plan): string[] {
  return plan.changes.map(({ action, address }) => `${action} ${address}`)
}

export function monitor(key: string, definition: JsonObject = {}, management: Management = {}): Monitor {
  const query = `avg(last_5m):avg:system.load.1{*} by {host} > 4`
  const options = { thresholds: { critical: 4 } }
  return {
    kind: 'monitor',
    key,
    management,
    definition: { type: 'query alert', name: key, query, message: 'm', options, ...definition },
  }
}

export function composite(key: string, query: string, management: Management = {}): Monitor {
  return {
    kind: 'monitor',
    key,
    management,
    definition: { type: 'composite', name: key, query, message: 'm' },
  }
}

export function slo(key: string, definition: JsonObject = {}, management: Management = {}): Slo {
  const query = { numerator: 'sum:good{*}.as_count()', denominator: 'sum:all{*}.as_count()' }
  const thresholds = [{ timeframe: '30d', target: 95 }]
  return {
    kind: 'slo',
    key,
    management,
    definition: { type: 'metric', name: key, thresholds, query, ...definition },
  }
}

export function sloOf(key: string, monitors: readonly string[]): Slo {
  const thresholds = [{ timeframe: '30d', target: 99 }]
  return {
    kind: 'slo',
    key,
    management: {},
    definition: { type: 'monitor', name: key, thresholds, monitor_ids: monitors },
  }
}

export function burnRateAlert(key: string, target: string): Monitor {
  const query = `burn_rate("\${slo:${target}}").over("30d").long_window("1h").short_window("5m") > 9`
  const options = { thresholds: { critical: 9 } }
  return {
    kind: 'monitor',
    key,
    management: {},
    definition: { type: 'slo alert', name: key, query, message: 'm', options },
  }
}

export function dashboard(
  key: string,
  widgets: readonly JsonObject[] = [],
  management: Management = {},
): Dashboard {
  const definition = {
    title: key,
    layout_type: 'ordered',
    widgets: widgets.map(widget => ({ definition: widget })),
  }
  return { kind: 'dashboard', key, management, definition }
}

/** One resource of every kind, with every kind of reference between them. */
export function everything(): Resource[] {
  return [
    dashboard('board', [
      { type: 'slo', slo_id: '${slo:counted}', view_type: 'detail' },
      {
        type: 'group',
        layout_type: 'ordered',
        title: 'G',
        widgets: [
          { definition: { type: 'alert_graph', alert_id: '${monitor:load}', viz_type: 'timeseries' } },
        ],
      },
    ]),
    composite('both', '${monitor:load} && ${monitor:other}'),
    burnRateAlert('burn', 'counted'),
    sloOf('watched', ['${monitor:load}', '${monitor:other}']),
    slo('counted', { tags: ['Team:SRE', 'b'] }),
    monitor('load', { message: 'trailing newline\n', tags: ['z', 'a'], priority: 2 }),
    monitor('other', {
      options: {
        thresholds: { critical: 4, warning: null },
        renotify_interval: null,
        on_missing_data: 'default',
      },
    }),
    monitor('check', {
      type: 'service check',
      query: '"http.can_connect".over("*").by("host").last(3).count_by_status()',
      options: { thresholds: { critical: 2, warning: 1, ok: 1 } },
    }),
    monitor('logs', {
      type: 'log alert',
      query: 'logs("service:web").index("*").rollup("count").last("5m") > 4',
    }),
  ]
}
