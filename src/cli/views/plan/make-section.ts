import type { Action, Change, Drift, Plan } from '../../../plan/index.js'
import type { ProjectProblem } from '../../../project/index.js'
import { withoutColour } from '../../colours.js'
import { driftedEntries, driftSummary } from './drift.js'
import type { Entry, Section } from './section.js'
import { changeLines, planSummary, signs, words } from './text.js'

/** A plan as a section. */
export function planSection(plan: Plan): Section {
  const { account, project, changes, warnings } = plan
  return {
    account,
    project,
    summary: planSummary(plan, withoutColour),
    entries: changes.map(changeEntry),
    problems: warnings,
  }
}

/** A drift as a section. */
export function driftSection(drift: Drift, warnings: readonly ProjectProblem[] = []): Section {
  const { account, project } = drift
  return {
    account,
    project,
    summary: driftSummary(drift),
    entries: driftedEntries(drift, withoutColour),
    problems: warnings,
  }
}

/** An account about which nothing could be found out. */
export function failedSection(
  account: string,
  project: string,
  problems: readonly ProjectProblem[],
): Section {
  return { account, project, summary: 'failed', entries: [], problems }
}

const careful: ReadonlySet<Action> = new Set(['delete', 'replace'])

function changeEntry(change: Change): Entry {
  const { action, address, title, origin } = change
  return {
    sign: signs[action],
    what: words[action],
    address,
    title,
    ...(origin && { origin }),
    lines: changeLines(change, withoutColour).map(line => line.replace(/^ {4}/, '')),
    severity: careful.has(action) ? 'warning' : 'info',
  }
}
