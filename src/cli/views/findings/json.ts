import type { FindingsReport } from './report.js'
import { ruleCounts } from './text.js'

/** The findings as data. */
export function findingsJson(report: FindingsReport): string {
  const { checked, known, unreadable, ruleFailures, findings, fixes } = report
  const byRule = ruleCounts(findings)
  const data = {
    version: 1,
    checked,
    known,
    unreadable,
    ruleFailures,
    byRule,
    findings,
    ...(fixes && { fixes }),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}
