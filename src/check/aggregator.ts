import { isPercentile, spaceAggregators } from '../catalog/index.js'
import type { MetricName, Series, SpaceAggregator } from '../query/index.js'
import { spaceAggregatorMeant } from './names-meant.js'
import type { MetricContext, Report } from './report.js'

/** `query/space-aggregator`: an aggregator before the metric that Datadog does not have, or not here. */
export function checkSpaceAggregator(series: Series, context: MetricContext, report: Report): void {
  const aggregator = series.aggregator
  if (aggregator === undefined) checkMetricPrefix(series, report)
  if (aggregator === undefined || aggregator.conditions !== undefined) return
  const { name } = aggregator
  if (!Object.hasOwn(spaceAggregators, name)) {
    if (!isPercentile(name)) reportUnknown(aggregator, series.metric, report)
  } else if (name === 'histogram' && context.place !== 'dashboard') {
    report({
      code: 'query/space-aggregator',
      severity: 'error',
      message: '`histogram` draws distributions and works only in distribution and heatmap widgets.',
      span: aggregator.span,
      hint: 'Use a percentile such as `p95`, which needs percentiles switched on for the metric.',
    })
  }
}

/** `avg.system.load.1{*}`, and the `avg` of `avg,system.load.1{*}` and `avg-system.load.1{*}` */
function checkMetricPrefix({ metric, scope, groupBy }: Series, report: Report): void {
  const { start } = metric.span
  const name = metric.name.split('.', 1)[0]!
  const isAlone = name === metric.name && scope === undefined && groupBy === undefined
  const isPrefix = scope !== undefined && /^(?:avg|sum|min|max|p\d\d)\.\w+\./.test(metric.name)
  if (!isPrefix && !(isAlone && Object.hasOwn(spaceAggregators, name))) return
  const end = start + name.length + (isPrefix ? 1 : 0)
  report({
    code: 'query/suspicious-syntax',
    severity: 'warning',
    message: `\`${name}\` is read as the name of a metric, or its beginning.`,
    span: { start, end },
    hint: `Write \`${name}:\` for the space aggregation.`,
    ...(isPrefix && { repair: [{ span: { start: end - 1, end }, text: ':' }] }),
  })
}

/** The metric is looked at as well: `system.load.1:avg{*}` has both in the other order. */
function reportUnknown(aggregator: SpaceAggregator, metric: MetricName, report: Report): void {
  const { name } = aggregator
  const isSwapped = name.includes('.') && Object.hasOwn(spaceAggregators, metric.name)
  const meant = isSwapped ? metric.name : spaceAggregatorMeant(name)
  report({
    code: 'query/space-aggregator',
    severity: 'error',
    message: `\`${aggregator.name}\` is not a space aggregator.`,
    span: aggregator.span,
    hint:
      meant === undefined
        ? 'Use `avg`, `sum`, `min`, `max`, `count`, or a percentile such as `p95`.'
        : `Did you mean \`${meant}\`?`,
    ...(meant === undefined
      ? {}
      : {
          repair: [
            { span: aggregator.span, text: meant },
            ...(isSwapped ? [{ span: metric.span, text: name }] : []),
          ],
        }),
  })
}
