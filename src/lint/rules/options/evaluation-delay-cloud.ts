import { isMetricType } from '../../../catalog/index.js'
import { lateMetric } from '../../../check/index.js'
import { metricMonitor } from '../../example.js'
import { judgedQueryOf } from '../../facts/condition.js'
import { seriesOf } from '../../facts/series.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

/**
 * Datadog asks the clouds for these metrics every few minutes; its documentation advises 15 minutes of delay. The metrics
 * of Azure IoT Edge come from an Agent beside the device, so they are on time.
 */
const advised = 900

export const evaluationDelayCloud = defineRule({
  id: 'options/evaluation-delay-cloud',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A metric of a cloud provider is judged before it has arrived.',
  why: 'Cloud metrics arrive minutes late, so the newest part of the window is incomplete. Sums look low, and the monitor flaps or reports missing data.',
  howToFix: 'Set `evaluation_delay` to 900 seconds.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#evaluation-delay',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_15m):avg:aws.rds.cpuutilization{env:prod} by {host} > 90',
          options: { thresholds: { critical: 90 }, evaluation_delay: 900 },
        }),
      },
      {
        title: 'In a day, the last minutes weigh next to nothing.',
        definition: metricMonitor({
          query: 'avg(last_1d):avg:aws.rds.cpuutilization{env:prod} by {host} > 90',
          options: { thresholds: { critical: 90 } },
        }),
      },
      {
        title: 'IoT Edge reports through an Agent.',
        definition: metricMonitor({
          query: 'avg(last_15m):avg:azure.iot_edge.edge_hub.queue_length{env:prod} by {host} > 90',
          options: { thresholds: { critical: 90 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_15m):avg:aws.rds.cpuutilization{env:prod} by {host} > 90',
          options: { thresholds: { critical: 90 } },
        }),
        finds: '`aws.rds.cpuutilization` arrives minutes late',
      },
    ],
  },
  check({ definition }) {
    if (!isMetricType(definition.type)) return
    const metric = lateMetric(judgedQueryOf(definition), definition.options)
    const late = seriesOf(definition).find(({ series }) => series === metric)
    if (late === undefined) return
    return {
      path: late.path,
      span: late.series.metric.span,
      message: `\`${late.series.metric.name}\` arrives minutes late, and the monitor has no \`evaluation_delay\`.`,
      hint: `Write \`evaluation_delay: ${advised}\`.`,
      fixes: [
        {
          title: 'Judge data that is 15 minutes old.',
          edits: [set(['options', 'evaluation_delay'], advised)],
        },
      ],
    }
  },
})
