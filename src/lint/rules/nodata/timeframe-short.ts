import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { evaluationSeconds } from '../../facts/window.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

const twice: FixesFor = ({ path }, definition) => {
  const seconds = evaluationSeconds(definition)
  if (path === undefined || seconds === undefined) return []
  const minutes = Math.max(2, Math.ceil((seconds * 2) / 60))
  return [{ title: `Wait for ${minutes} minutes.`, edits: [set(path, minutes)] }]
}

export const nodataTimeframeShort = defineRule({
  id: 'nodata/timeframe-short',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Missing data is reported too early.',
  why: 'Datadog recommends to wait for at least twice the evaluation window. A shorter time reports late points as an outage.',
  howToFix: 'Set `no_data_timeframe` to at least twice the evaluation window, in minutes.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 10 },
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
    ],
  },
  ...diagnosed('nodata/timeframe-short', twice),
})
