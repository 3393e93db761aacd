import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryUnknownStep = defineRule({
  id: 'query/unknown-step',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query has a step that does not belong to it.',
  why: 'Each kind of query has its own steps behind the search. Datadog refuses the others.',
  howToFix: 'Write the name that the finding suggests.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query: 'logs("status:error service:api").index("*").rolup("count").by("env").last("5m") > 100',
        }),
        finds: '`.rolup()`',
      },
      {
        title: 'Only processes are restricted by `.over()`.',
        definition: logMonitor({
          query:
            'logs("status:error").index("*").over("service:api").rollup("count").by("env").last("5m") > 100',
        }),
        finds: '`.over()`',
      },
    ],
  },
  ...diagnosed('query/unknown-step'),
})
