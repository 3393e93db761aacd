import { visible } from '../../../diagnostic/index.js'
import type { Drift, Plan } from '../../../plan/index.js'
import type { ProjectProblem } from '../../../project/index.js'
import type { ReportFormat } from '../../flags.js'
import { problemsData } from '../problems.js'
import { github } from './github.js'
import { codeQuality, terraformReport } from './gitlab.js'
import { resultsJson } from './json.js'
import { junit } from './junit.js'
import { driftSection, failedSection, planSection } from './make-section.js'
import { markdown } from './markdown.js'
import type { Section } from './section.js'

/** What was found about one account: its plan or drift with what is worth a warning, or why there is none. */
export type Finding<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly ProjectProblem[] }
  | {
      readonly ok: false
      /** Empty where not even the accounts are known. */
      readonly account: string
      readonly project: string
      readonly problems: readonly ProjectProblem[]
    }

/** Plans in any format but text. */
export function planReport(
  format: Exclude<ReportFormat, 'text'>,
  findings: readonly Finding<Plan>[],
): string {
  const plans = findings.flatMap(finding => (finding.ok ? [finding.value] : []))
  // The counts of what could not be planned would be wrong, and a report of zeros would look like good news.
  if (format === 'gitlab') return plans.length === findings.length ? terraformReport(plans) : ''
  return reportOf('plan', format, findings, planSection)
}

/** Drifts in any format but text. */
export function driftReport(
  format: Exclude<ReportFormat, 'text'>,
  findings: readonly Finding<Drift>[],
): string {
  if (format === 'gitlab') return codeQuality(sectionsOf(findings, driftSection))
  return reportOf('drift', format, findings, driftSection)
}

function reportOf<T extends Plan | Drift>(
  command: 'plan' | 'drift',
  format: 'json' | 'markdown' | 'github' | 'junit',
  findings: readonly Finding<T>[],
  section: (value: T) => Section,
): string {
  if (format === 'json') return resultsJson(findings.map(dataOf), findings.length > 1)
  const sections = sectionsOf(findings, section)
  if (format === 'github') return github(sections)
  return format === 'markdown' ? markdown(command, sections) : junit(command, sections)
}

function sectionsOf<T>(findings: readonly Finding<T>[], section: (value: T) => Section): Section[] {
  return findings.map(finding => {
    const made = finding.ok
      ? section(finding.value)
      : failedSection(finding.account, finding.project, finding.problems)
    const warnings = finding.ok ? finding.warnings : []
    return {
      ...made,
      entries: made.entries.map(entry => ({ ...entry, title: visible(entry.title) })),
      problems: [...warnings, ...made.problems].map(withVisibleText),
    }
  })
}

/** Sentences quote names and answers of the account. */
function withVisibleText(problem: ProjectProblem): ProjectProblem {
  const { message, hint } = problem
  return {
    ...problem,
    message: visibleLines(message),
    ...(hint !== undefined && { hint: visibleLines(hint) }),
  }
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}

function dataOf<T extends Plan | Drift>(finding: Finding<T>): unknown {
  if (!finding.ok) return problemsData(finding.problems, finding.account === '' ? undefined : finding.account)
  const { value, warnings } = finding
  if (warnings.length === 0) return value
  return { ...value, warnings: [...warnings, ...('warnings' in value ? value.warnings : [])] }
}
