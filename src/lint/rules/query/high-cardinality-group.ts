import { logMonitor, metricMonitor } from '../../example.js'
import { groupsOf } from '../../facts/groups.js'
import { defineRule } from '../../rule.js'

/** Keys with a new value for nearly every event. The `uuid` of a device names one thing that stays. */
const singular =
  /(^|[@._])((request|trace|span|session|transaction|correlation|message|event|view|usr|user)[_.]?id|(?<=^@?)uuid|client[_.]?ip|ip_?address|url_full|timestamp)$/i

export const highCardinalityGroup = defineRule({
  id: 'query/high-cardinality-group',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The monitor groups by a key that is different for nearly every event.',
  why: 'Each value becomes a group of its own, with its own alert and its own custom metric. Datadog cuts such monitors off at a thousand groups, and the bill grows before.',
  howToFix: 'Group by the thing that somebody can repair: service, endpoint, host.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#alert-grouping',
  examples: {
    good: [
      { definition: metricMonitor() },
      {
        title: 'A device keeps its number.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:gpu.load{env:prod} by {gpu_uuid} > 4',
          message: 'GPU {{gpu_uuid.name}} is busy. @slack-sre',
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:api.latency{env:prod} by {request_id} > 4',
          message: 'Slow. @slack-sre',
        }),
        finds: '`request_id`',
      },
      {
        definition: logMonitor({
          query: 'logs("status:error").index("*").rollup("count").by("@usr.id").last("5m") > 100',
          message: 'Errors of {{[@usr.id].name}}. @slack-sre',
        }),
        finds: '`@usr.id`',
      },
    ],
  },
  check({ definition }) {
    const key = groupsOf(definition).keys.find(each => singular.test(each))
    if (key === undefined) return
    const start = definition.query.lastIndexOf(key)
    return {
      path: ['query'],
      span: start < 0 ? undefined : { start, end: start + key.length },
      message: `The monitor groups by \`${key}\`, which is different for nearly every event.`,
      hint: 'Group by what somebody can repair, such as `service`.',
    }
  },
})
