import { compositeMonitor, metricMonitor } from '../../example.js'
import { membersOf, monitorOfMember } from '../../facts/members.js'
import { defineRule } from '../../rule.js'

export const nested = defineRule({
  id: 'composite/nested',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A composite contains a composite.',
  why: 'Datadog refuses composites as members. The apply would fail at this monitor.',
  howToFix: 'Write the members of the inner composite into the outer one, in parentheses.',
  source: 'https://docs.datadoghq.com/monitors/types/composite/',
  examples: {
    good: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          { kind: 'monitor', key: 'outer', management: {}, definition: compositeMonitor() },
        ],
      },
    ],
    bad: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: compositeMonitor({ query: '1 && 2' }) },
          { kind: 'monitor', key: 'outer', management: {}, definition: compositeMonitor() },
        ],
        finds: '`load` is a composite itself',
      },
    ],
  },
  check({ definition, project }) {
    return membersOf(definition).flatMap(member => {
      const monitor = monitorOfMember(project, member)
      if (monitor?.definition.type !== 'composite') return []
      const message = `\`${monitor.key}\` is a composite itself, and composites cannot be members.`
      return [
        { path: ['query'], span: member.span, message, hint: 'Write its members here, in parentheses.' },
      ]
    })
  },
})
