import { aggregatorsElsewhere, isPercentile, spaceAggregators } from '../catalog/index.js'
import { nearest } from '../diagnostic/index.js'
import type { Series, SpaceAggregator } from '../query/index.js'
import type { MetricContext, Report } from './report.js'

/** `query/space-aggregator`: an aggregator before the metric that Datadog does not have, or not here. */
export function checkSpaceAggregator(series: Series, context: MetricContext, report: Report): void {
  const aggregator = series.aggregator
  if (aggregator === undefined) checkMetricPrefix(series, report)
  if (aggregator === undefined || aggregator.conditions !== undefined) return
  const { name } = aggregator
  if (!Object.hasOwn(spaceAggregators, name)) {
    if (!isPercentile(name)) reportUnknown(aggregator, report)
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
  if (scope === undefined && groupBy === undefined && Object.hasOwn(spaceAggregators, metric.name)) {
    report({
      code: 'query/suspicious-syntax',
      severity: 'warning',
      message: `\`${metric.name}\` is read as the name of a metric.`,
      span: metric.span,
      hint: `Write \`${metric.name}:\` for the space aggregation.`,
    })
    return
  }
  const [, name] = /^(avg|sum|min|max|p\d\d)\.\w+\./.exec(metric.name) ?? []
  if (name === undefined || scope === undefined) return
  const start = metric.span.start + name.length
  report({
    code: 'query/suspicious-syntax',
    severity: 'warning',
    message: `\`${name}.\` is read as the beginning of the metric's name.`,
    span: { start: metric.span.start, end: start + 1 },
    hint: `Write \`${name}:\` for the space aggregation.`,
    repair: [{ span: { start, end: start + 1 }, text: ':' }],
  })
}

function reportUnknown(aggregator: SpaceAggregator, report: Report): void {
  const { name } = aggregator
  const meant =
    meantPercentile(name) ??
    aggregatorsElsewhere.get(name.toLowerCase()) ??
    nearest(name, Object.keys(spaceAggregators))
  report({
    code: 'query/space-aggregator',
    severity: 'error',
    message: `\`${aggregator.name}\` is not a space aggregator.`,
    span: aggregator.span,
    hint:
      meant === undefined
        ? 'Use `avg`, `sum`, `min`, `max`, `count`, or a percentile such as `p95`.'
        : `Did you mean \`${meant}\`?`,
    ...(meant === undefined ? {} : { repair: [{ span: aggregator.span, text: meant }] }),
  })
}

/** `p999` is read as the 999th percentile; `p99.9` was meant. */
function meantPercentile(name: string): string | undefined {
  const digits = /^(?:p|pc|P)(\d{2})(\d{0,2})$/.exec(name)
  return digits === null ? undefined : `p${digits[1]}${digits[2] === '' ? '' : `.${digits[2]}`}`
}
