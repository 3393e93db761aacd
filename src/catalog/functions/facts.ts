/** What an argument must be. `scalar-or-series` takes a number or an expression; `seconds` is a number of seconds; `tags` is `{env,host}`. */
export type ParameterKind =
  | 'series'
  | 'scalar-or-series'
  | 'number'
  | 'integer'
  | 'seconds'
  | 'enum'
  | 'text'
  | 'word'
  | 'tags'

/** One parameter of a function or method. */
export interface FunctionParameter {
  readonly name: string
  readonly kind: ParameterKind
  /** The values an `enum` takes. */
  readonly values?: readonly string[]
  /** Percentiles such as `p95` are allowed beside `values`. */
  readonly percentiles?: true
  readonly optional?: true
  /** May be repeated; only the last positional parameter. */
  readonly variadic?: true
  /** Written `name=value`, after all positional arguments and in any order. */
  readonly named?: true
  /** The value must stand in quotes (`true`) or must not (`false`); absent when both are accepted. */
  readonly quoted?: boolean
  readonly min?: number
  readonly max?: number
  /** What the editor of Datadog fills in, as it is written in a query; a repair puts it where the argument is missing. */
  readonly usual?: string
}

/** The chapter of Datadog's function reference. */
export type FunctionCategory =
  | 'arithmetic'
  | 'algorithms'
  | 'count'
  | 'exclusion'
  | 'boolean'
  | 'interpolation'
  | 'rank'
  | 'rate'
  | 'regression'
  | 'rollup'
  | 'smoothing'
  | 'timeshift'

/** What is known about one function, or about one family of functions that differ only in a number. */
export interface FunctionFacts {
  readonly category: FunctionCategory
  /** `call`: `abs(x)`. `method`: `x.rollup(sum, 60)`. `regrouping`: a call with tags, `sum(x, {env})`. */
  readonly form: 'call' | 'method' | 'both' | 'regrouping'
  /** In order; for a method without the expression it follows. */
  readonly parameters: readonly FunctionParameter[]
  /** Other spellings of the same function. */
  readonly aliases?: readonly string[]
  /** The spellings of a family (`ewma_3`, `ewma_5`); the row's own name is then not callable. */
  readonly members?: readonly string[]
  /** `no`: Datadog says it cannot be used there. `discouraged`: accepted, but the result is rarely what is meant. */
  readonly inMonitors: 'yes' | 'no' | 'discouraged' | 'unknown'
  /** What to use in a monitor instead, as the end of “use …”. */
  readonly insteadInMonitors?: string
  /** Exists only in the formulas of dashboards, notebooks and monitors, not in a query string. */
  readonly onlyInFormulas?: true
  /** The expression must be grouped with `by {…}`. */
  readonly needsGroupBy?: true
  /** The result has no groups any more. */
  readonly removesGroups?: true
  /** What to use instead, as the end of “use …”. */
  readonly deprecated?: string
  /** A page of Datadog's documentation. */
  readonly source: string
  /** A whole expression that uses it. */
  readonly example: string
}

/** The parameter that nearly every function starts with. */
export const series = { name: 'query', kind: 'series' } as const satisfies FunctionParameter
