import { monitorTypeNamed } from '../../../catalog/index.js'
import { referencesIn } from '../../../model/index.js'
import { logMonitor, metricMonitor, monitorSlo } from '../../example.js'
import { byAddress } from '../../facts/references.js'
import { defineRule } from '../../rule.js'

export const monitorEligible = defineRule({
  id: 'slo/monitor-eligible',
  severity: 'error',
  kinds: ['slo'],
  title: 'A monitor of this type cannot back an SLO.',
  why: 'Monitor SLOs are made of metric monitors, service checks and Synthetics tests. Datadog refuses composites, log monitors and the rest.',
  howToFix: 'Use a metric monitor, or make a metric or time slice SLO of the query.',
  source: 'https://docs.datadoghq.com/service_level_objectives/monitor/',
  examples: {
    good: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          { kind: 'slo', key: 'example', management: {}, definition: monitorSlo() },
        ],
      },
    ],
    bad: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: logMonitor() },
          { kind: 'slo', key: 'example', management: {}, definition: monitorSlo() },
        ],
        finds: '`load` is a log alert',
      },
    ],
  },
  check({ definition, project }) {
    return (definition.monitor_ids ?? []).flatMap((id, index) => {
      const [reference] = typeof id === 'string' ? referencesIn(id) : []
      const monitor = reference && byAddress(project).get(`monitor.${reference.key}`)
      if (monitor?.kind !== 'monitor' || monitorTypeNamed(monitor.definition.type)?.canBackSlo !== false)
        return []
      const message = `\`${monitor.key}\` is a ${monitor.definition.type}, which cannot back an SLO.`
      return [{ path: ['monitor_ids', index], message, hint: 'Use a metric monitor or a service check.' }]
    })
  },
})
