import type { MonitorDefinition } from '../../../model/index.js'
import { compositeMonitor, metricMonitor } from '../../example.js'
import { handlesOf, type PlacedHandle } from '../../facts/handles.js'
import { mayBeRouted } from '../../facts/notification-rules.js'
import { referrersOf } from '../../facts/references.js'
import type { Transition } from '../../facts/transitions.js'
import type { LiveFacts, NotificationRuleFacts } from '../../live-facts.js'
import { defineRule } from '../../rule.js'

const inAccountWith = (rule: NotificationRuleFacts): LiveFacts => ({
  readAt: '2026-03-01T12:00:00Z',
  objects: {},
  ids: {},
  notificationRules: [rule],
})

export const noNotification = defineRule({
  id: 'message/no-notification',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Nobody is told when the monitor alerts.',
  why: 'A monitor without a handle only changes colour on a page that nobody watches. It looks like protection and is none.',
  howToFix:
    'Put a handle such as `@slack-sre` into the message. `dogma lint --account` knows the notification rules of the account; elsewhere name the tags by which they choose recipients in the option `routedByTags`.',
  source: 'https://docs.datadoghq.com/monitors/notify/#notifications',
  options: {
    routedByTags: {
      description:
        'Tags (`team:sre`) or tag keys (`team`) by which your notification rules choose recipients.',
      default: [] as readonly string[],
    },
  },
  examples: {
    good: [
      { definition: metricMonitor({ message: 'Load is high. @slack-sre' }) },
      {
        title: 'The handle may depend on a tag.',
        definition: metricMonitor({ message: '@slack-{{host.name}}' }),
      },
      {
        title: 'A handle inside a match counts.',
        definition: metricMonitor({
          message: '{{#is_match "host.name" "db"}}@pagerduty-database{{/is_match}} Load is high.',
        }),
      },
      {
        title: 'A draft tells nobody on purpose.',
        definition: metricMonitor({ message: '', draft_status: 'draft' }),
      },
      {
        title: 'A notification rule sends what belongs to a team.',
        definition: metricMonitor({ message: 'Load is high.', tags: ['team:sre'] }),
        options: { routedByTags: ['team'] },
      },
      {
        title: 'With `--account` the rule of the account is known.',
        definition: metricMonitor({ message: 'Load is high.', tags: ['team:sre'] }),
        live: inAccountWith({ filter: { tags: ['team:sre'] }, recipients: ['slack-sre'], conditions: [] }),
      },
      {
        title: 'A part of a composite is told about by the composite.',
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor({ message: 'Load.' }) },
          { kind: 'monitor', key: 'busy', management: {}, definition: compositeMonitor() },
        ],
      },
    ],
    bad: [
      { definition: metricMonitor({ message: '' }), finds: 'the message is empty' },
      { definition: metricMonitor({ message: 'Load is high.' }), finds: 'holds no @handle' },
      {
        title: 'The rule of the account is about another team.',
        definition: metricMonitor({ message: 'Load is high.', tags: ['team:sre'] }),
        live: inAccountWith({ filter: { tags: ['team:web'] }, recipients: ['slack-web'], conditions: [] }),
        finds: 'holds no @handle',
      },
      {
        title: 'Only the recovery is told.',
        definition: metricMonitor({
          message: 'Load is high. {{#is_recovery}}Fine again. @slack-sre{{/is_recovery}}',
        }),
        finds: 'stands in a block that an alert does not enter',
      },
    ],
  },
  check({ resource, definition, options, project, live }) {
    if (definition.draft_status === 'draft' || handlesOf(definition).some(isToldOfTrouble)) return
    if (isRouted(definition.tags ?? [], options.routedByTags)) return
    if (mayBeRouted(definition, live?.notificationRules ?? [], trouble)) return
    // Composites and SLOs watch their parts and tell people themselves; a dashboard only shows them.
    if (referrersOf(project, resource).some(referrer => referrer.kind !== 'dashboard')) return
    const reason = reasonOf(definition)
    return {
      path: ['message'],
      message: `Nobody is notified: ${reason}.`,
      hint: 'Add a handle such as `@slack-sre` or `@pagerduty-sre` to the message.',
    }
  },
})

// A monitor may be there for the sake of missing data, or of the warning alone.
const trouble: readonly Transition[] = ['alert', 'warning', 'no data', 'unknown']

function isToldOfTrouble({ transitions }: PlacedHandle): boolean {
  return transitions.some(each => trouble.includes(each))
}

function reasonOf(definition: MonitorDefinition): string {
  if ((definition.message ?? '').trim() === '') return 'the message is empty'
  const [handle] = handlesOf(definition)
  if (handle === undefined) return 'the message holds no @handle'
  return `\`${handle.part.text}\` stands in a block that an alert does not enter`
}

function isRouted(tags: readonly string[], routes: readonly string[]): boolean {
  return routes.some(route => tags.some(tag => tag === route || tag.startsWith(`${route}:`)))
}
