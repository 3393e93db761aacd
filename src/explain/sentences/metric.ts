import type { FunctionName } from '../../catalog/index.js'
import type { Clause } from '../clause.js'
import type { MetricFamily } from '../metric-family.js'
import type { ResultUnit } from '../unit.js'
import type { WindowValue } from '../window.js'

/** A limit for single values, in the unit of their metric where that is sure. */
export interface ComparedValue {
  readonly comparator: string
  readonly value: number
  readonly unit?: ResultUnit
}

/** How the values of several sources become one value. */
export interface AggregatorValues {
  readonly name: string
  /** For `p95`: 95. */
  readonly percentile?: number
  /** For `count(v: v>=0)`. */
  readonly conditions: readonly ComparedValue[]
  /** True when the query names none and Datadog averages. */
  readonly implied: boolean
}

/** One use of a function. */
export interface CallValues<P> {
  readonly function: FunctionName
  readonly written: string
  /** The number of a family: 5 for `ewma_5`. */
  readonly member?: number
  /** By the parameter's name, as far as the query gives them. */
  readonly arguments: Readonly<Record<string, string | number>>
  /** The expression it works on. */
  readonly inner: P
  /** Further expressions, for `min(a, b)`. */
  readonly others: readonly P[]
  /** True where the kind of the metric is not known, so that sentences must cover both. */
  readonly inMonitor: boolean
  /** True when a monitor reduces each part over the window before it computes. */
  readonly onTotals?: boolean
}

/** The scope and groups that all series of an expression have in common, so that they are said once. */
export interface SharedScope {
  /** Absent when only the groups are shared. */
  readonly clause?: Clause
  readonly groups: readonly string[]
}

/** Noun phrases: what a piece of a query stands for. `P` is any phrase. */
export interface ValueSentences<P> {
  'value/series': {
    readonly aggregator: AggregatorValues
    readonly metric: string
    readonly clause: Clause
    readonly groups: readonly string[]
    /** True where a phrase around it already says the scope and the groups. */
    readonly scopeSaid: boolean
  }
  'value/call': CallValues<P>
  'value/unknown-call': { readonly name: string; readonly inner?: P }
  'value/arithmetic': {
    readonly operator: '+' | '-' | '*' | '/'
    readonly left: P
    readonly right: P
    readonly shared?: SharedScope
  }
  'value/percentage': { readonly left: P; readonly right: P; readonly shared?: SharedScope }
  'value/negative': { readonly operand: P }
  'value/number': { readonly value: number }
  'value/query-name': { readonly name: string }
  /** An expression too long for one noun phrase: its text with letters, and what each letter is. */
  'value/formula': {
    readonly text: string
    readonly names: readonly { readonly name: string; readonly value: P }[]
    readonly shared?: SharedScope
  }
  'value/list': { readonly items: readonly P[] }
  'value/opaque': { readonly text: string }
}

/** What each piece of a metric query does here. */
export interface MetricSentences<P> {
  'part/aggregator': {
    readonly aggregator: AggregatorValues
    readonly groups: readonly string[]
    readonly filtered: boolean
  }
  'why/aggregator': { readonly name: string; readonly percentile?: number }
  'part/metric': { readonly metric: string; readonly family?: MetricFamily }
  'part/scope': { readonly clause: Clause }
  'part/no-scope': Record<string, never>
  'part/join': { readonly join: 'and' | 'or' }
  'part/clause': { readonly clause: Clause; readonly join?: 'and' | 'or' }
  'part/group-by': { readonly keys: readonly string[]; readonly monitor: boolean }
  'part/no-group-by': {
    readonly monitor: boolean
    readonly everything: boolean
    /** True where the rest of the expression has groups. */
    readonly beside: boolean
  }
  'part/call': CallValues<P>
  'why/function': { readonly function: FunctionName }
  'part/unknown-call': { readonly name: string }
  'part/arithmetic': {
    readonly operator: '+' | '-' | '*' | '/'
    readonly left: P
    readonly right: P
    /** Which side is a plain number. */
    readonly constant?: 'left' | 'right'
    /** True when the parts are added up over the window first. */
    readonly onTotals: boolean
    /** Whether both sides have groups. */
    readonly grouped?: boolean | 'perhaps'
    /** True where searches of events are computed with. */
    readonly onSearches?: boolean
  }
  'part/percentage': { readonly left: P; readonly right: P; readonly onTotals: boolean }
  'part/sign': { readonly operator: '-' | '+' }
  'part/number': { readonly value: number }
  'part/query-name': { readonly name: string; readonly value?: P; readonly missing: boolean }
  'part/opaque': { readonly text: string }
  'part/query-list': { readonly count: number }
}

/** The arguments of the three algorithm functions: each decides when an alert comes, so each has its own sentence. */
export interface ArgumentSentences {
  'argument/anomaly-algorithm': { readonly algorithm: string }
  'argument/bounds': { readonly bounds: number }
  'argument/direction': { readonly direction: string }
  'argument/interval': { readonly seconds: number; readonly window?: WindowValue; readonly points?: number }
  'argument/alert-window': {
    readonly window?: WindowValue
    readonly text: string
    /** The monitor's `trigger_window`; null when its options lack it, undefined when there are no options to see. */
    readonly trigger?: string | null
  }
  'argument/count-default-zero': {
    readonly on: boolean
    readonly metric?: string
    readonly metricType?: 'gauge' | 'rate' | 'count' | 'distribution'
  }
  'argument/seasonality': { readonly seasonality: string; readonly algorithm: string }
  'argument/timezone': { readonly timezone: string }
  'argument/outlier-algorithm': { readonly algorithm: string }
  'argument/tolerance': { readonly tolerance: number; readonly algorithm: string }
  'argument/percentage': { readonly percentage: number }
  'argument/forecast-algorithm': { readonly algorithm: string }
  'argument/deviations': { readonly deviations: number }
  'argument/forecast-interval': { readonly seconds?: number; readonly text: string }
  'argument/history': { readonly window?: WindowValue; readonly text: string }
  'argument/model': { readonly model: string }
  'argument/other': { readonly name: string; readonly text: string }
}
