import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const formulaVariableTwice = defineRule({
  id: 'formula/variable-twice',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Two variables have the same name.',
  why: 'The formula could mean either of them. Datadog refuses the monitor.',
  howToFix: 'Give each variable its own name.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      {
        definition: logMonitor({
          query: 'formula("query1 / query2").last("5m") > 5',
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
              {
                name: 'query2',
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
                data_source: 'logs',
                search: { query: 'status:error' },
                compute: { aggregation: 'count' },
                indexes: ['*'],
                group_by: [],
              },
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
        finds: 'Two variables are named `query1`',
      },
    ],
  },
  ...diagnosed('formula/variable-twice'),
})
