import { isJsonObject } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const silencedPresent = defineRule({
  id: 'options/silenced-present',
  severity: 'info',
  kinds: ['monitor'],
  title: '`silenced` is written by the account, not by authors.',
  why: 'Datadog fills `silenced` from the downtimes that cover the monitor; what a definition says there is out of date as soon as a downtime ends. Exported files carry it along.',
  howToFix: 'Remove it. Mute with a downtime.',
  source: 'https://docs.datadoghq.com/monitors/downtimes/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, silenced: { '*': null } } }),
        finds: 'written by the account',
      },
    ],
  },
  check({ definition }) {
    const { silenced } = definition.options ?? {}
    if (!isJsonObject(silenced)) return
    const path = ['options', 'silenced']
    return {
      path,
      message: '`silenced` is written by the account and mutes nothing from here.',
      hint: 'Remove it, and mute with a downtime.',
      fixes: [{ title: 'Remove `silenced`.', edits: [remove(path)] }],
    }
  },
})
