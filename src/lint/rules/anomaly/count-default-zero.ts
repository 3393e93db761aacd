import { anomalyMonitor } from '../../example.js'
import { anomaliesOf, namedArgument } from '../../facts/condition.js'
import { nodesOfKind } from '../../facts/nodes.js'
import { replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

function counted(rest: string) {
  const query = `avg(last_4h):anomalies(sum:api.hits{env:prod}.as_count(), 'agile', 2, direction='both', interval=60, alert_window='last_15m'${rest}, seasonality='daily') >= 1`
  return anomalyMonitor({ query })
}

export const countDefaultZero = defineRule({
  id: 'anomaly/count-default-zero',
  severity: 'info',
  kinds: ['monitor'],
  title: 'Gaps of a count are not read as zero.',
  why: 'A count has no point when nothing happens. Without `count_default_zero` such gaps are left out, and a service that stops looks normal.',
  howToFix: "Add `count_default_zero='true'`.",
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: counted(", count_default_zero='true'") }],
    bad: [{ definition: counted(''), finds: 'Gaps of the count' }],
  },
  check({ definition }) {
    const call = anomaliesOf(definition)
    if (call === undefined || namedArgument(call, 'count_default_zero') !== undefined) return
    const count = nodesOfKind(call, 'method').find(method => method.name === 'as_count')
    if (count === undefined) return
    const end = { start: call.span.end - 1, end: call.span.end - 1 }
    const edits = [replaceText(['query'], end, ", count_default_zero='true'")]
    return {
      path: ['query'],
      span: count.nameSpan,
      message: 'Gaps of the count are left out instead of read as zero.',
      hint: "Add `count_default_zero='true'`.",
      fixes: [{ title: 'Read gaps as zero.', edits }],
    }
  },
})
