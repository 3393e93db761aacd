import { type FunctionFacts, series } from './facts.js'

const source = 'https://docs.datadoghq.com/dashboards/functions/arithmetic/'

/** Functions of single points, and running totals. */
export const arithmeticFunctions = {
  abs: {
    category: 'arithmetic',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source,
    example: 'abs(avg:system.load.1{*})',
  },
  log2: {
    category: 'arithmetic',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source,
    example: 'log2(avg:system.load.1{*})',
  },
  log10: {
    category: 'arithmetic',
    form: 'call',
    parameters: [series],
    inMonitors: 'yes',
    source,
    example: 'log10(avg:system.load.1{*})',
  },
  cumsum: {
    // A running total depends on the visible time frame, which a monitor does not have.
    category: 'arithmetic',
    form: 'call',
    parameters: [series],
    inMonitors: 'discouraged',
    insteadInMonitors: 'a cumulative evaluation window such as `sum(current_1d)`',
    source,
    example: 'cumsum(sum:http.requests{*}.as_count())',
  },
  integral: {
    category: 'arithmetic',
    form: 'call',
    parameters: [series],
    inMonitors: 'discouraged',
    insteadInMonitors: 'a cumulative evaluation window such as `sum(current_1d)`',
    source,
    example: 'integral(avg:system.load.1{*})',
  },
  pow: {
    category: 'arithmetic',
    form: 'call',
    parameters: [
      { name: 'base', kind: 'scalar-or-series' },
      { name: 'exponent', kind: 'scalar-or-series' },
    ],
    inMonitors: 'yes',
    source,
    example: 'pow(avg:system.load.1{*}, 2)',
  },
  // Seen in formulas of dashboards; not on the documentation's page.
  round: {
    category: 'arithmetic',
    form: 'call',
    parameters: [series, { name: 'digits', kind: 'integer', optional: true }],
    inMonitors: 'unknown',
    onlyInFormulas: true,
    source,
    example: 'round(avg:system.load.1{*})',
  },
  // Seen in formulas of dashboards: the smaller or larger value at each point.
  min: {
    category: 'arithmetic',
    form: 'call',
    parameters: [
      { name: 'first', kind: 'scalar-or-series' },
      { name: 'others', kind: 'scalar-or-series', variadic: true },
    ],
    inMonitors: 'unknown',
    onlyInFormulas: true,
    source,
    example: 'min(avg:system.load.1{*}, avg:system.load.5{*})',
  },
  max: {
    category: 'arithmetic',
    form: 'call',
    parameters: [
      { name: 'first', kind: 'scalar-or-series' },
      { name: 'others', kind: 'scalar-or-series', variadic: true },
    ],
    inMonitors: 'unknown',
    onlyInFormulas: true,
    source,
    example: 'max(avg:system.load.1{*}, avg:system.load.5{*})',
  },
} as const satisfies Record<string, FunctionFacts>
