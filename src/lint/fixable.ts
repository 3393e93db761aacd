import { findingsOfExample } from './examples.js'
import type { Rule } from './rule.js'

/** True when the rule repairs at least one of its own bad examples. */
export function fixable(rule: Rule): boolean {
  return rule.examples.bad.some(example =>
    findingsOfExample(rule, example).some(finding => finding.fixes !== undefined),
  )
}
