import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { declarationText, type Inventory, readInventory } from '../../inventory/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import * as flag from '../flags.js'
import { counted } from '../import/counted.js'
import { openAccount } from '../open-account.js'
import { writeOutputFile } from '../output-files.js'
import { reportProblems } from '../report.js'
import { openProject } from '../session.js'
import { readMetrics } from '../types/read-metrics.js'

interface Flags {
  readonly out: string
  readonly from?: string
  readonly match?: readonly string[]
  readonly account?: string
}

export const types = buildCommand({
  docs: {
    brief: "Write the account's metrics as types, so that names are checked and completed",
    fullDescription: `Writes a declaration file with the names, types, units and tag keys of the metrics that reported
within the last day. From then on \`avg('…')\`, \`.where\`, \`.by\` and \`.asCount()\` are checked by the compiler.

Examples:
  dogma types --account prod
  dogma types --account prod --match 'trace.*' --match 'system.*'
  dogma types --from metrics.json --out types/metrics.d.ts`,
  },
  parameters: {
    flags: {
      out: {
        kind: 'parsed',
        parse: String,
        brief: 'File to write; must be part of the project that the compiler reads',
        placeholder: 'FILE',
        default: 'monitors/metrics.d.ts',
      },
      from: {
        kind: 'parsed',
        parse: String,
        brief: 'A JSON file with the metrics, instead of the account',
        placeholder: 'FILE',
        optional: true,
      },
      match: {
        kind: 'parsed',
        parse: String,
        brief: 'Only metrics like this one, where `*` stands for anything; may be repeated',
        placeholder: 'NAME',
        variadic: true,
        optional: true,
      },
      account: flag.account,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const inventory =
    flags.from === undefined ? await fromAccount(this, flags) : await fromFile(this, flags.from)
  if (!inventory.ok) return reportProblems(this, inventory.problems, 'text')
  const matches = matcher(flags.match ?? [])
  const metrics = inventory.value.metrics.filter(({ name }) => matches(name))
  if (metrics.length === 0) return reportProblems(this, [...inventory.problems, noMetrics(flags)], 'text')
  const written = await writeOutputFile(this.folder, flags.out, declarationText({ metrics }))
  if (!written.ok) return reportProblems(this, written.problems, 'text')
  if (inventory.problems.length > 0) reportProblems(this, inventory.problems, 'text')
  this.process.stdout.write(`Wrote ${counted(metrics.length, 'metric')} → ${flags.out}\n`)
  this.process.exitCode = inventory.problems.length > 0 ? exitCode.failed : exitCode.done
}

/** A declaration of no metric at all would rule out every name that the definitions use. */
function noMetrics({ out, match, from }: Flags): ProjectProblem {
  const where = from === undefined ? 'in the account, within the last day' : `in ${from}`
  const which = match === undefined || match.length === 0 ? '' : ` of the name ${match.join(' or ')}`
  return {
    code: 'types/no-metrics',
    severity: 'error',
    message: `There is no metric${which} ${where}, so ${out} was not written.`,
    hint: 'Name another account with --account, or a file of metrics with --from.',
  }
}

async function fromAccount(context: Context, flags: Flags): Promise<Loaded<Inventory>> {
  const project = await openProject(context)
  if (!project.ok && !project.problems.some(({ code }) => code === 'project/no-config')) return project
  const opened = await openAccount(context, {
    ...(project.ok && { project: project.value }),
    ...(flags.account !== undefined && { name: flags.account }),
  })
  if (!opened.ok) return opened
  try {
    return await readMetrics(context, opened.value.account, matcher(flags.match ?? []))
  } finally {
    await opened.value.close()
  }
}

async function fromFile(context: Context, path: string): Promise<Loaded<Inventory>> {
  const origin = { file: path, line: 1, column: 1 }
  const text = await readFile(resolve(context.folder, path), 'utf8').catch((error: Error) => error)
  if (typeof text !== 'string') {
    const problem = {
      code: 'types/unreadable',
      severity: 'error',
      message: `${text.message}.`,
      origin,
    } as const
    return { ok: false, problems: [problem] }
  }
  const read = readInventory(parsed(text))
  if (read.ok) return { ok: true, value: read.inventory, problems: [] }
  return { ok: false, problems: read.diagnostics.map(diagnostic => ({ ...diagnostic, origin })) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** True for every name without patterns. */
function matcher(patterns: readonly string[]): (name: string) => boolean {
  const tests = patterns.map(
    pattern => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`),
  )
  return name => tests.length === 0 || tests.some(test => test.test(name))
}
