import { composite, log, message, monitor, p95, serviceCheck } from 'dogma'

const tags = ['team:sre', 'service:api', 'env:prod']

/** One alert for each availability zone and version, so that a bad deployment stands out. */
export const latency = monitor('api-latency', {
  name: 'API is slow in {{availability-zone.name}}',
  alert: p95('trace.http.request')
    .where({ env: 'prod', service: 'api' })
    .by('availability-zone', 'version')
    .last('10m')
    .above({ critical: 0.8, warning: 0.5, criticalRecovery: 0.6, warningRecovery: 0.4 }),
  message: message(({ alert, warning, recovery, tag, value, threshold }) => [
    alert`
      95 % of requests in ${tag('availability-zone')} took up to ${value} s, more than ${threshold} s.
      Version: ${tag('version')}. Compare with the deployment list first: https://wiki.example.com/api/latency
      @pagerduty-api @slack-sre
    `,
    warning`Requests in ${tag('availability-zone')} become slow (${value} s). @slack-sre`,
    recovery`Requests in ${tag('availability-zone')} are fast again. @pagerduty-api @slack-sre`,
  ]),
  tags,
  priority: 2,
  newGroupDelay: '5m',
  notifyBy: ['availability-zone'],
  onMissingData: 'show_no_data',
  requireFullWindow: false,
})

/** Errors that the API itself logged, in each availability zone. */
export const errors = monitor('api-errors', {
  name: 'API logs many errors',
  alert: log('status:error')
    .where({ service: 'api', env: 'prod' })
    .index('main')
    .rollup('count')
    .by('availability-zone')
    .last('5m')
    .above({ critical: 100, warning: 50 }),
  message: message(({ alert, warning, recovery, tag, value }) => [
    alert`
      ${value} errors in 5 minutes in ${tag('availability-zone')}.
      Steps: https://wiki.example.com/api/errors
      @pagerduty-api @slack-sre
    `,
    warning`${value} errors in 5 minutes in ${tag('availability-zone')}. @slack-sre`,
    recovery`The API in ${tag('availability-zone')} logs no errors any more. @pagerduty-api @slack-sre`,
  ]),
  tags,
  priority: 3,
  enableLogsSample: true,
  onMissingData: 'resolve',
})

/** Whether the API answers at all, asked from each of its hosts. */
export const reachable = monitor('api-reachable', {
  name: 'API does not answer on {{host.name}}',
  alert: serviceCheck('http.can_connect')
    .over('env:prod', 'instance:api')
    .by('host')
    .last(4)
    .countByStatus({ critical: 3, warning: 1, ok: 2 }),
  message: message(({ alert, warning, recovery, noData, tag, checkMessage }) => [
    alert`
      The API on ${tag('host')} did not answer three times in a row: ${checkMessage}
      Steps: https://wiki.example.com/api/down
      @pagerduty-api @slack-sre
    `,
    warning`The API on ${tag('host')} missed an answer: ${checkMessage} @slack-sre`,
    noData`The check on ${tag('host')} has stopped reporting. @slack-sre`,
    recovery`The API on ${tag('host')} answers again. @pagerduty-api @slack-sre`,
  ]),
  tags,
  priority: 2,
  notifyNoData: true,
  noDataTimeframe: '10m',
  newGroupDelay: '5m',
})

/** Slow and failing at once: customers notice, so somebody is woken with the highest priority. */
export const down = monitor('api-down', {
  name: 'API is slow and its errors pile up',
  alert: composite(latency.and(errors)),
  message: message(({ alert, recovery }) => [
    alert`
      The API is slow and logs errors at the same time: customers are affected.
      Steps: https://wiki.example.com/api/down
      @pagerduty-api @slack-sre
    `,
    recovery`The API is well again. @pagerduty-api @slack-sre`,
  ]),
  tags,
  priority: 1,
  renotifyInterval: '1h',
  renotifyStatuses: ['alert'],
  escalationMessage: 'Nobody has solved this for an hour. @pagerduty-api-managers',
})
