import { timeZoneProblem } from '../../../check/index.js'
import { metricMonitor } from '../../example.js'
import { functionsOf } from '../../facts/message-parts.js'
import { defineRule } from '../../rule.js'

export const timeZone = defineRule({
  id: 'message/time-zone',
  severity: 'error',
  kinds: ['monitor'],
  title: '`local_time` names an unknown time zone.',
  why: 'Datadog renders nothing when it does not know the zone. The reader loses the time of the problem.',
  howToFix: 'Write a name of the IANA database: `Asia/Tokyo`, `Europe/Berlin`, `UTC`.',
  source: 'https://docs.datadoghq.com/monitors/guide/template-variable-evaluation/#local-time',
  examples: {
    good: [
      {
        definition: metricMonitor({ message: "{{local_time 'last_triggered_at' 'Asia/Tokyo'}} @slack-sre" }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ message: "{{local_time 'last_triggered_at' 'Asia/Tokio'}} @slack-sre" }),
        finds: '`Asia/Tokio` is not a time zone',
      },
      {
        definition: metricMonitor({ message: "{{local_time 'last_triggered_at' 'JST'}} @slack-sre" }),
        finds: '`JST` is an abbreviation',
      },
    ],
  },
  *check({ definition }) {
    for (const { part, template } of functionsOf(definition)) {
      if (part.name !== 'local_time') continue
      const zone = part.arguments[1]
      if (zone === undefined || zone.value.includes('{')) continue
      const problem = timeZoneProblem(zone.value)
      if (problem !== undefined) yield { path: template.path, span: zone.span, ...problem }
    }
  },
})
