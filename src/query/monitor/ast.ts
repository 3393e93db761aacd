import type { CompositeExpression } from '../composite/ast.js'
import type { MetricExpression } from '../metric/ast.js'
import type { NodeBase, NumberLiteral, Opaque, StringLiteral, Word } from '../node.js'
import type { SearchExpression } from '../search/ast.js'

/** The tree of a whole monitor query, of any monitor type. */
export type MonitorQuery =
  | MetricMonitorQuery
  | ServiceCheckQuery
  | EventMonitorQuery
  | FormulaMonitorQuery
  | SloMonitorQuery
  | CompositeQuery
  | PlaceholderQuery
  | Opaque

/** `avg(last_5m):avg:system.load.1{*} by {host} > 4` */
export interface MetricMonitorQuery extends NodeBase {
  readonly kind: 'metric-monitor'
  readonly head: EvaluationHead
  readonly expression: MetricExpression
  readonly condition: Condition
}

/** The comparison at the end of a monitor query. */
export interface Condition extends NodeBase {
  readonly kind: 'condition'
  readonly comparator: Comparator
  /** A word is the keyword `threshold` of a dynamic threshold. */
  readonly threshold: NumberLiteral | Word
}

export type Comparator = '>' | '>=' | '<' | '<=' | '==' | '!='

/** How the points of the evaluation window become one number. */
export type EvaluationHead = WindowHead | ChangeHead

/** `avg(last_5m)` */
export interface WindowHead extends NodeBase {
  readonly kind: 'window-head'
  readonly aggregator: string
  readonly window: Window
}

/** `pct_change(avg(last_5m),last_1h)` */
export interface ChangeHead extends NodeBase {
  readonly kind: 'change-head'
  readonly change: 'change' | 'pct_change'
  readonly aggregator: string
  readonly window: Window
  /** How far back the compared window lies: `last_1h`, `1d_ago`. */
  readonly shift: Window
}

/** `last_5m`, `current_1d`, `next_1w`, `1d_ago`, and `5m` of the event platform. */
export interface Window extends NodeBase {
  readonly kind: 'window'
  readonly form: 'last' | 'current' | 'next' | 'ago' | 'plain'
  readonly amount: number
  readonly unit: 's' | 'm' | 'h' | 'd' | 'w' | 'mo'
}

/** `"http.can_connect".over("env:prod").by("host").last(4).count_by_status()` */
export interface ServiceCheckQuery extends NodeBase {
  readonly kind: 'service-check'
  readonly check: StringLiteral
  /** `over`, `exclude`, `by`, `last`, `count_by_status`, `pct_by_status`, in the order written. */
  readonly steps: readonly Step[]
}

/** `logs("status:error").index("*").rollup("count").last("5m") > 3` and its sisters. */
export interface EventMonitorQuery extends NodeBase {
  readonly kind: 'event-monitor'
  /** `logs`, `rum`, `events`, `trace-analytics`, `processes` … */
  readonly source: string
  readonly sourceSpan: { readonly start: number; readonly end: number }
  /** The search between the quotes. Its spans are offsets in the whole query text. */
  readonly search: EmbeddedSearch
  readonly steps: readonly Step[]
  readonly condition: Condition
}

/** A search inside the quotes of a monitor query. */
export interface EmbeddedSearch extends NodeBase {
  readonly kind: 'embedded-search'
  readonly quote: '"' | "'"
  /** The search in its normal form, without quotes and their escapes; as written where it cannot be read. */
  readonly text: string
  /** The text exactly as it stands between the quotes, where quotes in it have no backslash. */
  readonly unescaped?: string
  readonly expression: SearchExpression
}

/** One `.name(arguments)` after a source or formula. */
export interface Step extends NodeBase {
  readonly kind: 'step'
  readonly name: string
  readonly nameSpan: { readonly start: number; readonly end: number }
  readonly arguments: readonly StepArgument[]
}

export type StepArgument = StringLiteral | NumberLiteral | Word | Window | StepNamedArgument

/** `direction="both"` of a cost monitor. */
export interface StepNamedArgument extends NodeBase {
  readonly kind: 'step-named-argument'
  readonly name: string
  readonly value: StringLiteral | NumberLiteral | Word
}

/** `formula("query1 / query2 * 100").last("15m") >= 0.8` */
export interface FormulaMonitorQuery extends NodeBase {
  readonly kind: 'formula-monitor'
  /** The quote around the formula. */
  readonly quote: '"' | "'"
  /** Its spans are offsets in the whole query text. */
  readonly formula: MetricExpression
  readonly steps: readonly Step[]
  readonly condition: Condition
}

/** `error_budget("id").over("30d") > 75` and `burn_rate("id").over("30d").long_window("1h").short_window("5m") > 14.4` */
export interface SloMonitorQuery extends NodeBase {
  readonly kind: 'slo-monitor'
  readonly measure: 'error_budget' | 'burn_rate'
  /** The SLO's id, or a reference `${slo:key}` that is not resolved yet. */
  readonly slo: StringLiteral
  readonly steps: readonly Step[]
  readonly condition: Condition
}

/** `12345 && !67890` */
export interface CompositeQuery extends NodeBase {
  readonly kind: 'composite'
  readonly expression: CompositeExpression
}

/** The fixed word a synthetics monitor holds instead of a query. */
export interface PlaceholderQuery extends NodeBase {
  readonly kind: 'placeholder'
  readonly text: string
}

export type MonitorNode =
  | MonitorQuery
  | Condition
  | EvaluationHead
  | Window
  | EmbeddedSearch
  | Step
  | StepArgument
