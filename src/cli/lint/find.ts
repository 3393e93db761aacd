import { type Finding, lint } from '../../lint/index.js'
import { addressOf } from '../../model/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import type { Context } from '../context.js'
import { isAtLeast, type ShownFinding } from '../views/findings/report.js'
import { type Baseline, readBaseline, updated, withoutKnown, writeBaseline } from './baseline.js'
import { changedFiles } from './changed-files.js'
import { changedResources } from './changed-resources.js'
import { type Checked, readChecked } from './checked.js'
import type { LintFlags } from './flags.js'
import { shownFindings } from './shown-findings.js'

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
  const { resources, config, unreadable } = checked.value
  const today = context.now().toISOString().slice(0, 10)
  const found = [...unreadable.map(unreadableFinding), ...lint(resources, config, { today })]
  const shown = await shownFindings(context, checked.value, found)
  const known = await knownTo(context, flags, baseline, shown, unreadable)
  const { findings, hidden } = withoutKnown(shown, known)
  const concerned = await changedOnly(context, flags, checked.value, findings)
  if (!concerned.ok) return concerned
  const left = concerned.value.filter(finding => isAtLeast(finding.severity, flags.minSeverity))
  return { ok: true, value: { checked: checked.value, findings: left, known: hidden }, problems: [] }
}

/** A file that does not parse is a finding like any other. */
function unreadableFinding({ text, ...problem }: ProjectProblem): Finding {
  return {
    ...problem,
    rule: problem.code,
    resource: problem.origin?.file ?? 'files',
    ...(text !== undefined && { frameText: text }),
  }
}

async function knownTo(
  context: Context,
  flags: LintFlags,
  baseline: Exclude<Baseline, { readonly kind: 'unreadable' }> | undefined,
  findings: readonly ShownFinding[],
  unreadable: readonly ProjectProblem[],
) {
  if (baseline === undefined || flags.baseline === undefined) return []
  if (!flags.updateBaseline) return baseline.known
  // What says that the run was not complete must come up every time.
  const never = new Set(['lint/rule-failure', ...unreadable.map(problem => problem.code)])
  const known = updated(
    baseline,
    findings.filter(finding => !never.has(finding.rule)),
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
  { resources, sources, project }: Checked,
  findings: readonly ShownFinding[],
): Promise<Loaded<readonly ShownFinding[]>> {
  if (changedSince === undefined) return { ok: true, value: findings, problems: [] }
  const files = await changedFiles(context.folder, changedSince)
  if (!files.ok) return files
  const changed = changedResources({
    resources,
    files: files.value,
    configFile: project?.configFile,
    folders: project?.config.definitions ?? [],
  })
  const own = new Set(resources.map(addressOf))
  const nameOf = (finding: ShownFinding) => {
    const terraform = [...sources].find(
      ([, source]) => source.kind === 'terraform' && source.address === finding.resource,
    )
    return terraform?.[0] ?? finding.resource
  }
  const kept = findings.filter(finding => !own.has(nameOf(finding)) || changed.has(nameOf(finding)))
  return { ok: true, value: kept, problems: [] }
}
