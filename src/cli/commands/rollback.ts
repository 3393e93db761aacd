import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import type { Account } from '../../account/index.js'
import { describeQueryChange } from '../../explain/index.js'
import { resourceKinds } from '../../model/index.js'
import { rollbackPlanOf } from '../../plan/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import { type LiveObject, readMark } from '../../wire/index.js'
import { accountProblem } from '../account-problem.js'
import { type KeptObjects, parseBackup } from '../backup.js'
import { carryOut } from '../carry-out.js'
import type { Context } from '../context.js'
import * as flag from '../flags.js'
import { openAccount } from '../open-account.js'
import { reportProblems } from '../report.js'
import { openProject } from '../session.js'
import { resultsJson } from '../views/plan/json.js'

interface Flags {
  readonly account?: string
  readonly yes: boolean
  readonly format: 'text' | 'json'
  readonly verbose: boolean
}

export const rollback = buildCommand({
  docs: {
    brief: 'Make objects say again what they said before an apply',
    fullDescription: `Restores what a backup holds: apply, destroy and rollback keep one of everything they change or delete.
Objects that are there are updated; objects that are gone are created again under a new id. What an apply created
stays. Restored objects keep their mark, so the next plan shows how the code differs.

Examples:
  dogma rollback .dogma/backups/2026-03-01T12-00-00-000Z.jsonl
  dogma rollback .dogma/backups/2026-03-01T12-00-00-000Z.jsonl --yes`,
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ parse: String, brief: 'A backup; apply names it at its end', placeholder: 'FILE' }],
    },
    flags: { account: flag.account, yes: flag.yes, format: flag.textOrJson, verbose: flag.verbose },
  },
  func: run,
})

async function run(this: Context, flags: Flags, file: string): Promise<void> {
  const kept = await readBackup(this, file)
  if (!kept.ok) return reportProblems(this, kept.problems, flags.format)
  const project = await openProject(this)
  if (!project.ok) return reportProblems(this, project.problems, flags.format)
  const misplaced = checkBelongs(kept.value, project.value.config.project, flags.account)
  if (misplaced.length > 0) return reportProblems(this, misplaced, flags.format)
  const choice = { project: project.value, name: kept.value.account, verbose: flags.verbose }
  const opened = await openAccount(this, choice)
  if (!opened.ok) return reportProblems(this, opened.problems, flags.format)
  try {
    await restore(this, flags, kept.value, opened.value.account)
  } finally {
    await opened.value.close()
  }
}

async function restore(context: Context, flags: Flags, kept: KeptObjects, account: Account): Promise<void> {
  const live = await objectsNow(account, kept.objects)
  if (!live.ok) return reportProblems(context, live.problems, flags.format)
  const { project, objects } = kept
  const where = { project, account: account.name }
  const plan = rollbackPlanOf({ ...where, kept: objects, live: live.value, describeQueryChange })
  const question = `Restore these in ${account.name}?`
  const done = await carryOut(context, account, plan, { ...flags, question, stop: context.onInterrupt() })
  if (flags.format === 'json') context.process.stdout.write(resultsJson([done.data], false))
  context.process.exitCode = done.exitCode
}

async function readBackup(context: Context, file: string): Promise<Loaded<KeptObjects>> {
  try {
    return parseBackup(await readFile(resolve(context.folder, file), 'utf8'), file)
  } catch (error) {
    const message = `The backup ${file} cannot be read: ${(error as Error).message}.`
    const hint = 'Backups lie in .dogma/backups.'
    return { ok: false, problems: [{ code: 'backup/unreadable', severity: 'error', message, hint }] }
  }
}

function checkBelongs(kept: KeptObjects, project: string, account: string | undefined): ProjectProblem[] {
  const wrong = [
    ...(kept.project === project ? [] : [`the project \`${kept.project}\`, not \`${project}\``]),
    ...(account === undefined || kept.account === account
      ? []
      : [`the account \`${kept.account}\`, not \`${account}\``]),
  ]
  if (wrong.length === 0) return []
  const message = `The backup holds objects of ${wrong.join(' and ')}.`
  const hint = 'Ids mean nothing elsewhere, so it can only be restored where it was made.'
  return [{ code: 'backup/elsewhere', severity: 'error', message, hint }]
}

/** The kept objects as they are now, and objects that took the place of those that are gone. */
async function objectsNow(
  account: Account,
  kept: readonly LiveObject[],
): Promise<Loaded<readonly LiveObject[]>> {
  const ids = new Map(kept.map(object => [`${object.kind}:${object.id}`, object]))
  const found = await Promise.all([...ids.values()].map(({ kind, id }) => account.get(kind, id)))
  const failed = found.find(outcome => !outcome.ok && outcome.error.code !== 'not-found')
  if (failed !== undefined && !failed.ok)
    return { ok: false, problems: [accountProblem(failed.error, account.name)] }
  const objects = found.flatMap(outcome => (outcome.ok ? [outcome.value] : []))
  const there = new Set(objects.map(({ kind, id }) => `${kind}:${id}`))
  const gone = [...ids].filter(([name]) => !there.has(name)).map(([, object]) => object)
  const successors = await successorsOf(account, gone)
  if (!successors.ok) return successors
  return { ok: true, value: [...objects, ...successors.value], problems: [] }
}

/** Objects with the mark of one that is gone: made by a replacement, or by an apply after a deletion. */
async function successorsOf(
  account: Account,
  gone: readonly LiveObject[],
): Promise<Loaded<readonly LiveObject[]>> {
  const objects: LiveObject[] = []
  for (const kind of resourceKinds.filter(each => gone.some(object => object.kind === each))) {
    const marks = new Set(gone.filter(object => object.kind === kind).flatMap(marksOf))
    const isWanted = (object: LiveObject) => marksOf(object).some(mark => marks.has(mark))
    const listed = await account.list(kind, { wantsDetails: isWanted })
    if (!listed.ok) return { ok: false, problems: [accountProblem(listed.error, account.name)] }
    objects.push(...listed.value.filter(isWanted))
  }
  return { ok: true, value: objects, problems: [] }
}

function marksOf({ kind, payload }: LiveObject): string[] {
  const mark = readMark(kind, payload)
  return mark === undefined || mark.replaced ? [] : [`${mark.project}/${mark.key}`]
}
