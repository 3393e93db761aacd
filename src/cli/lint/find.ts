import { type Finding, lint } from '../../lint/index.js'
import { addressOf } from '../../model/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import type { Context } from '../context.js'
import { isAtLeast, type ShownFinding } from '../views/findings/report.js'
import { type Baseline, readBaseline, updated, withoutKnown, writeBaseline } from './baseline.js'
import { changedAddresses } from './changed-addresses.js'
import { type Checked, readChecked, unreadable } from './checked.js'
import type { LintFlags } from './flags.js'
import { untold } from './json-faults.js'
import { shownFindings, shownName } from './shown-findings.js'

/** What was read, what was found, and what is left out of it. */
export interface Findings {
  readonly checked: Checked
  readonly findings: readonly ShownFinding[]
  /** How many findings the baseline knows. */
  readonly known: number
}

/** Reads everything and checks it; what cannot be read is among the findings. */
export async function find(
  context: Context,
  flags: LintFlags,
  paths: readonly string[],
): Promise<Loaded<Findings>> {
  const checked = await readChecked(context, { ...flags, paths })
  if (!checked.ok) return checked
  const baseline =
    flags.baseline === undefined ? undefined : await readBaseline(context.folder, flags.baseline)
  if (baseline?.kind === 'unreadable') return { ok: false, problems: [baseline.problem] }
  if (baseline?.kind === 'missing' && !flags.updateBaseline) return missingBaseline(flags.baseline ?? '')
  const { resources, config, problems, faults, live } = checked.value
  const today = context.now().toISOString().slice(0, 10)
  const about = flags.account === undefined ? 'files' : `account ${flags.account}`
  const run = { today, ...(live !== undefined && { live }) }
  const byRules = lint(resources, config, run)
  const noticed = [...problems, ...untold(faults, byRules)].map(problem => problemFinding(problem, about))
  const found = [...noticed, ...byRules]
  const shown = await shownFindings(context, checked.value, found)
  const isWhole = paths.length === 0 && unreadable(checked.value).length === 0
  const known = await knownTo(context, flags, baseline, shown, { checked: checked.value, isWhole })
  const { findings, hidden } = withoutKnown(shown, known)
  const concerned = await changedOnly(context, flags, checked.value, findings)
  if (!concerned.ok) return concerned
  const left = concerned.value.filter(finding => isAtLeast(finding.severity, flags.minSeverity))
  return { ok: true, value: { checked: checked.value, findings: left, known: hidden }, problems: [] }
}

/** A file that does not parse is a finding like any other. */
function problemFinding({ text, address, ...problem }: ProjectProblem, about: string): Finding {
  return {
    ...problem,
    rule: problem.code,
    resource: address ?? problem.origin?.file ?? about,
    ...(text !== undefined && { frameText: text }),
  }
}

async function knownTo(
  context: Context,
  flags: LintFlags,
  baseline: Exclude<Baseline, { readonly kind: 'unreadable' }> | undefined,
  findings: readonly ShownFinding[],
  { checked, isWhole }: { readonly checked: Checked; readonly isWhole: boolean },
) {
  if (baseline === undefined || flags.baseline === undefined) return []
  if (!flags.updateBaseline) return baseline.known
  // What says that the run was not complete must come up every time.
  const never = new Set(['lint/rule-failure', ...unreadable(checked).map(problem => problem.code)])
  // Of a resource on which a rule failed nobody knows whether the rest is still found.
  const failed = new Set(
    findings.filter(({ rule }) => rule === 'lint/rule-failure').map(({ resource }) => resource),
  )
  const names = checked.resources.map(resource => shownName(checked, addressOf(resource)))
  const seen = new Set(names.filter(name => !failed.has(name)))
  const known = updated(
    baseline,
    findings.filter(finding => !never.has(finding.rule)),
    resource => seen.has(resource) || (isWhole && !failed.has(resource)),
  )
  await writeBaseline(context.folder, flags.baseline, known)
  return known
}

function missingBaseline(path: string): Loaded<never> {
  const problem = {
    code: 'lint/baseline',
    severity: 'error',
    message: `There is no baseline ${path}.`,
    hint: 'Write it from what is found now with --update-baseline.',
  } as const
  return { ok: false, problems: [problem] }
}

async function changedOnly(
  context: Context,
  { changedSince }: LintFlags,
  checked: Checked,
  findings: readonly ShownFinding[],
): Promise<Loaded<readonly ShownFinding[]>> {
  if (changedSince === undefined) return { ok: true, value: findings, problems: [] }
  const changed = await changedAddresses(context, checked, changedSince)
  if (!changed.ok) return changed
  const unchanged = new Set(
    checked.resources
      .map(addressOf)
      .filter(address => !changed.value.has(address))
      .map(address => shownName(checked, address)),
  )
  return { ok: true, value: findings.filter(({ resource }) => !unchanged.has(resource)), problems: [] }
}
