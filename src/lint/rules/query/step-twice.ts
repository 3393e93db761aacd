import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryStepTwice = defineRule({
  id: 'query/step-twice',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A step stands in the query twice.',
  why: 'Datadog keeps one of them or refuses the query. The reader cannot tell which one counts.',
  howToFix: 'Put everything into one step.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query:
            'logs("status:error service:api").index("*").rollup("count").by("env").last("5m").last("10m") > 100',
        }),
        finds: 'twice',
      },
    ],
  },
  ...diagnosed('query/step-twice'),
})
