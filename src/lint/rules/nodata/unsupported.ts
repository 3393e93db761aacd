import { diagnosed } from '../../diagnosed.js'
import { compositeMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const nodataUnsupported = defineRule({
  id: 'nodata/unsupported',
  severity: 'error',
  kinds: ['monitor'],
  title: 'This type of monitor does not know `on_missing_data`.',
  why: 'Composites, service checks and a few others only have `notify_no_data`. Datadog refuses the newer option there.',
  howToFix: 'Use `notify_no_data` and `no_data_timeframe`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [{ definition: compositeMonitor({ options: { notify_no_data: true } }) }],
    bad: [
      {
        definition: compositeMonitor({ options: { on_missing_data: 'show_no_data' } }),
        finds: 'does not know `on_missing_data`',
      },
    ],
  },
  ...diagnosed('nodata/unsupported', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
