import type { Comparator } from '../../query/index.js'
import type { Clause } from '../clause.js'
import type { OtherProduct } from '../other-json.js'
import type { StepReason } from '../steps.js'
import type { ResultUnit } from '../unit.js'
import type { WindowValue } from '../window.js'

/** A share of the points of a window, for anomaly monitors: at least `share` of them. */
export interface ShareValues {
  readonly comparator: Comparator
  readonly share: number
  readonly window?: WindowValue
  /** All points of the window, and how many of them must lie outside, where the interval is known. */
  readonly points?: number
  readonly needed?: number
  /** `above`, `below` or `both`: on which side of the band a point counts. */
  readonly direction: string
}

/** What a threshold is compared with, where it is not simply the value. */
export type Judged = 'value' | 'change' | 'percent-change' | 'outlier' | 'forecast' | 'budget' | 'burn-rate'

/** The reduction of a window to one number, compared with a threshold. */
export interface ReducedCondition {
  readonly aggregator: string
  readonly percentile?: number
  readonly window: WindowValue
  readonly comparator: Comparator
  readonly threshold: number
  /** The unit of the threshold, where it is known for sure. */
  readonly unit?: ResultUnit
  /** True when counts are added up over the window before the arithmetic. */
  readonly countsFirst: boolean
}

/** What an event monitor counts or measures. */
export interface EventMeasure {
  /** `logs`, `rum` … as in the query or a variable's data source. */
  readonly source: string
  readonly clause: Clause
  /** Error tracking: only issues that are new, and where their errors come from. */
  readonly fresh?: boolean
  readonly origin?: string
  /** `count`, `cardinality`, `avg`, `pc95` … */
  readonly method: string
  readonly measure?: string
  /** The indexes that are searched, where not all of them are. */
  readonly indexes?: readonly string[]
  readonly groups: readonly string[]
  /** How many groups are looked at, where a query has a limit of its own. */
  readonly limit?: { readonly count: number; readonly lowest: boolean }
}

/** The attributes by which two queries are brought together. */
export interface JoinedPair {
  readonly base: string
  readonly other: string
  readonly excluded: boolean
}

export interface MonitorSentences<P> {
  'part/window-head': {
    readonly aggregator: string
    readonly percentile?: number
    readonly window: WindowValue
    readonly comparator: Comparator
    readonly judged: 'value' | 'anomaly' | 'outlier' | 'forecast'
    readonly countsFirst: boolean
  }
  'part/change-head': {
    readonly change: 'change' | 'pct_change'
    readonly aggregator: string
    readonly window: WindowValue
    readonly shift: WindowValue
    /** True when counts are added up over both spans before they are compared. */
    readonly countsFirst: boolean
  }
  'part/condition': ReducedCondition
  'part/anomaly-condition': ShareValues
  'part/outlier-condition': { readonly comparator: Comparator; readonly threshold: number }
  'part/forecast-condition': {
    readonly comparator: Comparator
    readonly threshold: number
    readonly unit?: ResultUnit
    readonly horizon: WindowValue
  }
  'part/change-condition': {
    readonly comparator: Comparator
    readonly threshold: number
    readonly unit?: ResultUnit
    readonly change: 'change' | 'pct_change'
    readonly shift: WindowValue
  }
  'part/value-condition': {
    readonly comparator: Comparator
    readonly threshold: number
    readonly unit?: ResultUnit
  }
  'part/dynamic-condition': { readonly comparator: Comparator }
  'part/placeholder': { readonly text: string }

  'part/event-source': { readonly source: string }
  'part/search': { readonly clause: Clause }
  'part/index': { readonly indexes: readonly string[] }
  'part/formula-rollup': { readonly method: string }
  'part/event-rollup': { readonly method: string; readonly measure?: string }
  'part/event-by': { readonly keys: readonly string[] }
  'part/event-last': { readonly window?: WindowValue; readonly text: string }
  'part/event-current': { readonly window?: WindowValue; readonly text: string }
  'why/step': { readonly reason: StepReason }
  'part/error-source': { readonly source: string }
  'part/error-new': Record<string, never>
  'part/error-impact': Record<string, never>
  'part/event-over': { readonly values: readonly string[] }
  'part/cost-anomaly': { readonly direction?: string; readonly threshold?: number }
  'part/cost-change': { readonly mode: string; readonly amount?: number }
  'part/cost-forecast': Record<string, never>
  'part/other-step': { readonly name: string; readonly text: string }
  'part/formula': { readonly value: P; readonly bare: boolean }

  'part/check': { readonly check: string }
  'part/check-over': { readonly tags: readonly string[] }
  'part/check-exclude': { readonly tags: readonly string[] }
  /** In a cluster alert `*` says what one check is. */
  'part/check-by': { readonly keys: readonly string[]; readonly cluster: boolean }
  'part/check-last': { readonly count: number }
  'part/check-count': {
    readonly critical?: number
    readonly warning?: number
    readonly ok?: number
    readonly unknown?: number
  }
  'part/check-share': { readonly critical?: number; readonly warning?: number }

  'part/composite-monitor': { readonly id: string; readonly name?: string; readonly letter: string }
  'part/composite-not': Record<string, never>
  'part/composite-and': { readonly count: number }
  'part/composite-or': { readonly count: number }

  'part/slo-budget': { readonly slo: string; readonly name?: string }
  'part/slo-burn': { readonly slo: string; readonly name?: string }
  'part/slo-over': { readonly days: number; readonly text: string }
  'part/long-window': { readonly window?: WindowValue; readonly text: string }
  'part/short-window': { readonly window?: WindowValue; readonly text: string }
  'part/budget-condition': {
    readonly comparator: Comparator
    readonly threshold: number
    readonly days?: number
  }
  'part/burn-condition': {
    readonly comparator: Comparator
    readonly rate: number
    readonly days?: number
    /** Hours until the whole budget is gone at this speed. */
    readonly hoursToEmpty?: number
    readonly longWindow?: WindowValue
    /** Percent of the budget that the long window uses at this speed. */
    readonly used?: number
    /** True where a long and a short window are named. */
    readonly both: boolean
  }

  /** A query with its value, for formulas in which it is named. */
  'value/events': EventMeasure
  'value/filtered-by': { readonly base: P; readonly other: P; readonly pairs: readonly JoinedPair[] }
  'value/joined-with': {
    readonly base: P
    readonly other: P
    readonly pair: JoinedPair
    /** What has no match is left out. */
    readonly matchedOnly: boolean
    readonly method?: string
    readonly groups: readonly string[]
  }
  'value/reference-table': { readonly table: string }
  'value/data-quality': {
    readonly measure: string
    readonly filter: string
    /** The SQL that measures, and the condition that its rows must fulfil. */
    readonly sql: string
    readonly where: string
    readonly groups: readonly string[]
  }
  'value/data-jobs': { readonly type: string; readonly query: string }
  'value/other-data': { readonly source: string; readonly text: string }
  'value/composite-monitor': { readonly id: string; readonly name?: string; readonly negated: boolean }
  'value/composite': { readonly operator: 'and' | 'or'; readonly operands: readonly P[] }
  'value/composite-not': { readonly operand: P }
}

/** The sentence on top, for every kind of thing that can be explained. */
export interface SummarySentences<P> {
  'summary/several': { readonly sentences: readonly P[] }
  'summary/metric-query': { readonly value: P }
  'summary/formula': { readonly value: P; readonly bare: boolean }
  'summary/search': { readonly clause: Clause }
  'summary/metric-monitor': {
    readonly value: P
    readonly condition: ReducedCondition
    readonly groups: readonly string[]
  }
  'summary/dynamic-monitor': {
    readonly value: P
    readonly window: WindowValue
    readonly groups: readonly string[]
  }
  'summary/anomaly': {
    readonly value: P
    readonly share: ShareValues
    readonly algorithm: string
    readonly groups: readonly string[]
  }
  'summary/outlier': {
    readonly value: P
    readonly groups: readonly string[]
    readonly window: WindowValue
    readonly algorithm: string
  }
  'summary/forecast': {
    readonly value: P
    readonly comparator: Comparator
    readonly threshold: number
    readonly unit?: ResultUnit
    readonly horizon: WindowValue
    readonly algorithm: string
    readonly groups: readonly string[]
  }
  'summary/change': {
    readonly value: P
    readonly change: 'change' | 'pct_change'
    readonly aggregator: string
    readonly window: WindowValue
    readonly shift: WindowValue
    readonly comparator: Comparator
    readonly threshold: number
    readonly unit?: ResultUnit
    readonly groups: readonly string[]
  }
  'summary/events': {
    readonly events: EventMeasure
    readonly window?: WindowValue
    readonly comparator: Comparator
    readonly threshold?: number
    readonly unit?: ResultUnit
  }
  'summary/formula-monitor': {
    readonly value: P
    /** True when the formula is nothing but one query. */
    readonly bare: boolean
    readonly window?: WindowValue
    /** How the window becomes one number, where it is written. */
    readonly method?: string
    /** What of a cost is judged, where it is not the result itself. */
    readonly judged?: 'anomaly' | 'change' | 'forecast'
    readonly comparator: Comparator
    readonly threshold?: number
    readonly unit?: ResultUnit
    readonly groups: readonly string[]
  }
  'summary/check': {
    readonly check: string
    readonly tags: readonly string[]
    readonly excluded: readonly string[]
    readonly groups: readonly string[]
    readonly critical?: number
  }
  'summary/check-share': {
    readonly check: string
    readonly tags: readonly string[]
    readonly excluded: readonly string[]
    readonly groups: readonly string[]
    readonly critical?: number
  }
  'summary/composite': { readonly value: P }
  'summary/burn-rate': {
    readonly slo: string
    readonly name?: string
    readonly comparator: Comparator
    readonly rate: number
    readonly longWindow?: WindowValue
    readonly shortWindow?: WindowValue
    readonly hoursToEmpty?: number
  }
  'summary/error-budget': {
    readonly slo: string
    readonly name?: string
    readonly comparator: Comparator
    readonly threshold: number
    readonly days?: number
  }
  'summary/placeholder': Record<string, never>
  'summary/opaque': Record<string, never>
  'summary/broken': Record<string, never>
  'summary/unreadable': Record<string, never>
  'summary/empty': Record<string, never>
  'summary/no-object': { readonly broken: boolean }
  'summary/other-json': { readonly keys: readonly string[]; readonly product?: OtherProduct }
  'summary/message': { readonly handles: readonly string[] }
  'summary/nobody': { readonly empty: boolean }
  'summary/draft': Record<string, never>
  'summary/told': { readonly handles: readonly string[] }
}
