import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, logMonitor, logQuery, metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryTemplateVariable = defineRule({
  id: 'query/template-variable',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A monitor uses a variable of a dashboard.',
  why: 'Monitors have no template variables. Datadog takes `$env` for text, and no series carries such a tag.',
  howToFix: 'Write the tag, `env:prod`, or group by the key to watch every value.',
  source: 'https://docs.datadoghq.com/dashboards/template_variables/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{$env} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'belong to dashboards',
      },
      {
        definition: logMonitor({
          query:
            'logs("service:$service status:error").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: 'belong to dashboards',
      },
      {
        definition: formulaMonitor(
          'formula("failed").last("15m") > 5',
          [logQuery('failed', 'status:error $env')],
          {
            type: 'log alert',
          },
        ),
        finds: 'belong to dashboards',
      },
    ],
  },
  ...diagnosed('query/template-variable'),
})
