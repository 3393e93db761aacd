import type { FunctionName } from '../../../catalog/index.js'
import type { Implementation } from './implementation.js'

type Rows = Readonly<Partial<Record<FunctionName, Implementation>>>

/** Datadog's arithmetic, exclusion and boolean functions. https://docs.datadoghq.com/dashboards/functions/arithmetic/ */
export const pointFunctions = {
  abs: { kind: 'point', apply: Math.abs },
  log2: { kind: 'point', apply: value => Math.log2(value) },
  log10: { kind: 'point', apply: value => Math.log10(value) },
  round: { kind: 'point', apply: (value, [digits = 0]) => Math.round(value * 10 ** digits) / 10 ** digits },
  pow: { kind: 'points', apply: (base = 0, exponent = 0) => base ** exponent },
  min: { kind: 'points', apply: Math.min },
  max: { kind: 'points', apply: Math.max },
  // What is not finite becomes a missing point.
  cutoff_min: { kind: 'point', apply: (value, [bound = value]) => (value < bound ? Number.NaN : value) },
  cutoff_max: { kind: 'point', apply: (value, [bound = value]) => (value > bound ? Number.NaN : value) },
  // https://docs.datadoghq.com/metrics/nested_queries/#boolean-threshold-remapping-functions
  is_greater: { kind: 'point', apply: (value, [bound = value]) => Number(value > bound) },
  is_less: { kind: 'point', apply: (value, [bound = value]) => Number(value < bound) },
  is_between: {
    kind: 'point',
    apply: (value, [lower = value, upper = value]) => Number(lower < value && value < upper),
  },
} as const satisfies Rows
