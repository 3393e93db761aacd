import { referenceText } from '../model/index.js'
import type { SloMonitorQuery, Step } from '../query/index.js'
import { type AlertCondition, alertCondition, conditionNode, type Threshold } from './condition.js'
import { comparisons } from './evaluation.js'
import { nowhere, stepNode, stringNode } from './nodes.js'
import type { SloResource, Timeframe } from './slo-resource.js'

/** An SLO of this project, or the id of one that it does not manage. */
export type SloInput<Frames extends string = string> = SloResource<Frames> | string

/** SLO alerts only know these two comparisons. */
export interface SloEvaluation {
  above(threshold: Threshold): AlertCondition<'slo alert', never, never>
  atLeast(threshold: Threshold): AlertCondition<'slo alert', never, never>
}

/** The windows of a burn rate. https://docs.datadoghq.com/service_level_objectives/burn_rate/ */
export interface BurnRateWindows<Frames extends string = Timeframe> {
  /** The timeframe of the SLO. */
  readonly over: Frames
  /** From `'1h'` to `'48h'`. */
  readonly longWindow: `${number}h`
  /** Must burn too, so that the alert ends soon after the cause; a twelfth of the long window is usual. */
  readonly shortWindow?: `${number}${'m' | 'h'}`
}

/**
 * How fast an SLO spends its error budget; 1 uses it up exactly at the end of the timeframe.
 * @example burnRate(availability, { over: '30d', longWindow: '1h', shortWindow: '5m' }).above(14.4)
 */
export function burnRate<Frames extends string = Timeframe>(
  slo: SloInput<Frames>,
  windows: BurnRateWindows<NoInfer<Frames>>,
): SloEvaluation {
  const short = windows.shortWindow === undefined ? [] : [textStep('short_window', windows.shortWindow)]
  return sloEvaluation('burn_rate', slo, [
    textStep('over', windows.over),
    textStep('long_window', windows.longWindow),
    ...short,
  ])
}

/**
 * How many percent of the error budget are spent.
 * @example errorBudget(availability, { over: '30d' }).above({ critical: 100, warning: 75 })
 */
export function errorBudget<Frames extends string = Timeframe>(
  slo: SloInput<Frames>,
  window: { readonly over: NoInfer<Frames> },
): SloEvaluation {
  return sloEvaluation('error_budget', slo, [textStep('over', window.over)])
}

function textStep(name: string, text: string): Step {
  return stepNode(name, [stringNode(text, '"')])
}

function sloEvaluation(
  measure: SloMonitorQuery['measure'],
  slo: SloInput,
  steps: readonly Step[],
): SloEvaluation {
  const id = typeof slo === 'string' ? slo : referenceText(slo)
  return comparisons((comparator, threshold) =>
    alertCondition(
      'slo alert',
      {
        kind: 'slo-monitor',
        measure,
        slo: stringNode(id, '"'),
        steps,
        condition: conditionNode(comparator, threshold),
        span: nowhere,
      },
      threshold,
    ),
  )
}
