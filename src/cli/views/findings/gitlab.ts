import type { Severity } from '../../../diagnostic/index.js'
import { type FindingsReport, fullMessage } from './report.js'

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' }

/** The findings as a GitLab code quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlab(report: FindingsReport): string {
  const issues = report.findings.map(finding => ({
    description: fullMessage(finding),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: severities[finding.severity],
    // GitLab drops an issue without a file; what belongs to no file is shown by its resource.
    location: {
      path: finding.origin?.file ?? finding.resource,
      lines: { begin: finding.origin?.line ?? 1 },
    },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}
