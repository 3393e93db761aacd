import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMissingIndex = defineRule({
  id: 'query/missing-index',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A log monitor does not name its index.',
  why: 'The query is accepted but leaves open which logs are read. When a new index is added the monitor may read other logs than before.',
  howToFix: 'Add `.index("*")` for all, or the name of one.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query: 'logs("status:error service:api").rollup("count").by("env").last("5m") > 100',
        }),
        finds: 'does not name a log index',
      },
    ],
  },
  ...diagnosed('query/missing-index'),
})
