/** What the arguments after the expression must be, so that the builder writes the same call. */
export interface BuilderCall {
  readonly builder: string
  readonly rest: readonly ('number' | 'text')[]
  /** How many of them may be missing. */
  readonly optional?: number
  /** What stands in the code after the expression, for families: `ewma_5` is `ewma(x, 5)`. */
  readonly fixed?: readonly (string | number)[]
}

const numberCalls = [
  'clamp_min',
  'clamp_max',
  'cutoff_min',
  'cutoff_max',
  'is_greater',
  'is_less',
  'timeshift',
] as const
const plainCalls = [
  'abs',
  'log2',
  'log10',
  'cumsum',
  'integral',
  'count_nonzero',
  'count_not_null',
  'exclude_null',
  'default_zero',
  'per_second',
  'per_minute',
  'per_hour',
  'dt',
  'diff',
  'monotonic_diff',
  'derivative',
  'throughput',
  'trend_line',
  'robust_trend',
  'piecewise_constant',
  'autosmooth',
  'hour_before',
  'day_before',
  'week_before',
  'month_before',
] as const

/** `count_nonzero` → `countNonzero` */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const calls = new Map<string, BuilderCall>([
  ...plainCalls.map(name => [name, { builder: camelCase(name), rest: [] }] as const),
  ...numberCalls.map(name => [name, { builder: camelCase(name), rest: ['number'] }] as const),
  ['is_between', { builder: 'isBetween', rest: ['number', 'number'] }],
  ['default', { builder: 'defaultTo', rest: ['number'] }],
  ['round', { builder: 'round', rest: ['number'], optional: 1 }],
  ['top', { builder: 'top', rest: ['number', 'text', 'text'] }],
  ['top_offset', { builder: 'topOffset', rest: ['number', 'text', 'text', 'number'] }],
  ['rollup', { builder: 'rollup', rest: ['text', 'number'] }],
  ['moving_rollup', { builder: 'movingRollup', rest: ['number', 'text'] }],
  ['reduce', { builder: 'reduce', rest: ['text'] }],
  ['calendar_shift', { builder: 'calendarShift', rest: ['text', 'text', 'text'], optional: 1 }],
  ['outliers', { builder: 'outliers', rest: ['text', 'number', 'number'], optional: 1 }],
])

/** The builder of a function by its name in queries; undefined for a function without one. */
export function builderCall(name: string): BuilderCall | undefined {
  return calls.get(name) ?? familyCall(name)
}

const families: readonly (readonly [pattern: RegExp, builder: (match: RegExpExecArray) => BuilderCall])[] = [
  [/^ewma_(1|3|5|7|10|20)$/, match => ({ builder: 'ewma', rest: [], fixed: [Number(match[1])] })],
  [/^median_([3579])$/, match => ({ builder: 'median', rest: [], fixed: [Number(match[1])] })],
  [
    /^rollingavg_(5|13|21|29)$/,
    match => ({ builder: 'rollingAverage', rest: [], fixed: [Number(match[1])] }),
  ],
  [/^(top(?:5|10|15|20))$/, match => ({ builder: match[1]!, rest: [] })],
  [
    /^((?:top|bottom)(?:5|10|15|20))_(mean|min|max|last|area|l2norm)$/,
    match => ({ builder: match[1]!, rest: [], fixed: [match[2]!] }),
  ],
]

function familyCall(name: string): BuilderCall | undefined {
  for (const [pattern, builder] of families) {
    const match = pattern.exec(name)
    if (match !== null) return builder(match)
  }
  return undefined
}
