import type { MonitorOptions, MonitorThresholds } from '../model/index.js'
import type { MetricContext } from './metric.js'

/** What is known about a monitor beside its query. */
export interface MonitorContext extends MetricContext {
  /** Undefined when only a query was given. */
  readonly options?: MonitorOptions
  /** The `type` of the definition. */
  readonly type?: string
  /** Names of monitors and SLOs by their id, where the caller knows them. */
  readonly nameOf: (id: string) => string | undefined
}

/** A threshold of the options as a number, whatever the JSON holds. */
export function threshold(
  context: Pick<MonitorContext, 'options'>,
  name: keyof MonitorThresholds,
): number | undefined {
  const value = context.options?.thresholds?.[name]
  return typeof value === 'number' ? value : undefined
}

/** The name of a member, as an optional member of a phrase's values. */
export function named(context: MonitorContext, id: string): { readonly name?: string } {
  const name = context.nameOf(id)
  return name === undefined ? {} : { name }
}
