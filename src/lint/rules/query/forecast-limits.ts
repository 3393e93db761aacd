import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryForecastLimits = defineRule({
  id: 'query/forecast-limits',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A forecast is asked in a way that it does not support.',
  why: 'Some functions cannot be predicted, some arguments belong to one algorithm only, and a series holds 1,500 points. Datadog refuses the query, or ignores the argument.',
  howToFix: 'Forecast the plain query, with the arguments of its algorithm.',
  source: 'https://docs.datadoghq.com/monitors/types/forecasts/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query:
            "max(next_1w):forecast(avg:system.disk.in_use{env:prod} by {host}, 'linear', 1, interval='60m', history='1w', model='default') >= 4",
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query:
            "max(next_1w):forecast(cumsum(avg:system.disk.in_use{env:prod} by {host}), 'linear', 1, interval='60m', history='1w') >= 4",
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'cannot stand inside `forecast`',
      },
      {
        title: 'Points that are too close together.',
        definition: metricMonitor({
          query:
            "max(next_1w):forecast(avg:system.disk.in_use{env:prod} by {host}, 'linear', 1, interval='1m', history='1w') >= 4",
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'asks for 10080 points',
      },
    ],
  },
  ...diagnosed('query/forecast-limits'),
})
