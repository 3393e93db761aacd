import { countActions, type Plan, textHash } from '../../../plan/index.js'
import type { Section } from './section.js'

/**
 * A plan as the report that merge requests show as “to add, to change, to delete”.
 * https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsterraform
 */
export function terraformReport(plans: readonly Plan[]): string {
  return `${JSON.stringify(terraformCounts(plans))}\n`
}

/** A replacement is both ends: it creates and it deletes. */
function terraformCounts(plans: readonly Plan[]): Readonly<Record<'create' | 'update' | 'delete', number>> {
  const counts = { create: 0, update: 0, delete: 0 }
  for (const plan of plans) {
    const { create, update, replace, delete: deleted, adopt, rename } = countActions(plan)
    counts.create += create + replace
    counts.update += update + adopt + rename
    counts.delete += deleted + replace
  }
  return counts
}

/** What was found as a code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function codeQuality(sections: readonly Section[]): string {
  return `${JSON.stringify(sections.flatMap(issuesOf), null, 2)}\n`
}

const severities = { error: 'critical', warning: 'major', info: 'info' } as const

function issuesOf({ account, entries, problems }: Section) {
  return [
    ...problems.map(({ code, severity, message, origin }) => ({
      description: `${account}: ${message}`,
      check_name: code,
      severity: severities[severity],
      fingerprint: textHash(`${account} ${code} ${message}`),
      location: locationOf(origin, code),
    })),
    ...entries.map(({ address, what, title, lines, severity, origin }) => ({
      description: [`${account}: ${address} ${what}`, title, ...lines].filter(Boolean).join('\n'),
      check_name: `dogma/${what.replaceAll(' ', '-')}`,
      severity: severities[severity],
      fingerprint: textHash(`${account} ${address} ${what}`),
      location: locationOf(origin, address),
    })),
  ]
}

/** GitLab drops an issue without a file; what belongs to no file is shown by its name. */
function locationOf(origin: { readonly file: string; readonly line: number } | undefined, name: string) {
  return { path: origin?.file ?? name, lines: { begin: origin?.line ?? 1 } }
}
