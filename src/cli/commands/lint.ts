import { buildCommand } from '@stricli/core'
import type { Severity } from '../../diagnostic/index.js'
import { type Finding, type LintConfig, lint } from '../../lint/index.js'
import type { Resource } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import * as flag from '../flags.js'
import { readJsonDefinitions } from '../json-definitions.js'
import { reportProblems } from '../report.js'
import { openDefinitions, openProject } from '../session.js'
import { findingsJson, renderFindings } from '../views/findings.js'
import { renderProblems } from '../views/problems.js'

interface Flags {
  readonly failOn: Severity | 'never'
  readonly minSeverity: Severity
  readonly format: 'text' | 'json'
  readonly noTypeCheck: boolean
}

export const lintDefinitions = buildCommand({
  docs: {
    brief: 'Find what would page nobody, page everybody, never fire, or be refused by Datadog',
    fullDescription: `Checks the definitions of this project, or any Datadog JSON files.

Examples:
  dogma lint
  dogma lint exported-monitors/ --min-severity warning
  dogma lint --fail-on warning --format json`,
  },
  parameters: {
    positional: {
      kind: 'array',
      parameter: { parse: String, brief: 'Datadog JSON files, or folders of them', placeholder: 'PATH' },
    },
    flags: {
      failOn: {
        kind: 'enum',
        values: ['error', 'warning', 'info', 'never'],
        brief: 'Exit with 1 when there is a finding of this severity or a worse one',
        default: 'error',
      },
      minSeverity: {
        kind: 'enum',
        values: ['error', 'warning', 'info'],
        brief: 'Leave out findings that are less severe',
        default: 'info',
      },
      format: flag.textOrJson,
      noTypeCheck: flag.noTypeCheck,
    },
  },
  func: run,
})

interface Checked {
  readonly resources: readonly Resource[]
  readonly config: LintConfig
  /** Files that could not be read; the rest is checked all the same. */
  readonly unreadable: readonly ProjectProblem[]
}

async function run(this: Context, flags: Flags, ...paths: readonly string[]): Promise<void> {
  const checked = await resourcesToCheck(this, flags, paths)
  if (!checked.ok) return reportProblems(this, checked.problems, flags.format)
  const { resources, config, unreadable } = checked.value
  const today = this.now().toISOString().slice(0, 10)
  const findings = lint(resources, config, { today }).filter(finding =>
    isAtLeast(finding.severity, flags.minSeverity),
  )
  if (unreadable.length > 0) this.process.stderr.write(renderProblems(unreadable, this.colours))
  this.process.stdout.write(
    flags.format === 'json'
      ? findingsJson(findings, resources.length)
      : renderFindings(findings, resources.length, this.colours),
  )
  const fails = unreadable.length > 0 || findings.some(finding => failsOn(finding, flags.failOn))
  this.process.exitCode = fails ? exitCode.failed : exitCode.done
}

type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ProjectProblem[] }

async function resourcesToCheck(
  context: Context,
  flags: Flags,
  paths: readonly string[],
): Promise<Result<Checked>> {
  if (paths.length > 0) return jsonToCheck(context, paths)
  const definitions = await openDefinitions(context, flags)
  if (!definitions.ok) return definitions
  const { project, resources } = definitions.value
  return { ok: true, value: { resources, config: project.config.lint, unreadable: [] } }
}

/** JSON can be checked without a project; where there is one, its lint settings hold. */
async function jsonToCheck(context: Context, paths: readonly string[]): Promise<Result<Checked>> {
  const { resources, problems } = await readJsonDefinitions(context.folder, paths)
  const project = await openProject(context)
  if (!project.ok && project.problems.every(problem => problem.code !== 'project/no-config')) return project
  const config = project.ok ? project.value.config.lint : {}
  return { ok: true, value: { resources, config, unreadable: problems } }
}

const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

function isAtLeast(severity: Severity, least: Severity): boolean {
  return rank[severity] >= rank[least]
}

function failsOn(finding: Finding, failOn: Flags['failOn']): boolean {
  return failOn !== 'never' && isAtLeast(finding.severity, failOn)
}
