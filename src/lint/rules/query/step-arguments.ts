import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryStepArguments = defineRule({
  id: 'query/step-arguments',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A step of the query has the wrong number of arguments.',
  why: 'Datadog refuses the query and only says that it is invalid.',
  howToFix: 'Write what belongs between the parentheses.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query:
            'logs("status:error service:api").index("*").rollup("count").by("env").last("5m", "10m") > 100',
        }),
        finds: '`.last',
      },
    ],
  },
  ...diagnosed('query/step-arguments'),
})
