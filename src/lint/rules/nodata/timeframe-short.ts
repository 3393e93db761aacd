import { advisedTimeframe, decidingSecondsOf } from '../../../check/index.js'
import { queryOf } from '../../../model/index.js'
import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { anomalyMonitor, metricMonitor } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

const twice: FixesFor = ({ path }, definition) => {
  const seconds = decidingSecondsOf(queryOf(definition).node)
  if (path === undefined || seconds === undefined) return []
  const minutes = advisedTimeframe(seconds, definition.options)
  return [{ title: `Wait for ${minutes} minutes.`, edits: [set(path, minutes)] }]
}

export const nodataTimeframeShort = defineRule({
  id: 'nodata/timeframe-short',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Missing data is reported too early.',
  why: 'Datadog recommends to wait for at least twice the evaluation window. A shorter time reports late points as an outage.',
  howToFix:
    'Set `no_data_timeframe` to at least twice the evaluation window, in minutes; 1,440 is the most there is.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 10 },
        }),
      },
      {
        title: 'The alert window decides about an anomaly; the rest of the window is only drawn.',
        definition: anomalyMonitor({
          options: { ...anomalyMonitor().options, notify_no_data: true, no_data_timeframe: 30 },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 6 },
        }),
        finds: 'after 6 minutes, but the evaluation window is 5 minutes',
      },
      {
        title: 'Groups are remembered for a day, so no time frame is longer.',
        definition: metricMonitor({
          query: 'avg(last_1d):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 60 },
        }),
        finds: 'after 1 hour, but the evaluation window is 1 day',
      },
    ],
  },
  ...diagnosed('nodata/timeframe-short', twice),
})
