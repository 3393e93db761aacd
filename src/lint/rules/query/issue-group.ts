import { diagnosed } from '../../diagnosed.js'
import { defineRule } from '../../rule.js'

export const queryIssueGroup = defineRule({
  id: 'query/issue-group',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'An error tracking monitor does not group by issue.',
  why: 'It then counts all issues together and sends one notification for the first of them. The next issue is not told while the monitor is in alert.',
  howToFix: 'Add `.by("issue.id")`.',
  source: 'https://docs.datadoghq.com/monitors/types/error_tracking/',
  examples: {
    good: [
      {
        definition: {
          type: 'error-tracking alert',
          query:
            'error-tracking("service:api").source("all").new().rollup("count").by("issue.id").last("1d") > 0',
          name: 'New errors',
          message: 'See {{issue.link}} @slack-sre',
          options: { thresholds: { critical: 0 } },
        },
      },
    ],
    bad: [
      {
        definition: {
          type: 'error-tracking alert',
          query: 'error-tracking("service:api").source("all").new().rollup("count").last("1d") > 0',
          name: 'New errors',
          message: 'See {{issue.link}} @slack-sre',
          options: { thresholds: { critical: 0 } },
        },
        finds: 'does not group by issue',
      },
    ],
  },
  ...diagnosed('query/issue-group'),
})
