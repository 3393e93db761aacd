import type {
  ChangePeriod,
  DisplayType,
  LineType,
  LineWidth,
  ResponseFormat,
} from '../../../catalog/index.js'
import type { JsonObject } from '../../../model/index.js'
import type { EventQuery } from '../../events/event-query.js'
import type { VariableSource } from '../../events/variable.js'
import type { ExpressionInput } from '../../expression.js'
import type { ListColumn } from '../columns.js'
import type { ConditionalFormat } from '../conditional-format.js'
import type { ClassicPart } from './classic.js'
import type { RequestFormula } from './formula.js'
import type { WidgetQuery } from './query.js'

/** One query: an expression, the text of one, a search over events, or with all its fields (`metricQuery(…)`). */
export type QueryInput = ExpressionInput | EventQuery | VariableSource | WidgetQuery

/** A request in the present form. Nothing is added to it but the response format. */
export interface FormulaPart {
  /** Queries by name, in the order written; or in Datadog's own JSON. */
  readonly queries: Readonly<Record<string, QueryInput>> | readonly JsonObject[]
  readonly formulas?: readonly (string | RequestFormula)[]
  /** The usual one of the widget when absent; null leaves it out. */
  readonly responseFormat?: ResponseFormat | null
  readonly q?: never
}

/** What a request of any widget may say. */
export interface RequestLooks {
  readonly style?: RequestStyle
  readonly conditionalFormats?: readonly ConditionalFormat[]
  readonly sort?: RequestSort
  /** Further fields in Datadog's own names. */
  readonly extra?: JsonObject
  /** What has a kind is a line. */
  readonly kind?: never
}

/** Colours and lines. */
export interface RequestStyle {
  readonly palette?: string
  readonly lineType?: LineType
  readonly lineWidth?: LineWidth
  /** In which order series are stacked. */
  readonly orderBy?: 'tags' | 'values'
  readonly orderReverse?: boolean
  readonly colorOrder?: 'shuffled' | 'monotonic'
  readonly hasValueLabels?: boolean
  /** Of a geomap. */
  readonly colorBy?: string
}

/** Which rows come first, and how many there are. */
export interface RequestSort {
  readonly count?: number
  readonly orderBy?: readonly (
    | { readonly type: 'formula'; readonly index?: number; readonly order: 'asc' | 'desc' }
    | { readonly type: 'group'; readonly name: string; readonly order: 'asc' | 'desc' }
  )[]
}

/** One request, all of whose fields are written out: its queries and their names, its formulas, its looks. */
export type DataRequest = (FormulaPart | ClassicPart) & RequestLooks

export type TimeseriesRequest = DataRequest & {
  readonly display?: DisplayType
  readonly onRightAxis?: boolean
  /** Names of lines of `q`. */
  readonly metadata?: readonly { readonly expression: string; readonly aliasName?: string }[]
}

/** How points become one number, for `q`. */
type ClassicAggregator = 'avg' | 'last' | 'max' | 'min' | 'sum' | 'percentile'

export type QueryValueRequest = DataRequest & {
  readonly aggregator?: ClassicAggregator
  /** Shows the change since an earlier time. */
  readonly comparison?: {
    readonly duration: {
      readonly type:
        | 'previous_timeframe'
        | 'custom_timeframe'
        | 'previous_day'
        | 'previous_week'
        | 'previous_month'
      readonly customTimeframe?: { readonly from: number; readonly to: number }
    }
    readonly type?: 'absolute' | 'relative' | 'both'
    readonly directionality?: 'increase_better' | 'decrease_better' | 'neutral'
  }
}

/** Colours or replaces texts in a column. */
export interface TextFormat {
  readonly match: {
    readonly type: 'is' | 'is_not' | 'contains' | 'does_not_contain' | 'starts_with' | 'ends_with'
    readonly value: string
  }
  readonly palette?: string
  readonly customBgColor?: string
  readonly customFgColor?: string
  readonly replace?:
    | { readonly type: 'all'; readonly with: string }
    | { readonly type: 'substring'; readonly substring: string; readonly with: string }
}

export type TableRequest = DataRequest & {
  readonly aggregator?: ClassicAggregator
  readonly alias?: string
  readonly limit?: number
  readonly order?: 'asc' | 'desc'
  readonly cellDisplayMode?: readonly ('number' | 'bar' | 'trend')[]
  /** For each column its formats. */
  readonly textFormats?: readonly (readonly TextFormat[])[]
}

export type ChangeRequest = DataRequest & {
  readonly changeType?: 'absolute' | 'relative'
  readonly compareTo?: ChangePeriod
  readonly orderBy?: 'change' | 'name' | 'present' | 'past'
  readonly orderDir?: 'asc' | 'desc'
  readonly increaseGood?: boolean
  readonly showPresent?: boolean
}

/** A whole distribution: one query in the API's form with camelCase keys, and no formula. */
export interface HistogramPart {
  readonly requestType?: 'histogram'
  readonly query: { readonly dataSource: string; readonly [field: string]: unknown }
  readonly queries?: never
  readonly formulas?: never
}

export type HistogramRequest =
  | (DataRequest & { readonly requestType?: 'histogram' })
  | (HistogramPart & RequestLooks)

/** Events themselves: one query in the API's form with camelCase keys. */
export interface EventListPart {
  readonly query: { readonly dataSource: string; readonly [field: string]: unknown }
  readonly columns?: readonly (string | ListColumn)[]
  readonly responseFormat?: 'event_list'
  readonly queries?: never
}

export type GeomapRequest = (DataRequest | (EventListPart & RequestLooks)) & {
  readonly columns?: readonly (string | ListColumn)[]
  readonly textFormats?: readonly TextFormat[]
}

/** A request of a product's own kind; `query` is in Datadog's own names. */
export interface ProductRequest<Kind extends string = string> {
  /** The first of its kinds when absent; null for none. */
  readonly requestType?: Kind | null
  readonly query: JsonObject
  readonly extra?: JsonObject
}
