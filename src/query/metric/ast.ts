import type { NodeBase, NumberLiteral, Opaque, StringLiteral, Word } from '../node.js'

/**
 * The tree of a metric query or a formula: arithmetic whose leaves are series, numbers, calls, and (in formulas) the names
 * of sibling queries. Parentheses are not kept: the printer puts them where the tree needs them.
 */
export type MetricExpression =
  | Series
  | FunctionCall
  | MethodCall
  | BinaryOperation
  | UnaryOperation
  | NumberLiteral
  | QueryName
  | Opaque

/** The old `q` of a dashboard request: several expressions separated by commas. */
export interface QueryList extends NodeBase {
  readonly kind: 'query-list'
  readonly queries: readonly MetricExpression[]
}

/** `sum:http.requests{env:prod} by {service}` */
export interface Series extends NodeBase {
  readonly kind: 'series'
  /** Absent when the query has none; Datadog then averages. */
  readonly aggregator?: SpaceAggregator
  readonly metric: MetricName
  readonly scope?: Scope
  readonly groupBy?: GroupBy
}

/** `avg`, `p99`, or `count(v: v>=0)` with the comparisons in `conditions`. */
export interface SpaceAggregator extends NodeBase {
  readonly kind: 'space-aggregator'
  readonly name: string
  readonly conditions?: readonly ValueCondition[]
}

/** One comparison of a threshold query: `v >= 0`. */
export interface ValueCondition extends NodeBase {
  readonly kind: 'value-condition'
  readonly comparator: '<' | '<=' | '>' | '>='
  readonly value: NumberLiteral
}

export interface MetricName extends NodeBase {
  readonly kind: 'metric-name'
  readonly name: string
}

/** `{…}` after the metric. */
export interface Scope extends NodeBase {
  readonly kind: 'scope'
  readonly filter: Filter
}

export type Filter =
  | FilterAll
  | FilterTag
  | FilterIn
  | FilterVariable
  | FilterNot
  | FilterAnd
  | FilterOr
  | FilterList
  | Opaque

/** `*` */
export interface FilterAll extends NodeBase {
  readonly kind: 'filter-all'
}

/** `key:value`, or a bare `value` without key. A value may hold `*` wildcards or be `$name.value`. */
export interface FilterTag extends NodeBase {
  readonly kind: 'filter-tag'
  /** Absent for a bare tag. */
  readonly key?: string
  readonly value: string
}

/** `key IN (a,b)` / `key NOT IN (a,b)` */
export interface FilterIn extends NodeBase {
  readonly kind: 'filter-in'
  readonly key: string
  readonly values: readonly string[]
  readonly negated: boolean
}

/** `$name` or `$name.value` alone: a dashboard's template variable. */
export interface FilterVariable extends NodeBase {
  readonly kind: 'filter-variable'
  /** Without `$` and without a trailing `.value`. */
  readonly name: string
  readonly valueOnly: boolean
}

export interface FilterNot extends NodeBase {
  readonly kind: 'filter-not'
  readonly symbol: '!' | 'NOT'
  readonly operand: Filter
}

export interface FilterAnd extends NodeBase {
  readonly kind: 'filter-and'
  readonly operands: readonly Filter[]
}

export interface FilterOr extends NodeBase {
  readonly kind: 'filter-or'
  readonly operands: readonly Filter[]
}

/** `a,b`: also AND, but it binds loosest of all. */
export interface FilterList extends NodeBase {
  readonly kind: 'filter-list'
  readonly operands: readonly Filter[]
}

/** `by {host,service}` */
export interface GroupBy extends NodeBase {
  readonly kind: 'group-by'
  readonly keys: readonly TagKey[]
}

export interface TagKey extends NodeBase {
  readonly kind: 'tag-key'
  readonly name: string
}

/** `anomalies(avg:x{*}, 'basic', 2, direction='both')` */
export interface FunctionCall extends NodeBase {
  readonly kind: 'call'
  readonly name: string
  readonly nameSpan: { readonly start: number; readonly end: number }
  readonly arguments: readonly Argument[]
}

/** `avg:x{*}.rollup(sum, 60)` */
export interface MethodCall extends NodeBase {
  readonly kind: 'method'
  readonly target: MetricExpression
  readonly name: string
  readonly nameSpan: { readonly start: number; readonly end: number }
  readonly arguments: readonly Argument[]
}

export type Argument = MetricExpression | StringLiteral | Word | NamedArgument | TagList

/** `{env,host}` as an argument: the tags by which a further layer of space aggregation groups; `{*}` has no keys. */
export interface TagList extends NodeBase {
  readonly kind: 'tag-list'
  readonly keys: readonly TagKey[]
}

/** `direction='both'` */
export interface NamedArgument extends NodeBase {
  readonly kind: 'named-argument'
  readonly name: string
  readonly value: StringLiteral | NumberLiteral | Word
}

export interface BinaryOperation extends NodeBase {
  readonly kind: 'binary'
  readonly operator: '+' | '-' | '*' | '/'
  readonly left: MetricExpression
  readonly right: MetricExpression
}

export interface UnaryOperation extends NodeBase {
  readonly kind: 'unary'
  readonly operator: '-' | '+'
  readonly operand: MetricExpression
}

/** In a formula: the name of a sibling query, `query1`. */
export interface QueryName extends NodeBase {
  readonly kind: 'query-name'
  readonly name: string
}

export type MetricNode =
  | MetricExpression
  | QueryList
  | SpaceAggregator
  | ValueCondition
  | MetricName
  | Scope
  | Filter
  | GroupBy
  | TagKey
  | StringLiteral
  | Word
  | NamedArgument
  | TagList
