import { type FunctionFacts, type FunctionParameter, series } from './facts.js'

const source = 'https://docs.datadoghq.com/dashboards/functions/rank/'
// Which series are on top changes from one evaluation to the next, so groups of a monitor come and go.
const instead = 'a narrower scope, or `by {…}` with a threshold for each group'

const limit = { name: 'limit', kind: 'integer', min: 1, usual: '10' } as const satisfies FunctionParameter
const by = {
  name: 'by',
  kind: 'enum',
  values: ['max', 'mean', 'min', 'sum', 'last', 'l2norm', 'area'],
  quoted: true,
  usual: "'mean'",
} as const satisfies FunctionParameter
const direction = {
  name: 'direction',
  kind: 'enum',
  values: ['asc', 'desc'],
  quoted: true,
  usual: "'desc'",
} as const satisfies FunctionParameter

const shorthands: readonly string[] = ['top', 'bottom'].flatMap(side =>
  [5, 10, 15, 20].flatMap(count =>
    ['mean', 'min', 'max', 'last', 'area', 'l2norm'].map(method => `${side}${count}_${method}`),
  ),
)

/** Functions that keep the highest or lowest series. */
export const rankFunctions = {
  top: {
    category: 'rank',
    form: 'call',
    parameters: [series, limit, by, direction],
    inMonitors: 'discouraged',
    insteadInMonitors: instead,
    source,
    example: "top(avg:system.load.1{*} by {host}, 10, 'mean', 'desc')",
  },
  top_offset: {
    category: 'rank',
    form: 'call',
    parameters: [series, limit, by, direction, { name: 'offset', kind: 'integer', min: 0 }],
    inMonitors: 'discouraged',
    insteadInMonitors: instead,
    source,
    example: "top_offset(avg:system.load.1{*} by {host}, 10, 'mean', 'desc', 10)",
  },
  topN_method: {
    category: 'rank',
    form: 'call',
    parameters: [series],
    members: shorthands,
    inMonitors: 'discouraged',
    insteadInMonitors: instead,
    source,
    example: 'top10_mean(avg:system.load.1{*} by {host})',
  },
  // Seen in formulas of dashboards; not on the documentation's page.
  topN: {
    category: 'rank',
    form: 'call',
    parameters: [series],
    members: ['top5', 'top10', 'top15', 'top20'],
    inMonitors: 'discouraged',
    insteadInMonitors: instead,
    source,
    example: 'top10(avg:system.load.1{*} by {host})',
  },
} as const satisfies Record<string, FunctionFacts>
