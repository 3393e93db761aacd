import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, logMonitor, logQuery } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryGroupLimit = defineRule({
  id: 'query/group-limit',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A search is grouped by too many facets.',
  why: 'Datadog groups events by at most four facets. It refuses a fifth.',
  howToFix: 'Group by fewer facets, or make two monitors.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query: 'logs("status:error").index("*").rollup("count").by("a,b,c,d,e").last("5m") > 100',
          message: 'See the log. @slack-sre',
        }),
        finds: '5 facets',
      },
      {
        definition: formulaMonitor(
          'formula("failed").last("15m") > 5',
          [
            logQuery('failed', 'status:error', {
              group_by: ['env', 'service', 'host', 'region', 'version'].map(facet => ({ facet, limit: 5 })),
            }),
          ],
          { type: 'log alert' },
        ),
        finds: '5 facets',
      },
    ],
  },
  ...diagnosed('query/group-limit'),
})
