import { isMetricType } from '../../../catalog/index.js'
import { anomalyMonitor, metricMonitor } from '../../example.js'
import { algorithmOf } from '../../facts/condition.js'
import { expressionsOf } from '../../facts/expressions.js'
import { nodesOfKind } from '../../facts/nodes.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const fullWindowSparse = defineRule({
  id: 'options/full-window-sparse',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A sparse metric must fill the whole window.',
  why: 'A count has points only when something happens, so its window is rarely full. With `require_full_window` such evaluations are skipped and the monitor never alerts.',
  howToFix: 'Set `require_full_window` to false.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#evaluation-window',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'sum(last_5m):sum:api.errors{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 }, require_full_window: false },
        }),
      },
      {
        title: 'A gauge reports all the time.',
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, require_full_window: true } }),
      },
      {
        title: 'An algorithm bridges gaps itself.',
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(sum:api.errors{env:prod}.as_count(), 'agile', 2, direction='above', interval=60, " +
            "alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 1",
          options: {
            thresholds: { critical: 1, critical_recovery: 0 },
            threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
            require_full_window: true,
          },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'sum(last_5m):sum:api.errors{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 }, require_full_window: true },
        }),
        finds: 'evaluations without a full window are skipped',
      },
    ],
  },
  check({ definition }) {
    if (definition.options?.require_full_window !== true || !isMetricType(definition.type)) return
    const expressions = expressionsOf(definition)
    const counts = expressions.flatMap(({ expression }) => nodesOfKind(expression, 'method')).some(isCount)
    const filled = expressions
      .flatMap(({ expression }) => [...nodesOfKind(expression, 'call'), ...nodesOfKind(expression, 'method')])
      .some(call => fillers.has(call.name))
    if (!counts || filled || algorithmOf(definition) !== undefined) return
    const path = ['options', 'require_full_window']
    return {
      path,
      message:
        'The query counts something that may be rare, and evaluations without a full window are skipped.',
      hint: 'Write `require_full_window: false`.',
      fixes: [{ title: 'Evaluate windows that are not full.', edits: [set(path, false)] }],
    }
  },
})

const fillers: ReadonlySet<string> = new Set(['default_zero', 'default', 'fill'])

function isCount(method: { readonly name: string }): boolean {
  return method.name === 'as_count'
}
