import { type FunctionFacts, type FunctionParameter, series } from './facts.js'

const source = 'https://docs.datadoghq.com/metrics/nested_queries/'

const tags = { name: 'tags', kind: 'tags' } as const satisfies FunctionParameter

/** A second layer of space aggregation: the lines of a grouped query, aggregated again. The feature is in preview. */
export const nestedFunctions = {
  aggregate_by: {
    category: 'rollup',
    form: 'regrouping',
    members: ['avg', 'sum', 'min', 'max', 'stddev'],
    parameters: [series, tags],
    inMonitors: 'unknown',
    needsGroupBy: true,
    source,
    example: 'sum(avg:system.load.1{*} by {env,host}.rollup(avg, 300), {env})',
  },
  percentile_by: {
    category: 'rollup',
    form: 'regrouping',
    members: ['percentile'],
    parameters: [
      series,
      { name: 'percentile', kind: 'enum', values: [], percentiles: true, quoted: true },
      tags,
    ],
    inMonitors: 'unknown',
    needsGroupBy: true,
    source,
    example: "percentile(avg:system.load.1{*} by {env,host}.rollup(avg, 300), 'p95', {env})",
  },
} as const satisfies Record<string, FunctionFacts>
