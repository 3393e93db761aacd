import type { FunctionName } from '../../../catalog/index.js'
import { defaultFillLimit, fillGaps } from '../fill.js'
import type { Values } from '../line.js'
import type { Implementation, LineFacts } from './implementation.js'

/** Datadog: also the missing points become the bound. https://docs.datadoghq.com/dashboards/functions/exclusion/ */
function clamp(choose: (value: number, bound: number) => number): Implementation {
  return {
    kind: 'line',
    worksOnOneValue: true,
    apply: (values, { numbers: [bound = 0] }) =>
      values.map(value => (value === undefined ? bound : choose(value, bound))),
  }
}

function filledWith(value: number, values: Values, { holdsGauge, step }: LineFacts): Values {
  const limit = defaultFillLimit
  const interpolated = holdsGauge ? fillGaps(values, { mode: 'linear', limit }, step) : values
  return interpolated.map(each => each ?? value)
}

/** Functions that fill missing points. A group without any point in the window stays without. */
export const fillingFunctions = {
  clamp_min: clamp(Math.max),
  clamp_max: clamp(Math.min),
  // https://docs.datadoghq.com/dashboards/functions/interpolation/#default-zero
  default_zero: {
    kind: 'line',
    worksOnOneValue: true,
    apply: (values, facts) => filledWith(0, values, facts),
  },
  default: {
    kind: 'line',
    worksOnOneValue: true,
    apply: (values, facts) => filledWith(facts.numbers[0] ?? 0, values, facts),
  },
} as const satisfies Readonly<Partial<Record<FunctionName, Implementation>>>
