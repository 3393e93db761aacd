import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import type { ResourceKind } from '../../model/index.js'
import {
  checkDeletions,
  checkPlanBelongs,
  countManaged,
  type ExpectedCounts,
  type Plan,
  parsePlan,
} from '../../plan/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import { type CarriedOut, carryOut, countsAfter } from '../carry-out.js'
import type { Context } from '../context.js'
import { exitCode, worstOf } from '../exit-code.js'
import * as flag from '../flags.js'
import { makePlan, type PlanFlags } from '../make-plan.js'
import { type OpenAccount, openAccount } from '../open-account.js'
import { reportProblems } from '../report.js'
import { openProject } from '../session.js'
import { type Reading, startReading } from '../start-reading.js'
import { resultsJson } from '../views/plan/json.js'
import { problemsData, renderProblems } from '../views/problems.js'

interface Flags extends PlanFlags {
  readonly yes: boolean
  readonly allowDelete: number
  readonly format: 'text' | 'json'
}

export const apply = buildCommand({
  docs: {
    brief: 'Make the account say what the code says',
    fullDescription: `Plans and asks, or does exactly what a saved plan says. A stopped run is finished by running it again.
Several accounts are done in turn; after the first that fails nothing more is begun.

Examples:
  dogma apply
  dogma apply --account prod --yes
  dogma apply --account staging --account prod
  dogma plan --out plan.json && dogma apply plan.json --yes
  dogma apply --allow-delete 2`,
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        {
          parse: String,
          brief: 'A plan saved with `dogma plan --out`',
          placeholder: 'PLANFILE',
          optional: true,
        },
      ],
    },
    flags: {
      account: flag.accounts,
      target: flag.target,
      changedSince: flag.changedSince,
      yes: flag.yes,
      allowDelete: {
        kind: 'parsed',
        parse: (input: string) => flag.wholeNumber(input, 0),
        brief: 'How many objects may be deleted or replaced in each account',
        placeholder: 'N',
        default: '0',
      },
      format: flag.textOrJson,
      trustListing: flag.trustListing,
      noTypeCheck: flag.noTypeCheck,
      verbose: flag.verbose,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags, planFile?: string): Promise<void> {
  if (planFile !== undefined) return applySaved(this, flags, planFile)
  const reading = await startReading(this, flags)
  if (!reading.ok) return reportProblems(this, reading.problems, flags.format)
  const { accounts } = reading.value
  const results: CarriedOut[] = []
  for (const name of accounts) {
    const result = await applyTo(this, flags, reading.value, name)
    results.push(result)
    // What is wrong with the definitions would be wrong in the next account, too.
    if (result.exitCode !== exitCode.done) break
  }
  for (const name of accounts.slice(results.length))
    this.process.stderr.write(`Account ${name}: not tried, because of the account before it.\n`)
  finish(this, flags, results, accounts.length > 1)
}

async function applySaved(context: Context, flags: Flags, planFile: string): Promise<void> {
  const saved = await openSaved(context, flags, planFile)
  if (!saved.ok) return reportProblems(context, saved.problems, flags.format)
  const { plan, close } = saved.value
  try {
    const result = await applyPlan(context, flags, plan, { ...saved.value, isSaved: true })
    finish(context, flags, [result], false)
  } finally {
    await close()
  }
}

async function applyTo(context: Context, flags: Flags, reading: Reading, name: string): Promise<CarriedOut> {
  const planned = await makePlan(context, flags, reading, name)
  if (!planned.ok) return refused(context, flags, planned.problems, name)
  const { plan, live, close } = planned.value
  try {
    const before = countManaged(plan.project, live)
    return await applyPlan(context, flags, plan, { ...planned.value, before })
  } finally {
    await close()
  }
}

interface Target extends Pick<OpenAccount, 'account' | 'memory'> {
  readonly isSaved?: boolean
  /** How many objects were listed; for a saved plan what is remembered must do. */
  readonly before?: ExpectedCounts
  readonly unread?: readonly ResourceKind[]
  readonly warnings?: readonly ProjectProblem[]
}

async function applyPlan(context: Context, flags: Flags, plan: Plan, target: Target): Promise<CarriedOut> {
  const { account, memory, isSaved = false, warnings = [] } = target
  const tooMany = checkDeletions(plan, flags.allowDelete)
  if (tooMany.length > 0) return refused(context, flags, tooMany, account.name)
  const options = { ...flags, question: `Apply these changes to ${account.name}?`, isSaved, warnings }
  const done = await carryOut(context, account, plan, { ...options, stop: context.onInterrupt() })
  const before = target.before ?? memory?.expected
  if (done.result !== undefined && before !== undefined && (target.unread ?? []).length === 0)
    await memory?.save(countsAfter(before, done.result))
  return done
}

function refused(
  context: Context,
  { format }: Flags,
  problems: readonly ProjectProblem[],
  account: string,
): CarriedOut {
  if (format === 'text') context.process.stderr.write(renderProblems(problems, context.colours))
  return { exitCode: exitCode.failed, data: problemsData(problems, account) }
}

function finish(context: Context, { format }: Flags, results: readonly CarriedOut[], asList: boolean): void {
  if (format === 'json')
    context.process.stdout.write(
      resultsJson(
        results.map(({ data }) => data),
        asList,
      ),
    )
  context.process.exitCode = worstOf(results.map(result => result.exitCode))
}

async function openSaved(context: Context, flags: Flags, planFile: string) {
  const plan = await readPlan(context, planFile)
  if (!plan.ok) return plan
  const project = await openProject(context)
  if (!project.ok) return project
  const [name = plan.value.account, ...others] = flags.account ?? []
  const misplaced = [name, ...others].flatMap(each =>
    checkPlanBelongs(plan.value, project.value.config.project, each),
  )
  if (misplaced.length > 0) return { ok: false, problems: misplaced } as const
  const opened = await openAccount(context, { project: project.value, name, verbose: flags.verbose })
  if (!opened.ok) return opened
  return { ok: true, value: { plan: plan.value, ...opened.value }, problems: [] } as const
}

async function readPlan(context: Context, planFile: string): Promise<Loaded<Plan>> {
  try {
    const parsed = parsePlan(await readFile(resolve(context.folder, planFile), 'utf8'))
    return parsed.ok
      ? { ok: true, value: parsed.plan, problems: [] }
      : { ok: false, problems: parsed.diagnostics }
  } catch (error) {
    const message = `The plan file ${planFile} cannot be read: ${(error as Error).message}.`
    const hint = 'Make one with `dogma plan --out FILE`.'
    return { ok: false, problems: [{ code: 'plan-file/unreadable', severity: 'error', message, hint }] }
  }
}
