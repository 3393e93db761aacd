import type { Monitor, MonitorDefinition, Resource } from '../../src/model/index.js'

/** A metric monitor on which no rule has anything but advice to give, with changes. */
export function aMonitor(definition: Partial<MonitorDefinition> = {}, rest: Partial<Monitor> = {}): Resource {
  return {
    kind: 'monitor',
    key: 'load',
    management: {},
    definition: {
      type: 'query alert',
      query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
      name: 'Load is high',
      message: '{{host.name}} is busy. @slack-sre',
      tags: ['team:sre'],
      priority: 3,
      options: { thresholds: { critical: 4, critical_recovery: 3 } },
      ...definition,
    },
    ...rest,
  }
}
