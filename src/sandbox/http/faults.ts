import type { FaultPlan, FaultRule } from '../options.js'
import { seededRandom } from '../random.js'

/** Decides, request by request, which rule hits; undefined means that nothing is disturbed. */
export type FaultPicker = (method: string, path: string) => FaultRule | undefined

/** A picker for a plan: the same requests in the same order meet the same faults. */
export function createFaultPicker(plan: FaultPlan | undefined): FaultPicker {
  if (!plan) return () => undefined
  const random = seededRandom(plan.seed)
  const left = plan.rules.map(rule => rule.times ?? Number.POSITIVE_INFINITY)
  return (method, path) => {
    for (const [index, rule] of plan.rules.entries()) {
      if (!isMeant(rule, method, path) || left[index]! <= 0) continue
      if (random() >= rule.rate) continue
      left[index]! -= 1
      return rule
    }
    return undefined
  }
}

function isMeant(rule: FaultRule, method: string, path: string): boolean {
  return (rule.methods?.includes(method) ?? true) && path.startsWith(rule.path ?? '')
}
