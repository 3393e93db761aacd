import type { ChangePeriod } from '../../catalog/index.js'
import type { Line } from '../line.js'
import { builtWidget } from './built-widget.js'
import { type DataInput, lineData } from './requests/line-data.js'
import { requestsFrom } from './requests/line-request.js'
import type { ChangeRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What a change is measured against. */
export interface ChangeOptions extends WidgetOptions {
  /** An hour before when absent. */
  readonly comparedTo?: ChangePeriod
  readonly as?: 'absolute' | 'relative'
  readonly order?: 'asc' | 'desc'
  /** Growing is good, so it is green. */
  readonly increaseGood?: boolean
}

/** How values changed since the same time before. @example change('Orders', sum('orders').asCount(), { comparedTo: 'week_before' }) */
export function change(title: Title, data: DataInput<ChangeRequest>, options: ChangeOptions = {}): Widget {
  const { comparedTo, as, order, increaseGood } = options
  const requests = requestsFrom(data, { comparedTo, as, order, increaseGood }, lines =>
    changeRequest(lines, options),
  )
  return builtWidget('change', [title, requests], options)
}

/** The change is a formula of its own, before those it is a change of. */
function changeRequest(lines: readonly Line[], options: ChangeOptions): ChangeRequest {
  const { queries, formulas } = lineData(lines, 'scalar')
  const { comparedTo = 'hour_before', as = 'absolute', order = 'desc', increaseGood } = options
  return {
    queries,
    formulas: [{ formula: `${comparedTo}(${formulas[0]?.formula ?? ''})` }, ...formulas],
    changeType: as,
    orderBy: 'change',
    orderDir: order,
    ...(increaseGood === undefined ? {} : { increaseGood }),
  }
}
