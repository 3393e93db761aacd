import type { DisplayType, LineType, LineWidth, ScalarAggregator } from '../catalog/index.js'
import type { EventQuery } from './events/event-query.js'
import type { Formula } from './events/formula.js'
import type { Expression, ExpressionInput } from './expression.js'
import type { FormulaLooks } from './widgets/requests/formula.js'

/** What a widget can show: an expression, the text of a query, a formula, or a search over events. */
export type WidgetData = ExpressionInput | Formula | EventQuery

/** How one line of a widget looks. */
export interface LineOptions extends FormulaLooks {
  /** The name the widget shows. */
  readonly alias?: string
  /** How this line is drawn in a timeseries. */
  readonly display?: DisplayType
  readonly palette?: string
  readonly lineType?: LineType
  readonly lineWidth?: LineWidth
  /** Belongs to the axis on the right. */
  readonly onRightAxis?: boolean
  /** How the points become one number, where a widget shows one. */
  readonly aggregator?: ScalarAggregator
}

/** Data with its looks. */
export interface Line extends LineOptions {
  readonly kind: 'line'
  readonly data: Expression | Formula | EventQuery | string
}

/** Gives data of a widget its looks. @example line(sum('orders').asCount(), { alias: 'orders', display: 'bars' }) */
export function line(data: WidgetData, options: LineOptions = {}): Line {
  return { ...options, kind: 'line', data }
}
