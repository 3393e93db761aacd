import { burnRateAlerts, slo, sum } from 'dogma'

const hits = sum('trace.http.request.hits').where({ env: 'prod', service: 'api' }).asCount()
const errors = sum('trace.http.request.errors').where({ env: 'prod', service: 'api' }).asCount()

/** The share of requests that the API answered normally: one in a thousand may fail. */
export const availability = slo('api-availability', {
  name: 'API answers normally',
  description: 'Share of requests in production that the API answered without a server error.',
  good: hits.minus(errors),
  total: hits,
  target: { '30d': 99.9 },
  warning: { '30d': 99.95 },
  tags: ['team:sre', 'service:api', 'env:prod'],
})

/** Two monitors that page on fast burns, one that opens a ticket on a slow one. */
export const budgetAlerts = burnRateAlerts(availability, {
  page: '@pagerduty-api',
  ticket: '@slack-sre',
  runbook: 'Steps: https://wiki.example.com/api/error-budget',
})
