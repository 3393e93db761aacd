import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryEventMethod = defineRule({
  id: 'query/event-method',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A search is counted with an unknown method.',
  why: 'Datadog counts, sums or averages events with a fixed list of methods, and all but `count` need a measure. It refuses any other.',
  howToFix: 'Write `.rollup("count")`, or a method with its measure: `.rollup("avg", "@duration")`.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query:
            'logs("status:error service:api").index("*").rollup("avrage", "@duration").by("env").last("5m") > 100',
        }),
        finds: '`avrage` is not a method',
      },
      {
        definition: logMonitor({
          query: 'logs("status:error service:api").index("*").rollup("avg").by("env").last("5m") > 100',
        }),
        finds: '`avg`',
      },
    ],
  },
  ...diagnosed('query/event-method'),
})
