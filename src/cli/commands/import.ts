import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { generate } from '../../codegen/index.js'
import { addressOf } from '../../model/index.js'
import {
  type Loaded,
  loadResources,
  type Project,
  type ProjectProblem,
  schemaProblems,
} from '../../project/index.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import * as flag from '../flags.js'
import type { Source } from '../import/found.js'
import { readNamed, readWholeAccount } from '../import/from-account.js'
import { readFiles } from '../import/from-files.js'
import { hasTags, select } from '../import/select.js'
import { importJson, renderImport } from '../import/summary.js'
import { existingFiles, writeNewFiles } from '../import/write-files.js'
import { baseFiles } from '../init/project-files.js'
import { openAccount } from '../open-account.js'
import type { OutputFile } from '../output-files.js'
import { ownModules } from '../own-modules.js'
import { reportProblems, reportWarnings } from '../report.js'
import { openProject } from '../session.js'
import { buildId, version } from '../version.js'

interface Flags {
  readonly all: boolean
  readonly from?: readonly string[]
  readonly tag?: readonly string[]
  readonly out: string
  readonly account?: string
  readonly force: boolean
  readonly includeManaged: boolean
  readonly noAdopt: boolean
  readonly format: 'text' | 'json'
}

export const importDefinitions = buildCommand({
  docs: {
    brief: 'Write what an account or JSON files hold as TypeScript',
    fullDescription: `Writes monitors, SLOs and dashboards as TypeScript that uses the builders, grouped in files by their
\`service:\` or \`team:\` tag. The first plan after it takes the live objects over and adds nothing but its mark.
What is broken is told and left out; the rest is imported, and the exit code is 1.

Examples:
  dogma import --all --account prod
  dogma import monitor/123456 dashboard/abc-def-ghi
  dogma import --tag team:sre
  dogma import --from export.json --from exports/`,
  },
  parameters: {
    flags: {
      all: {
        kind: 'boolean',
        brief: 'Everything that the account holds',
        default: false,
        withNegated: false,
      },
      from: {
        kind: 'parsed',
        parse: String,
        brief: 'A JSON file, or a folder of them, instead of the account; may be repeated',
        placeholder: 'FILE',
        variadic: true,
        optional: true,
      },
      tag: {
        kind: 'parsed',
        parse: String,
        brief: 'Only objects with this tag; may be repeated',
        placeholder: 'TAG',
        variadic: true,
        optional: true,
      },
      out: { kind: 'parsed', parse: String, brief: 'Folder to write to', placeholder: 'DIR', default: '.' },
      account: flag.account,
      force: { kind: 'boolean', brief: 'Overwrite files', default: false, withNegated: false },
      includeManaged: {
        kind: 'boolean',
        brief: 'Also what kennel or Terraform manages',
        default: false,
        withNegated: false,
      },
      noAdopt: {
        kind: 'boolean',
        brief: 'Create new objects instead of taking over those with the ids found',
        default: false,
        withNegated: false,
      },
      format: flag.textOrJson,
    },
    positional: {
      kind: 'array',
      parameter: {
        parse: String,
        brief: 'Objects as KIND/ID, or the addresses of their pages',
        placeholder: 'KIND/ID',
      },
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags, ...names: string[]): Promise<void> {
  const project = await openProject(this)
  if (!project.ok && !hasNoConfig(project.problems))
    return reportProblems(this, project.problems, flags.format)
  const own = project.ok ? project.value : undefined
  const source = await readSource(this, flags, names, own)
  if (!source.ok) return reportProblems(this, source.problems, flags.format)
  const existing = await definedAlready(own, flags)
  if (!existing.ok) return reportProblems(this, existing.problems, flags.format)
  const { found, problems: unreadable } = source.value
  const selection = select(found, {
    project: own?.config.project,
    includeManaged: flags.includeManaged,
    tags: flags.tag ?? [],
    adopts: !flags.noAdopt,
    existing: existing.value,
  })
  const generated = generate(selection.resources, { taken: existing.value })
  const base = own === undefined && flags.out === '.' ? await missingFiles(this.folder) : []
  const files = generated.files.length === 0 ? [] : [...base, ...generated.files]
  const unwritten = await writeNewFiles(this.folder, flags.out, files, {
    force: flags.force,
    hint: 'Name another folder with --out, or overwrite it with --force.',
  })
  if (unwritten.length > 0) return reportProblems(this, unwritten, flags.format)
  const shape = schemaProblems(selection.resources)
  const isWrong = ({ severity }: ProjectProblem) => severity === 'error'
  if (flags.format === 'text')
    reportWarnings(
      this,
      shape.filter(problem => !isWrong(problem)),
    )
  const problems = [...unreadable, ...selection.problems, ...shape.filter(isWrong)]
  if (problems.length > 0 && flags.format === 'text') reportProblems(this, problems, 'text')
  const result = { generated, out: flags.out, skipped: selection.skipped, problems }
  this.process.stdout.write(flags.format === 'json' ? importJson(result) : renderImport(result, this.colours))
  this.process.exitCode = problems.length > 0 ? exitCode.failed : exitCode.done
}

/** What makes an empty folder a project, without what is there already. */
async function missingFiles(folder: string): Promise<readonly OutputFile[]> {
  const files = baseFiles(basename(resolve(folder)), version)
  const existing = await existingFiles(resolve(folder), files)
  return files.filter(({ path }) => !existing.includes(path))
}

function hasNoConfig(problems: readonly ProjectProblem[]): boolean {
  return problems.some(({ code }) => code === 'project/no-config')
}

async function readSource(
  context: Context,
  flags: Flags,
  names: readonly string[],
  project: Project | undefined,
): Promise<Loaded<Source>> {
  const wantsAccount = flags.all || (flags.tag ?? []).length > 0
  const sources = [names.length > 0, (flags.from ?? []).length > 0].filter(Boolean).length
  if (sources > 1 || (sources === 0 && !wantsAccount) || (sources === 1 && flags.all)) {
    return { ok: false, problems: [sources === 0 ? nothingNamed : twoSources] }
  }
  if (flags.from !== undefined && flags.from.length > 0) {
    return { ok: true, value: await readFiles(context.folder, flags.from), problems: [] }
  }
  const opened = await openAccount(context, {
    ...(project && { project }),
    ...(flags.account !== undefined && { name: flags.account }),
  })
  if (!opened.ok) return opened
  try {
    const { account } = opened.value
    const value =
      names.length > 0
        ? await readNamed(context, account, names)
        : await readWholeAccount(context, account, found => hasTags(found, flags.tag ?? []))
    return { ok: true, value, problems: [] }
  } finally {
    await opened.value.close()
  }
}

/** What the project's own files define, so that no key is given twice and nothing is imported twice. */
async function definedAlready(
  project: Project | undefined,
  { force }: Flags,
): Promise<Loaded<ReadonlySet<string>>> {
  const none: Loaded<ReadonlySet<string>> = { ok: true, value: new Set(), problems: [] }
  if (project === undefined || force) return none
  const loaded = await loadResources(project, { version: buildId, ownModules, typeCheck: false })
  if (!loaded.ok) return loaded.problems.some(({ code }) => code === 'project/no-definitions') ? none : loaded
  const names = loaded.value.flatMap(resource => {
    const { adopt } = resource.management
    return [addressOf(resource), ...(adopt === undefined ? [] : [`${resource.kind}/${adopt}`])]
  })
  return { ok: true, value: new Set(names), problems: [] }
}

const nothingNamed = {
  code: 'import/nothing-named',
  severity: 'error',
  message: 'It is not said what to import.',
  hint: 'Write --all, --tag team:sre, --from FILE, or objects such as monitor/123456.',
} as const

const twoSources = {
  code: 'import/two-sources',
  severity: 'error',
  message: 'Objects by name, --from and --all exclude each other.',
  hint: 'Import from one of them at a time.',
} as const
