import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const definitionType = defineRule({
  id: 'definition/type',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The type of the monitor is not documented.',
  why: 'A misspelt type is refused, and options and grammar depend on it. A few accounts know types that the documentation does not list.',
  howToFix: 'Write a documented type, for example `query alert`.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [{ definition: metricMonitor({ type: 'qery alert' }), finds: '`qery alert`' }],
  },
  ...diagnosed('definition/type'),
})
