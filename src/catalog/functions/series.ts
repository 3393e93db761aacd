import { type FunctionFacts, type FunctionParameter, series } from './facts.js'

const pages = 'https://docs.datadoghq.com/dashboards/functions'
const count = `${pages}/count/`
const exclusion = `${pages}/exclusion/`
const interpolation = `${pages}/interpolation/`

const bound = { name: 'bound', kind: 'number' } as const satisfies FunctionParameter

/** Functions that count, drop or fill. */
export const seriesFunctions = {
  count_nonzero: {
    category: 'count',
    form: 'call',
    parameters: [series],
    aliases: ['count_nonzero_finite'],
    inMonitors: 'yes',
    needsGroupBy: true,
    removesGroups: true,
    source: count,
    example: 'count_nonzero(sum:http.requests{*} by {host})',
  },
  count_not_null: {
    category: 'count',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    needsGroupBy: true,
    removesGroups: true,
    source: count,
    example: 'count_not_null(sum:http.requests{*} by {host})',
  },
  exclude_null: {
    category: 'exclusion',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source: exclusion,
    example: 'exclude_null(avg:system.load.1{*} by {service})',
  },
  clamp_min: {
    category: 'exclusion',
    form: 'call',
    parameters: [series, bound],
    inMonitors: 'yes',
    source: exclusion,
    example: 'clamp_min(avg:system.load.1{*}, 0)',
  },
  clamp_max: {
    category: 'exclusion',
    form: 'call',
    parameters: [series, bound],
    inMonitors: 'yes',
    source: exclusion,
    example: 'clamp_max(avg:system.load.1{*}, 100)',
  },
  cutoff_min: {
    category: 'exclusion',
    form: 'call',
    parameters: [series, bound],
    inMonitors: 'yes',
    source: exclusion,
    example: 'cutoff_min(avg:system.load.1{*}, 0)',
  },
  cutoff_max: {
    category: 'exclusion',
    form: 'call',
    parameters: [series, bound],
    inMonitors: 'yes',
    source: exclusion,
    example: 'cutoff_max(avg:system.load.1{*}, 100)',
  },
  is_greater: {
    category: 'boolean',
    form: 'call',
    parameters: [series, bound],
    inMonitors: 'yes',
    source: 'https://docs.datadoghq.com/metrics/nested_queries/',
    example: 'is_greater(avg:system.load.1{*}, 15)',
  },
  is_less: {
    category: 'boolean',
    form: 'call',
    parameters: [series, bound],
    inMonitors: 'yes',
    source: 'https://docs.datadoghq.com/metrics/nested_queries/',
    example: 'is_less(avg:system.load.1{*}, 15)',
  },
  is_between: {
    category: 'boolean',
    form: 'call',
    parameters: [series, { name: 'lower', kind: 'number' }, { name: 'upper', kind: 'number' }],
    inMonitors: 'yes',
    source: 'https://docs.datadoghq.com/metrics/nested_queries/',
    example: 'is_between(avg:system.load.1{*}, 5, 15)',
  },
  fill: {
    category: 'interpolation',
    form: 'method',
    parameters: [
      // `.fill(0)` and `.fill(60)` occur in public dashboards; the number alone is a limit in seconds.
      { name: 'mode', kind: 'enum', values: ['linear', 'last', 'zero', 'null'], quoted: false },
      // The documentation names 300 as the default and both 600 and 900 as the maximum, so none is enforced.
      { name: 'limit', kind: 'seconds', optional: true, min: 0 },
    ],
    inMonitors: 'yes',
    source: interpolation,
    example: 'avg:system.load.1{*}.fill(last, 300)',
  },
  default_zero: {
    category: 'interpolation',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source: interpolation,
    example: 'default_zero(sum:http.errors{*}.as_count())',
  },
  default: {
    category: 'interpolation',
    form: 'call',
    parameters: [series, { name: 'value', kind: 'number' }],
    inMonitors: 'yes',
    source: interpolation,
    example: 'default(avg:system.load.1{*}, 0)',
  },
} as const satisfies Record<string, FunctionFacts>
