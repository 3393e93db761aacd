import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryUnknownSource = defineRule({
  id: 'query/unknown-source',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query asks a source that Datadog does not have.',
  why: 'The word before the parenthesis names the product: `logs`, `rum`, `events`. Datadog refuses any other.',
  howToFix: 'Write the source of the monitor type.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query: 'log2("status:error service:api").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: '`log2` is not a source',
      },
    ],
  },
  ...diagnosed('query/unknown-source'),
})
