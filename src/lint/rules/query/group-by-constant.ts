import type { Filter, Series } from '../../../query/index.js'
import { metricMonitor } from '../../example.js'
import { seriesOf } from '../../facts/series.js'
import { defineRule } from '../../rule.js'

export const groupByConstant = defineRule({
  id: 'query/group-by-constant',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The query groups by a tag that it fixes to one value.',
  why: 'With `env:prod` in the scope there is one group by `env`. It makes the query longer and the monitor a multi alert without need, though the tag then shows in notifications.',
  howToFix: 'Remove the key from `by {…}`, or the filter.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#alert-grouping',
  examples: {
    good: [
      { definition: metricMonitor() },
      { title: 'A wildcard leaves several values.', definition: by('env:prod-*', 'env') },
      { title: 'Two values are two groups.', definition: by('env IN (prod,stage)', 'env') },
    ],
    bad: [{ definition: by('env:prod', 'env,host'), finds: '`env` is always `prod`' }],
  },
  check({ definition }) {
    return seriesOf(definition).flatMap(({ series, path }) => {
      const fixed = fixedTags(series)
      return (series.groupBy?.keys ?? []).flatMap(({ name, span }) => {
        const value = fixed.get(name)
        if (value === undefined) return []
        const message = `The query groups by \`${name}\`, but \`${name}\` is always \`${value}\` here.`
        return [{ path, span, message, hint: 'Remove the key from `by {…}`.' }]
      })
    })
  },
})

/** Tags that the scope demands with one exact value. */
function fixedTags(series: Series): ReadonlyMap<string, string> {
  const filter = series.scope?.filter
  const demanded: readonly Filter[] =
    filter?.kind === 'filter-list' || filter?.kind === 'filter-and' ? filter.operands : filter ? [filter] : []
  return new Map(
    demanded.flatMap(each =>
      each.kind === 'filter-tag' && each.key !== undefined && !/[*$?]/.test(each.value)
        ? [[each.key, each.value]]
        : [],
    ),
  )
}

function by(scope: string, keys: string) {
  return metricMonitor({
    query: `avg(last_5m):avg:system.load.1{${scope}} by {${keys}} > 4`,
    message: 'High. @slack-sre',
  })
}
