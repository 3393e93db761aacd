import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import type { Context } from '../context.js'
import type { FixResult, ShownFinding } from '../views/findings/report.js'
import { writeWhole } from '../write-whole.js'
import { type Checked, wrong } from './checked.js'
import { type Attempt, type FixedFile, type FixPlan, planFixes } from './fix-plan.js'

/** What a run has read and found. */
export interface Found {
  readonly checked: Checked
  readonly findings: readonly ShownFinding[]
}

/** What is left after the fixes, and what became of each. */
export interface Fixed extends Found {
  readonly made: readonly FixResult[]
  readonly refused: readonly FixResult[]
}

/** Repairs that make room for others are rare; two that undo each other must not go on for ever. */
const mostRounds = 20

/**
 * Makes the fixes of the findings in the files and checks again, until nothing is left to fix. When the definitions do not
 * load any more after a round, its changes are taken back, and the next round leaves out the files in which it failed.
 */
export async function fixAll(
  context: Context,
  first: Found,
  again: () => Promise<Loaded<Found>>,
): Promise<Loaded<Fixed>> {
  let found = first
  const made: FixResult[] = []
  const useless = new Map<string, FixResult>()
  for (let round = 0; round < mostRounds; round += 1) {
    const plan = planFixes(found.checked, fixable(found, useless))
    const changed = await filesChangedSince(context, plan.files)
    const attempts = plan.attempts.filter(attempt => !changed.has(attempt.file))
    if (attempts.length === 0) return done({ ...found, made, refused: refusals(plan, changed, useless) })
    const files = plan.files.filter(file => !changed.has(file.path))
    await write(context, files, 'after')
    const next = await again()
    if (!next.ok || isWorse(next.value, found)) {
      await write(context, files, 'before')
      const problems = next.ok ? wrong(next.value.checked) : next.problems
      if (!giveUp(attempts, problems, useless)) return { ok: false, problems: [takenBack(problems)] }
      continue
    }
    found = next.value
    made.push(...settle(attempts, found, useless))
  }
  const rest = planFixes(found.checked, fixable(found, useless))
  return done({ ...found, made, refused: [...rest.refused, ...useless.values()] })
}

/** A unified diff of what a first round would change; nothing is written. */
export function fixDiff({ checked, findings }: Found): { readonly diff: string; readonly plan: FixPlan } {
  const plan = planFixes(checked, findings)
  const patches = plan.files.map(({ path, before, after }) =>
    createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
      headerOptions: FILE_HEADERS_ONLY,
      context: 3,
    }),
  )
  return { diff: patches.join(''), plan }
}

function fixable({ findings }: Found, useless: ReadonlyMap<string, FixResult>): ShownFinding[] {
  return findings.filter(finding => !useless.has(finding.fingerprint))
}

/** Leaves the fixes of the files to which the problems point to the author; false when no fix is behind the problems. */
function giveUp(
  attempts: readonly Attempt[],
  problems: readonly ProjectProblem[],
  useless: Map<string, FixResult>,
): boolean {
  const behind = attempts.flatMap(({ fingerprint, file, ...result }) => {
    const problem = problems.find(each => each.origin?.file === file)
    return problem === undefined ? [] : [{ fingerprint, result, problem }]
  })
  for (const { fingerprint, result, problem } of behind) {
    const reason = problem.message.replace(/\.$/, '')
    useless.set(fingerprint, { ...result, why: `with the fixes of this file it is not readable: ${reason}` })
  }
  return behind.length > 0
}

/** Splits the fixes of a round: those whose finding is gone, and those that did not help. */
function settle(attempts: readonly Attempt[], found: Found, useless: Map<string, FixResult>): FixResult[] {
  const left = new Set(found.findings.map(finding => finding.fingerprint))
  return attempts.flatMap(({ fingerprint, file: _, ...result }) => {
    if (!left.has(fingerprint)) return [result]
    useless.set(fingerprint, { ...result, why: 'the finding was still there after the fix' })
    return []
  })
}

function refusals(
  plan: FixPlan,
  changed: ReadonlySet<string>,
  useless: ReadonlyMap<string, FixResult>,
): FixResult[] {
  const late = plan.attempts
    .filter(attempt => changed.has(attempt.file))
    .map(({ rule, place, title }) => ({ rule, place, title, why: 'the file changed since it was read' }))
  return [...plan.refused, ...late, ...useless.values()]
}

/** Somebody who saves a file while lint runs must not lose what they wrote. */
async function filesChangedSince(
  context: Context,
  files: readonly FixedFile[],
): Promise<ReadonlySet<string>> {
  const now = await Promise.all(
    files.map(({ path }) => readFile(resolve(context.folder, path), 'utf8').catch(() => undefined)),
  )
  const changed = files.filter(({ before }, index) => now[index] !== before)
  return new Set(changed.map(file => file.path))
}

async function write(
  context: Context,
  files: readonly FixedFile[],
  state: 'before' | 'after',
): Promise<void> {
  await Promise.all(files.map(file => writeWhole(resolve(context.folder, file.path), file[state])))
}

function isWorse(next: Found, before: Found): boolean {
  return wrong(next.checked).length > wrong(before.checked).length
}

function takenBack(problems: readonly ProjectProblem[]): ProjectProblem {
  const reason = problems.map(problem => problem.message).join(' ')
  return {
    code: 'lint/fix-taken-back',
    severity: 'error',
    message: `The fixes were taken back, because the definitions could not be read with them: ${reason}`,
    hint: 'See the changes with `--fix --dry-run`, and make them by hand.',
  }
}

function done(value: Fixed): Loaded<Fixed> {
  return { ok: true, value, problems: [] }
}
