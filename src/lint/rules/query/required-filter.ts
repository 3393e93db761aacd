import { type MonitorDefinition, queryOf } from '../../../model/index.js'
import type { Filter, Series } from '../../../query/index.js'
import { metricMonitor } from '../../example.js'
import { filterKeysOf } from '../../facts/filters.js'
import { writtenGroupKeys } from '../../facts/groups.js'
import { seriesOf } from '../../facts/series.js'
import { stepsOf } from '../../facts/steps.js'
import type { Report } from '../../finding.js'
import { defineRule } from '../../rule.js'

export const requiredFilter = defineRule({
  id: 'query/required-filter',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The query does not filter by a tag that the organization requires.',
  why: 'Where several environments report to one account, a monitor without `env` watches all of them. Which tags must be there is yours to say.',
  howToFix: 'Filter or group by the tag. Which ones are required stands in the option `keys`.',
  options: {
    keys: {
      description: 'Tag keys by which every query must filter or group.',
      default: [] as readonly string[],
    },
  },
  examples: {
    good: [
      { definition: metricMonitor(), options: { keys: ['env'] } },
      {
        title: 'Every alternative names it.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod OR env:staging} by {host} > 4',
        }),
        options: { keys: ['env'] },
      },
      {
        title: 'Nothing is required unless configured.',
        definition: metricMonitor({ query: 'avg(last_5m):avg:system.load.1{*} by {host} > 4' }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ query: 'avg(last_5m):avg:system.load.1{role:db} by {host} > 4' }),
        options: { keys: ['env'] },
        finds: '`env`',
      },
      {
        title: 'Each side of a ratio counts.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:api.busy{env:prod} by {host} / avg:api.workers{role:api} by {host} > 4',
        }),
        options: { keys: ['env'] },
        finds: 'The query of `api.workers`',
      },
    ],
  },
  check({ definition, options }) {
    const { type } = definition
    const isMeasured = seriesOf(definition).length > 0 || stepsOf(queryOf(definition).node).length > 0
    if (!isMeasured || type === 'slo alert') return
    return options.keys.flatMap(key => unfiltered(definition, key) ?? [])
  },
})

function unfiltered(definition: MonitorDefinition, key: string): Report | undefined {
  const hint = `Add \`${key}:…\` to its scope.`
  const open = seriesOf(definition).find(({ series }) => !isBound(series, key))
  if (open !== undefined) {
    const { series, path } = open
    const message = `The query of \`${series.metric.name}\` neither filters nor groups by \`${key}\`.`
    return { path, span: series.span, message, hint }
  }
  const isMetric = seriesOf(definition).length > 0
  if (isMetric || filterKeysOf(definition).has(key) || writtenGroupKeys(definition).has(key)) return undefined
  return { path: ['query'], message: `The query neither filters nor groups by \`${key}\`.`, hint }
}

/** True when every point that a selector reads has a chosen value of the tag, or is told apart by it. */
function isBound({ scope, groupBy }: Series, key: string): boolean {
  if (groupBy?.keys.some(each => each.name === key)) return true
  return scope !== undefined && demands(scope.filter, key)
}

function demands(filter: Filter, key: string): boolean {
  switch (filter.kind) {
    case 'filter-tag':
    case 'filter-in':
      return filter.key === key
    case 'filter-list':
    case 'filter-and':
      return filter.operands.some(operand => demands(operand, key))
    case 'filter-or':
      return filter.operands.every(operand => demands(operand, key))
    case 'filter-not':
      return demands(filter.operand, key)
    // What dogma cannot read may well filter.
    case 'opaque':
      return true
    default:
      return false
  }
}
