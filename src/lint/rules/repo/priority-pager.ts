import { metricMonitor } from '../../example.js'
import { handlesOf, isPager } from '../../facts/handles.js'
import { referrersOf } from '../../facts/references.js'
import { defineRule } from '../../rule.js'

export const priorityPager = defineRule({
  id: 'repo/priority-pager',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A monitor of the highest priority reaches no pager.',
  why: 'Priority 1 says that somebody must get up. A message in a channel or a mailbox wakes nobody.',
  howToFix: 'Add a pager handle to `{{#is_alert}}`, or lower the priority.',
  options: { highest: { description: 'Priorities up to this one must reach a pager.', default: 1 } },
  examples: {
    good: [
      { definition: metricMonitor({ priority: 1, message: 'Load is high. @pagerduty-sre' }) },
      { definition: metricMonitor({ priority: 2, message: 'Load is high. @slack-sre' }) },
      {
        title: 'A webhook or workflow may page.',
        definition: metricMonitor({ priority: 1, message: 'Load is high. @webhook-pager' }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ priority: 1, message: 'Load is high. @slack-sre' }),
        finds: 'reaches no pager',
      },
    ],
  },
  check({ resource, definition, options, project }) {
    const { priority } = definition
    if (
      typeof priority !== 'number' ||
      priority > options.highest ||
      referrersOf(project, resource).length > 0
    )
      return
    const told = handlesOf(definition).filter(({ transitions }) => transitions.includes('alert'))
    // A monitor that tells nobody at all is another finding.
    if (told.length === 0 || told.some(({ part }) => isPager(part) || !quiet.has(part.channel))) return
    const message = `Priority ${priority} reaches no pager: it tells ${[...new Set(told.map(({ part }) => part.text))].join(', ')}.`
    return { path: ['message'], message, hint: 'Add a pager handle, or lower the priority.' }
  },
})

/** Channels of which it is certain that they wake nobody; a webhook or a user's own integration may. */
const quiet: ReadonlySet<string> = new Set([
  'slack',
  'email',
  'teams',
  'hangouts',
  'jira',
  'flowdock',
  'hipchat',
])
