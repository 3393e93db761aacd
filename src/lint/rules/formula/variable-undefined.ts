import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, metricQuery } from '../../example.js'
import { defineRule } from '../../rule.js'

export const formulaVariableUndefined = defineRule({
  id: 'formula/variable-undefined',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The formula uses a variable that is not defined.',
  why: 'Every name in the formula must be a variable under `options.variables`. Datadog refuses the monitor otherwise.',
  howToFix: 'Correct the name, or add the variable.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      {
        definition: formulaMonitor('formula("(queued - served) / workers").last("10m") > 50', [
          metricQuery('queued', 'sum:jobs.queued{env:prod}.as_count()'),
          metricQuery('served', 'sum:jobs.served{env:prod}.as_count()'),
          metricQuery('workers', 'max:jobs.workers{env:prod}'),
        ]),
      },
    ],
    bad: [
      {
        title: 'Upper and lower case are different names.',
        definition: formulaMonitor('formula("Queued").last("10m") > 50', [
          metricQuery('queued', 'sum:jobs.queued{env:prod}.as_count()'),
        ]),
        finds: '`Queued`',
      },
      {
        title: 'The divisor was forgotten.',
        definition: formulaMonitor('formula("queued / workers").last("10m") > 50', [
          metricQuery('queued', 'sum:jobs.queued{env:prod}.as_count()'),
        ]),
        finds: '`workers`',
      },
    ],
  },
  ...diagnosed('formula/variable-undefined'),
})
