import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const formulaDataSource = defineRule({
  id: 'formula/data-source',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A variable asks another product than the monitor type does.',
  why: 'Each monitor type evaluates the data of one product. A query of another product is refused, or evaluates nothing.',
  howToFix: 'Use the data source of the type, or change the type.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      {
        definition: logMonitor({
          query: 'formula("query1").last("5m") > 5',
          options: {
            thresholds: { critical: 5 },
            variables: [
              {
                name: 'query1',
                data_source: 'logs',
                search: { query: 'status:error' },
                compute: { aggregation: 'count' },
                indexes: ['*'],
                group_by: [],
              },
            ],
          },
          message: 'See the log. @slack-sre',
        }),
      },
    ],
    bad: [
      {
        definition: logMonitor({
          query: 'formula("query1").last("5m") > 5',
          options: {
            thresholds: { critical: 5 },
            variables: [
              {
                name: 'query1',
                data_source: 'rum',
                search: { query: 'status:error' },
                compute: { aggregation: 'count' },
                indexes: ['*'],
                group_by: [],
              },
            ],
          },
          message: 'See the log. @slack-sre',
        }),
        finds: 'does not query `rum`',
      },
    ],
  },
  ...diagnosed('formula/data-source'),
})
