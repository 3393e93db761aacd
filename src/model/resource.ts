import type { DashboardDefinition, MonitorDefinition, SloDefinition } from './definition.js'

/** A place in an author's file; line and column are one-based. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** How dogma treats the live object of a resource. */
export interface Management {
  /** Earlier keys of this resource: a live object that carries one of them is renamed, not replaced. */
  readonly aliases?: readonly string[]
  /** The id of an unmanaged live object to take over. */
  readonly adopt?: string | number
  /** Refuses to delete or replace the live object. */
  readonly protect?: boolean
  /** Findings of lint that the author accepts for this resource. */
  readonly suppress?: readonly Suppression[]
}

/** A finding that the author accepts, and why. */
export interface Suppression {
  /** The id of the rule, `message/no-notification`. */
  readonly rule: string
  readonly reason: string
  /** The last day on which it holds, `2026-12-31`; for ever when absent. */
  readonly until?: string
}

interface ResourceBase {
  /** Unique per kind in a project; part of the mark on the live object. */
  readonly key: string
  readonly management: Management
  /** Where the author wrote it; absent for what was read from an account or built in memory. */
  readonly origin?: Origin
}

export interface Monitor extends ResourceBase {
  readonly kind: 'monitor'
  readonly definition: MonitorDefinition
}

export interface Slo extends ResourceBase {
  readonly kind: 'slo'
  readonly definition: SloDefinition
}

export interface Dashboard extends ResourceBase {
  readonly kind: 'dashboard'
  readonly definition: DashboardDefinition
}

/** What dogma manages: a key, the definition in Datadog's own form, and where it came from. */
export type Resource = Monitor | Slo | Dashboard

export type ResourceKind = Resource['kind']

/** All kinds, in the order in which they can be created: later ones may refer to earlier ones. */
export const resourceKinds: readonly ResourceKind[] = ['monitor', 'slo', 'dashboard']

/** `monitor.container-cpu-anomaly`: how a resource is named to people and on the command line. */
export function addressOf(resource: { readonly kind: ResourceKind; readonly key: string }): string {
  return `${resource.kind}.${resource.key}`
}

/** Keys become part of a tag, so they hold only what a tag keeps unchanged. */
export const keyPattern = /^[a-z0-9][a-z0-9_.-]{0,119}$/
