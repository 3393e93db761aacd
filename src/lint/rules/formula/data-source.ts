import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, logQuery, metricQuery } from '../../example.js'
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
        title: 'Pipelines are counted by a monitor of pipelines.',
        definition: formulaMonitor(
          'formula("broken / runs * 100").last("1h") > 20',
          [pipelines('broken', '@ci.status:error'), pipelines('runs', '*')],
          {
            type: 'ci-pipelines alert',
            name: 'Builds of main break',
            message: 'Look at the last merge. @slack-sre',
          },
        ),
      },
      {
        title: 'Cost may be set in relation to a metric.',
        definition: formulaMonitor(
          'formula("cost / orders").last("7d") > 2',
          [
            {
              name: 'cost',
              data_source: 'cloud_cost',
              query: 'sum:aws.cost.net.amortized{*}',
              aggregator: 'sum',
            },
            metricQuery('orders', 'sum:shop.orders{env:prod}.as_count()'),
          ],
          { type: 'cost alert', name: 'An order costs too much', message: 'See the bill. @slack-sre' },
        ),
      },
    ],
    bad: [
      {
        title: 'Copied from a log monitor.',
        definition: formulaMonitor(
          'formula("crashes").last("15m") > 5',
          [logQuery('crashes', 'status:error')],
          {
            type: 'rum alert',
            name: 'The app crashes',
            message: 'See the sessions. @slack-sre',
          },
        ),
        finds: 'A `rum alert` does not query `logs`',
      },
      {
        definition: formulaMonitor(
          'formula("broken / tests").last("1h") > 0.2',
          [pipelines('broken', '@ci.status:error'), { ...pipelines('tests', '*'), data_source: 'ci_tests' }],
          { type: 'ci-pipelines alert', name: 'Builds break', message: 'Look at the last merge. @slack-sre' },
        ),
        finds: 'does not query `ci_tests`',
      },
    ],
  },
  ...diagnosed('formula/data-source'),
})

function pipelines(name: string, search: string) {
  return logQuery(name, `ci_level:pipeline ${search}`, { data_source: 'ci_pipelines' })
}
