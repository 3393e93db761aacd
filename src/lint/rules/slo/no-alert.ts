import { metricSlo } from '../../example.js'
import { referrersOf } from '../../facts/references.js'
import { defineRule } from '../../rule.js'

export const noAlert = defineRule({
  id: 'slo/no-alert',
  severity: 'info',
  kinds: ['slo'],
  title: 'Nothing alerts when the error budget burns.',
  why: 'An SLO that nobody looks at is a report. A burn-rate alert tells while there is still budget to save.',
  howToFix: 'Add burn-rate alerts: a fast one that pages and a slow one that opens a ticket.',
  source: 'https://docs.datadoghq.com/service_level_objectives/burn_rate/',
  examples: {
    good: [
      {
        resources: [
          { kind: 'slo', key: 'api', management: {}, definition: metricSlo() },
          {
            kind: 'monitor',
            key: 'burn',
            management: {},
            definition: {
              type: 'slo alert',
              query: 'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("5m") > 14.4',
              name: 'The API burns its budget',
              message: '@pagerduty-sre',
              options: { thresholds: { critical: 14.4 } },
            },
          },
        ],
      },
    ],
    bad: [{ definition: metricSlo(), finds: 'Nothing alerts' }],
  },
  check({ resource, project }) {
    const alerts = referrersOf(project, resource).filter(referrer => referrer.kind === 'monitor')
    if (alerts.length > 0) return
    return {
      message: 'Nothing alerts when the error budget of this SLO burns.',
      hint: 'Add a burn-rate alert.',
    }
  },
})
