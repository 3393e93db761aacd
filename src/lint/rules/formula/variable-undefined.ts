import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const formulaVariableUndefined = defineRule({
  id: 'formula/variable-undefined',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The formula uses a variable that is not defined.',
  why: 'Every name in the formula must be a variable under `options.variables`. Datadog refuses the monitor otherwise.',
  howToFix: 'Correct the name, or add the variable.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      {
        definition: logMonitor({
          query: 'formula("query1 * 100").last("5m") > 5',
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
          query: 'formula("qury1 * 100").last("5m") > 5',
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
        finds: '`qury1`',
      },
    ],
  },
  ...diagnosed('formula/variable-undefined'),
})
