import { type FunctionName, windowUnits } from '../../../catalog/index.js'
import { groupFunctions } from './across-groups.js'
import { fillingFunctions } from './filling.js'
import type { Implementation } from './implementation.js'
import { pointFunctions } from './points.js'
import { rollingFunctions } from './rolling.js'

export type { Implementation, LineFacts } from './implementation.js'

const back = (seconds: number): Implementation => ({ kind: 'shift', seconds: () => seconds })

/** Every function that is simulated, by its row in the catalog. */
export const implementations: Readonly<Partial<Record<FunctionName, Implementation>>> = {
  ...pointFunctions,
  ...fillingFunctions,
  ...rollingFunctions,
  ...groupFunctions,
  moving_rollup: { kind: 'lookback' },
  timeshift: { kind: 'shift', seconds: ([shift = 0]) => -shift },
  hour_before: back(windowUnits.h.seconds),
  day_before: back(windowUnits.d.seconds),
  week_before: back(windowUnits.w.seconds),
  // https://docs.datadoghq.com/dashboards/functions/timeshift/#month-before
  month_before: back(28 * windowUnits.d.seconds),
}
