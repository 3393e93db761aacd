import { rollupAggregators } from '../aggregators.js'
import { type FunctionFacts, series } from './facts.js'

const rollup = 'https://docs.datadoghq.com/dashboards/functions/rollup/'
const smoothing = 'https://docs.datadoghq.com/dashboards/functions/smoothing/'
const timeshift = 'https://docs.datadoghq.com/dashboards/functions/timeshift/'
const typeModifiers = 'https://docs.datadoghq.com/metrics/custom_metrics/type_modifiers/'

/** Functions of time buckets, smoothing and shifts. */
export const timeFunctions = {
  rollup: {
    category: 'rollup',
    form: 'method',
    parameters: [
      { name: 'aggregator', kind: 'enum', values: rollupAggregators, quoted: false },
      { name: 'interval', kind: 'seconds', optional: true, min: 1 },
      // Calendar buckets (`daily`, `weekly` …) take a start and a time zone; their spelling is not published.
      { name: 'alignment', kind: 'word', optional: true },
      { name: 'timezone', kind: 'word', optional: true },
    ],
    inMonitors: 'yes',
    source: rollup,
    example: 'sum:http.requests{*}.as_count().rollup(sum, 300)',
  },
  formula_rollup: {
    category: 'rollup',
    form: 'call',
    members: ['rollup'],
    parameters: [
      series,
      {
        name: 'aggregator',
        kind: 'enum',
        values: [...rollupAggregators, 'stddev'],
        percentiles: true,
        quoted: true,
      },
      { name: 'interval', kind: 'seconds', min: 1 },
    ],
    inMonitors: 'unknown',
    onlyInFormulas: true,
    source: 'https://docs.datadoghq.com/metrics/nested_queries/',
    example: "rollup(avg:system.load.1{*}, 'p95', 1800)",
  },
  moving_rollup: {
    category: 'rollup',
    form: 'call',
    parameters: [
      series,
      { name: 'interval', kind: 'seconds', min: 1 },
      {
        name: 'aggregator',
        kind: 'enum',
        values: ['avg', 'sum', 'min', 'max', 'median', 'count', 'stddev'],
        percentiles: true,
        quoted: true,
      },
    ],
    inMonitors: 'yes',
    source: rollup,
    example: "moving_rollup(avg:system.load.1{*}, 60, 'max')",
  },
  reduce: {
    category: 'rollup',
    form: 'call',
    parameters: [
      series,
      {
        name: 'aggregator',
        kind: 'enum',
        percentiles: true,
        quoted: true,
        values: ['avg', 'mean', 'sum', 'min', 'max', 'last', 'count', 'area', 'l2norm', 'stddev'],
      },
    ],
    inMonitors: 'unknown',
    onlyInFormulas: true,
    source: 'https://docs.datadoghq.com/metrics/nested_queries/',
    example: "reduce(avg:system.load.1{*}, 'last')",
  },
  as_count: {
    category: 'rollup',
    form: 'method',
    parameters: [],
    inMonitors: 'yes',
    source: typeModifiers,
    example: 'sum:http.requests{*}.as_count()',
  },
  as_rate: {
    category: 'rollup',
    form: 'method',
    parameters: [],
    inMonitors: 'yes',
    source: typeModifiers,
    example: 'sum:http.requests{*}.as_rate()',
  },
  weighted: {
    category: 'smoothing',
    form: 'method',
    parameters: [],
    inMonitors: 'yes',
    source: smoothing,
    example: 'sum:kubernetes.pods.running{*}.weighted()',
  },
  autosmooth: {
    // The span is chosen anew each minute, which makes a threshold meaningless.
    category: 'smoothing',
    form: 'call',
    parameters: [series],
    inMonitors: 'no',
    insteadInMonitors: 'a fixed span such as `ewma_10(…)` or `median_5(…)`',
    source: smoothing,
    example: 'autosmooth(avg:system.load.1{*})',
  },
  ewma_N: {
    category: 'smoothing',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source: smoothing,
    members: ['ewma_1', 'ewma_3', 'ewma_5', 'ewma_7', 'ewma_10', 'ewma_20'],
    example: 'ewma_5(avg:system.load.1{*})',
  },
  median_N: {
    category: 'smoothing',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source: smoothing,
    members: ['median_3', 'median_5', 'median_7', 'median_9'],
    example: 'median_5(avg:system.load.1{*})',
  },
  rollingavg_N: {
    category: 'smoothing',
    form: 'call',
    parameters: [series],
    inMonitors: 'unknown',
    source: 'https://docs.datadoghq.com/dashboards/functions/beta/',
    members: ['rollingavg_5', 'rollingavg_13', 'rollingavg_21', 'rollingavg_29'],
    example: 'rollingavg_5(avg:system.load.1{*})',
  },
  timeshift: {
    category: 'timeshift',
    form: 'call',
    parameters: [series, { name: 'shift', kind: 'seconds' }],
    inMonitors: 'yes',
    source: timeshift,
    example: 'timeshift(avg:system.load.1{*}, -3600)',
  },
  calendar_shift: {
    category: 'timeshift',
    form: 'call',
    parameters: [
      series,
      { name: 'shift', kind: 'text', quoted: true },
      { name: 'timezone', kind: 'text', quoted: true, usual: "'UTC'" },
      { name: 'mode', kind: 'enum', values: ['preserve_duration'], optional: true, quoted: true },
    ],
    inMonitors: 'unknown',
    source: timeshift,
    example: "calendar_shift(avg:system.load.1{*}, '-1mo', 'UTC')",
  },
  hour_before: {
    category: 'timeshift',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source: timeshift,
    example: 'hour_before(avg:system.load.1{*})',
  },
  day_before: {
    category: 'timeshift',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    deprecated: "`calendar_shift(…, '-1d', 'UTC')`",
    source: timeshift,
    example: 'day_before(avg:system.load.1{*})',
  },
  week_before: {
    category: 'timeshift',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    deprecated: "`calendar_shift(…, '-7d', 'UTC')`",
    source: timeshift,
    example: 'week_before(avg:system.load.1{*})',
  },
  // A month is 28 days here.
  month_before: {
    category: 'timeshift',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    deprecated: "`calendar_shift(…, '-1mo', 'UTC')`",
    source: timeshift,
    example: 'month_before(avg:system.load.1{*})',
  },
} as const satisfies Record<string, FunctionFacts>
