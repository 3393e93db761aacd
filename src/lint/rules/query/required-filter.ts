import { queryOf } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { filterKeysOf } from '../../facts/filters.js'
import { writtenGroupKeys } from '../../facts/groups.js'
import { seriesOf } from '../../facts/series.js'
import { stepsOf } from '../../facts/steps.js'
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
    ],
  },
  check({ definition, options }) {
    const hasQuery = seriesOf(definition).length > 0 || stepsOf(queryOf(definition).node).length > 0
    if (!hasQuery || definition.type === 'slo alert') return
    const keys = filterKeysOf(definition)
    const groups = writtenGroupKeys(definition)
    return options.keys
      .filter(key => !keys.has(key) && !groups.has(key))
      .map(key => ({
        path: ['query'],
        message: `The query neither filters nor groups by \`${key}\`.`,
        hint: `Add \`${key}:…\` to its scope.`,
      }))
  },
})
