import { nearest } from '../../../diagnostic/index.js'
import { metricMonitor } from '../../example.js'
import { comparable, knownHandles, type NamedHandle, namedHandlesOf } from '../../facts/named-handles.js'
import type { LiveFacts } from '../../live-facts.js'
import { defineRule } from '../../rule.js'

type Handles = NonNullable<LiveFacts['handles']>

/** A monitor that tells somebody, in an account that knows these handles. */
const telling = (handle: string, handles: Handles) => ({
  definition: metricMonitor({ message: `Load is high. ${handle}` }),
  live: { readAt: '2026-03-01T12:00:00Z', objects: {}, ids: {}, handles },
})

const teams: Handles = { team: { names: ['sre', 'checkout'] } }
const slack: Handles = { slack: { names: ['sre-alerts', 'acme-sre-alerts'] } }
const people: Handles = { email: { inactive: { 'jo@example.com': 'the user is disabled' } } }

export const handleUnknown = defineRule({
  id: 'live/handle-unknown',
  severity: 'warning',
  kinds: ['monitor'],
  needs: 'live',
  title: 'A handle names somebody whom the account does not know.',
  why: 'Datadog drops such a notification without a word, and the message still looks as if somebody were told. Teams are renamed, services of PagerDuty are deleted, people leave.',
  howToFix:
    'Write the handle of somebody who is there, or create the team, service, webhook or channel. Known are e-mail addresses of users, `@team-`, `@oncall-`, `@pagerduty-`, `@opsgenie-`, `@webhook-`, `@teams-`, `@servicenow-`, `@workflow-`, and `@slack-` where `slackWorkspaces` is set; what the account does not tell is never reported. Addresses of people outside Datadog work, so of addresses only those of disabled and invited users are reported.',
  source: 'https://docs.datadoghq.com/monitors/notify/#notifications',
  options: {
    slackWorkspaces: {
      description:
        'All Slack workspaces by their names in the Slack integration. The API lists channels by workspace, and no workspaces; without them nothing is said about Slack.',
      default: [] as readonly string[],
    },
  },
  examples: {
    good: [
      telling('@team-sre', teams),
      { title: 'The workspace may be named or not.', ...telling('@slack-acme-sre-alerts', slack) },
      {
        title: 'An address of somebody outside Datadog gets its mail.',
        ...telling('@pager@supplier.example', people),
      },
      { title: 'Variables are part of the name.', ...telling('@team-{{host.name}}', teams) },
      { title: 'The account does not tell its webhooks.', ...telling('@webhook-pager', teams) },
      telling('@workflow-restart(host=host.name)', { workflow: { names: ['restart'] } }),
    ],
    bad: [
      { ...telling('@team-sree', teams), finds: '`@team-sree`' },
      { ...telling('@slack-sre-alarms', slack), finds: '`@slack-sre-alarms`' },
      {
        title: 'She left, and her user was disabled.',
        ...telling('@jo@example.com', people),
        finds: 'the user is disabled',
      },
      {
        title: 'Reminders have handles, too.',
        ...telling('@team-sre', teams),
        definition: metricMonitor({
          message: 'Load is high. @team-sre',
          options: { renotify_interval: 60, escalation_message: 'Still high. @team-managers' },
        }),
        finds: '`@team-managers`',
      },
    ],
  },
  check({ definition, live }) {
    const handles = live?.handles
    if (handles === undefined) return
    return namedHandlesOf(definition).flatMap(handle => {
      const problem = problemOf(handle, handles)
      const { part, template } = handle.placed
      return problem === undefined ? [] : [{ path: template.path, span: part.span, ...problem }]
    })
  },
})

function problemOf({ family, name, placed }: NamedHandle, handles: Handles) {
  const known = knownHandles(handles).get(family)
  const { text } = placed.part
  const reason = known?.inactive.get(comparable(name))
  if (reason !== undefined)
    return { message: `\`${text}\` tells nobody: ${reason}.`, hint: 'Write the handle of somebody else.' }
  if (known?.names === undefined || known.names.has(comparable(name))) return undefined
  const near = nearest(name, handles[family]?.names ?? [])
  return {
    message: `The account knows no \`${text}\`, so that handle tells nobody.`,
    hint:
      near === undefined
        ? 'Write a handle that Datadog offers for completion, or create what it names.'
        : `Did you mean \`@${family}-${near}\`?`,
  }
}
