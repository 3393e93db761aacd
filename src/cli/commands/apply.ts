import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { checkDeletions, checkPlanBelongs, countManaged, type Plan, parsePlan } from '../../plan/index.js'
import type { Loaded } from '../../project/index.js'
import { carryOut, countsAfter } from '../carry-out.js'
import type { Context } from '../context.js'
import * as flag from '../flags.js'
import { makePlan, type PlanFlags } from '../make-plan.js'
import { openAccount } from '../open-account.js'
import { reportProblems } from '../report.js'
import { openProject } from '../session.js'

interface Flags extends PlanFlags {
  readonly yes: boolean
  readonly allowDelete: number
  readonly format: 'text' | 'json'
}

export const apply = buildCommand({
  docs: {
    brief: 'Make the account say what the code says',
    fullDescription: `Plans and asks, or does exactly what a saved plan says. A stopped run is finished by running it again.

Examples:
  dogma apply
  dogma apply --account prod --yes
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
      account: flag.account,
      target: flag.target,
      yes: flag.yes,
      allowDelete: {
        kind: 'parsed',
        parse: (input: string) => flag.wholeNumber(input, 0),
        brief: 'How many objects may be deleted or replaced',
        placeholder: 'N',
        default: '0',
      },
      format: flag.textOrJson,
      trustListing: flag.trustListing,
      noTypeCheck: flag.noTypeCheck,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags, planFile?: string): Promise<void> {
  const ready = planFile === undefined ? await makePlan(this, flags) : await openSaved(this, flags, planFile)
  if (!ready.ok) return reportProblems(this, ready.problems, flags.format)
  const { plan, account, memory, close } = ready.value
  try {
    const tooMany = checkDeletions(plan, flags.allowDelete)
    if (tooMany.length > 0) return reportProblems(this, tooMany, flags.format)
    const isSaved = planFile !== undefined
    const result = await carryOut(this, account, plan, {
      ...flags,
      question: 'Apply these changes?',
      isSaved,
    })
    const before = 'live' in ready.value ? countManaged(plan.project, ready.value.live) : memory?.expected
    if (result !== undefined && before !== undefined) await memory?.save(countsAfter(before, result))
  } finally {
    await close()
  }
}

async function openSaved(context: Context, flags: Flags, planFile: string) {
  const plan = await readPlan(context, planFile)
  if (!plan.ok) return plan
  const project = await openProject(context)
  if (!project.ok) return project
  const name = flags.account ?? plan.value.account
  const misplaced = checkPlanBelongs(plan.value, project.value.config.project, name)
  if (misplaced.length > 0) return { ok: false, problems: misplaced } as const
  const opened = await openAccount(context, { project: project.value, name })
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
