import type { JsonObject, Management, Resource, ResourceKind } from '../../src/model/index.js'
import { type PlanInput, type PlanResult, planOf } from '../../src/plan/index.js'
import { encode, type LiveObject } from '../../src/wire/index.js'

export const project = 'shop'

export function monitor(key: string, definition: JsonObject = {}, management: Management = {}): Resource {
  const basic = { type: 'query alert', name: key, query: 'avg(last_5m):avg:x{*} > 1', message: 'm', tags: [] }
  return { kind: 'monitor', key, management, definition: { ...basic, ...definition } }
}

export function composite(key: string, query: string): Resource {
  return monitor(key, { type: 'composite', query })
}

export function slo(key: string, definition: JsonObject = {}): Resource {
  const basic = { type: 'metric', name: key, thresholds: [{ timeframe: '7d', target: 99 }] }
  return { kind: 'slo', key, management: {}, definition: { ...basic, ...definition } }
}

export function dashboard(key: string, widgets: readonly JsonObject[] = []): Resource {
  return {
    kind: 'dashboard',
    key,
    management: {},
    definition: { title: key, layout_type: 'ordered', widgets: widgets.map(definition => ({ definition })) },
  }
}

/** A resource as the account would hold it. */
export function live(resource: Resource, id: string, extra: JsonObject = {}): LiveObject {
  return {
    kind: resource.kind,
    id,
    payload: { id, created_at: 1000, ...encode(resource, project), ...extra },
  }
}

/** An object that nobody manages. */
export function unmarked(kind: ResourceKind, id: string, payload: JsonObject = {}): LiveObject {
  return { kind, id, payload: { id, name: `theirs ${id}`, ...payload } }
}

export function planning(
  resources: readonly Resource[],
  objects: readonly LiveObject[],
  more: Partial<PlanInput> = {},
): PlanResult {
  return planOf({ project, account: 'prod', resources, live: objects, ...more })
}

/** `create monitor.a`, in the order of the plan; or the codes of the errors. */
export function steps(result: PlanResult): string[] {
  if (!result.ok)
    return result.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  return result.plan.changes.map(({ action, address }) => `${action} ${address}`)
}

/** Codes of the warnings. */
export function warnings(result: PlanResult): string[] {
  return (result.ok ? result.plan.warnings : result.diagnostics).map(({ code }) => code)
}
