import { compositeMonitor, metricMonitor } from '../../example.js'
import { groupsOf } from '../../facts/groups.js'
import { membersOf, monitorOfMember } from '../../facts/members.js'
import { defineRule } from '../../rule.js'

export const compositeGroupMismatch = defineRule({
  id: 'composite/group-mismatch',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Members are grouped by tags that have nothing in common.',
  why: 'A composite joins the groups of its members by their tag values. Groups by `host` and groups by `service` hardly ever share a value, so the composite never fires.',
  howToFix: 'Group the members by the same key, or leave one of them ungrouped.',
  source:
    'https://docs.datadoghq.com/monitors/types/composite/#select-monitors-and-set-triggering-conditions',
  examples: {
    good: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          { kind: 'monitor', key: 'errors', management: {}, definition: metricMonitor({ name: 'Other' }) },
          { kind: 'monitor', key: 'both', management: {}, definition: compositeMonitor() },
        ],
      },
    ],
    bad: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          {
            kind: 'monitor',
            key: 'errors',
            management: {},
            definition: metricMonitor({
              query: 'avg(last_5m):avg:api.errors{env:prod} by {service} > 4',
              message: '{{service.name}} @slack-sre',
            }),
          },
          { kind: 'monitor', key: 'both', management: {}, definition: compositeMonitor() },
        ],
        finds: '`load` is grouped by host and `errors` by service',
      },
    ],
  },
  check({ definition, project }) {
    const grouped = membersOf(definition).flatMap(member => {
      const monitor = monitorOfMember(project, member)
      const groups = monitor && groupsOf(monitor.definition)
      return groups?.known && groups.keys.length > 0
        ? [{ key: monitor!.key, keys: groups.keys, span: member.span }]
        : []
    })
    const [first, ...rest] = grouped
    const other = rest.find(member => !member.keys.some(key => first?.keys.includes(key)))
    if (first === undefined || other === undefined) return
    return {
      path: ['query'],
      span: other.span,
      message: `\`${first.key}\` is grouped by ${first.keys.join(', ')} and \`${other.key}\` by ${other.keys.join(', ')}: no group belongs to both.`,
      hint: 'Group both by the same key.',
    }
  },
})
