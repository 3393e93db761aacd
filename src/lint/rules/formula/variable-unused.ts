import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const formulaVariableUnused = defineRule({
  id: 'formula/variable-unused',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A variable is asked but not used.',
  why: 'It costs a query at every evaluation and changes nothing. Often the formula was meant to divide by it.',
  howToFix: 'Use it in the formula, or remove it.',
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
        finds: '`query2` is not used',
      },
    ],
  },
  ...diagnosed('formula/variable-unused', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
