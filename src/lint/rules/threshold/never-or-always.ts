import { functionNamed } from '../../../catalog/index.js'
import type { Severity } from '../../../diagnostic/index.js'
import { isJsonObject, type MonitorDefinition, queryOf } from '../../../model/index.js'
import type { Comparator, MetricExpression } from '../../../query/index.js'
import { logMonitor, metricMonitor } from '../../example.js'
import { conditionOf, literalOf } from '../../facts/condition.js'
import { stepNamed, textsOf } from '../../facts/steps.js'
import { defineRule } from '../../rule.js'

export const neverOrAlways = defineRule({
  id: 'threshold/never-or-always',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The condition on a count is always or never true.',
  why: 'A number of events is never below 0, so `>= 0` always alerts and `< 0` never does. One of the two signs was meant differently.',
  howToFix: 'Write `> 0` for “at least one”, and `< 1` for “none”.',
  examples: {
    good: [
      { definition: count('> 0') },
      { definition: count('< 1') },
      { definition: count('<= 0') },
      {
        title: 'A difference of counts may be negative.',
        definition: metricMonitor({
          query:
            'sum(last_5m):sum:queue.in{env:prod} by {host}.as_count() - sum:queue.out{env:prod} by {host}.as_count() < 0',
          options: { thresholds: { critical: 0 } },
        }),
      },
    ],
    bad: [
      { definition: count('>= 0'), finds: 'always true' },
      { definition: count('< 0'), finds: 'never true' },
      {
        definition: metricMonitor({
          query: 'sum(last_5m):sum:api.errors{env:prod} by {host}.as_count() >= 0',
          options: { thresholds: { critical: 0 } },
        }),
        finds: 'always true',
      },
      {
        definition: metricMonitor({
          query: 'avg(last_5m):count_nonzero(avg:worker.running{env:prod} by {host}) < 0',
          message: 'Workers are gone. @slack-sre',
          options: { thresholds: { critical: 0 } },
        }),
        finds: 'A number of groups is never below 0',
      },
    ],
  },
  check({ definition }) {
    const condition = conditionOf(definition)
    const literal = literalOf(condition)
    if (condition === undefined || literal === undefined) return
    const outcome = outcomeAtZero(condition.comparator, literal)
    const counted = outcome === undefined ? undefined : countedBy(definition)
    if (counted === undefined) return
    return {
      path: ['query'],
      span: condition.span,
      message: `A number of ${counted.what} is never below 0, so this condition is ${outcome} true.`,
      hint: outcome === 'always' ? 'Write `> 0`.' : 'Write `< 1`.',
      severity: counted.severity,
    }
  },
})

function outcomeAtZero(comparator: Comparator, literal: number): 'always' | 'never' | undefined {
  if (comparator === '>=' && literal <= 0) return 'always'
  if (comparator === '>' && literal < 0) return 'always'
  if (comparator === '<' && literal <= 0) return 'never'
  return comparator === '<=' && literal < 0 ? 'never' : undefined
}

interface Counted {
  readonly what: string
  readonly severity: Severity
}

const events: Counted = { what: 'events', severity: 'error' }

/** What the query counts, where its value is nothing but a number of things. */
function countedBy(definition: MonitorDefinition): Counted | undefined {
  const query = queryOf(definition).node
  if (query?.kind === 'event-monitor') {
    const method = textsOf(stepNamed(definition, 'rollup'))[0]
    return method === 'count' || method === 'cardinality' ? events : undefined
  }
  if (query?.kind === 'metric-monitor' && query.head.kind === 'window-head')
    return countedIn(query.expression)
  if (query?.kind !== 'formula-monitor' || query.formula.kind !== 'query-name') return undefined
  return countsEvents(definition, query.formula.name) ? events : undefined
}

function countsEvents(definition: MonitorDefinition, name: string): boolean {
  const variable = definition.options?.variables?.find(each => isJsonObject(each) && each.name === name)
  const compute = isJsonObject(variable) && isJsonObject(variable.search) ? variable.compute : undefined
  return isJsonObject(compute) && (compute.aggregation === 'count' || compute.aggregation === 'cardinality')
}

/** `count_nonzero(…)` and, with few exceptions, what `.as_count()` adds up. */
function countedIn(expression: MetricExpression): Counted | undefined {
  if (expression.kind === 'call') {
    if (functionNamed(expression.name, 'call')?.removesGroups === true && expression.name !== 'dt')
      return { what: 'groups', severity: 'error' }
    const [inner] = expression.arguments
    return expression.name === 'default_zero' && inner?.kind === 'method' ? countedIn(inner) : undefined
  }
  let node: MetricExpression = expression
  while (node.kind === 'method') {
    // A program may send negative counts, so this is no certainty.
    if (node.name === 'as_count') return { what: 'events', severity: 'warning' }
    node = node.target
  }
  return undefined
}

function count(condition: string) {
  const query = `logs("status:error service:api").index("*").rollup("count").by("env").last("5m") ${condition}`
  return logMonitor({ query, options: { thresholds: { critical: Number(condition.split(' ')[1]) } } })
}
