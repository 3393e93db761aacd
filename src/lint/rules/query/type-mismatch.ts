import { diagnosed } from '../../diagnosed.js'
import { logMonitor, metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryTypeMismatch = defineRule({
  id: 'query/type-mismatch',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query belongs to another type of monitor.',
  why: 'The type decides how the query is read. Datadog refuses the monitor and only says that the query is invalid.',
  howToFix: 'Change the type, which is possible for a new monitor only, or the query.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          query: 'logs("status:error service:api").index("*").rollup("count").last("5m") > 4',
          message: 'See the log. @slack-sre',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'query alert`',
      },
    ],
  },
  ...diagnosed('query/type-mismatch'),
})
