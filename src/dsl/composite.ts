import { type CompositeOperand, compositeNode } from './composite-term.js'
import { type AlertCondition, alertCondition } from './condition.js'
import { nowhere } from './nodes.js'

/**
 * Alerts on a combination of other monitors' states.
 * @example monitor('checkout-down', { name: 'Checkout is down', alert: composite(errors.and(not(maintenance))) })
 */
export function composite<Groups extends string = string>(
  condition: CompositeOperand<Groups>,
): AlertCondition<'composite', Groups, Groups> {
  return alertCondition(
    'composite',
    { kind: 'composite', expression: compositeNode(condition), span: nowhere },
    undefined,
  )
}
