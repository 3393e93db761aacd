import { diagnosed } from '../../diagnosed.js'
import { logMonitor, metricMonitor, serviceCheck } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryContradiction = defineRule({
  id: 'query/contradiction',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The scope demands a tag and its opposite.',
  why: 'No series can satisfy both, so the query never gives a value. The monitor stays silent or reports missing data for ever.',
  howToFix: 'Remove one of the two, or join them with `OR`.',
  source: 'https://docs.datadoghq.com/metrics/advanced-filtering/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod,!role:db} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{role:db,!role:db} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'never matches',
      },
      {
        title: 'A list has an opposite too.',
        definition: metricMonitor({
          query:
            'avg(last_5m):avg:system.load.1{role IN (db,cache) AND role NOT IN (db,cache,web)} by {host} > 4',
        }),
        finds: 'never matches',
      },
      {
        title: '`NOT (a OR b)` excludes both.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{role:db AND NOT (role:db OR role:web)} by {host} > 4',
        }),
        finds: 'never matches',
      },
      {
        definition: logMonitor({
          query: 'logs("status:error -status:error").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: 'The search demands both',
      },
      {
        definition: serviceCheck({
          query:
            '"http.can_connect".over("env:prod").exclude("env:prod").by("host").last(4).count_by_status()',
        }),
        finds: 'never matches',
      },
    ],
  },
  ...diagnosed('query/contradiction'),
})
