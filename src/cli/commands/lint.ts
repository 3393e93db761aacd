import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { explainRule, readConfig, routes, rules } from '../../lint/index.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import { readChecked, unreadable } from '../lint/checked.js'
import { type Findings, find } from '../lint/find.js'
import { flagProblems, type LintFlags, lintFlags } from '../lint/flags.js'
import { withRepositoryPaths } from '../lint/repository-paths.js'
import { shownName } from '../lint/shown-findings.js'
import { runOnChange } from '../lint/watch.js'
import { reportProblems } from '../report.js'
import { openProject } from '../session.js'
import { renderReport } from '../views/findings/index.js'
import { type FindingsReport, isFailure } from '../views/findings/report.js'
import { renderRoutes, routesJson } from '../views/findings/routes.js'

export const lintDefinitions = buildCommand({
  docs: {
    brief: 'Find what would page nobody, page everybody, never fire, or be refused by Datadog',
    fullDescription: `Checks the definitions of this project, or Datadog JSON files of any tool, or Terraform plans, or what an account holds.

Examples:
  dogma lint
  dogma lint --fix --dry-run
  dogma lint exported-monitors/ --min-severity warning
  terraform show -json plan.bin > plan.json && dogma lint plan.json
  dogma lint --changed-since origin/main --format sarif > lint.sarif
  dogma lint --baseline lint-baseline.json --update-baseline
  dogma lint --account prod --summary
  dogma lint --explain message/no-notification
  dogma lint --explain all`,
  },
  parameters: {
    positional: {
      kind: 'array',
      parameter: {
        parse: String,
        brief: 'JSON files, Terraform plans, or folders of them; definition files of this project',
        placeholder: 'PATH',
      },
    },
    flags: lintFlags,
  },
  func: run,
})

async function run(this: Context, flags: LintFlags, ...paths: readonly string[]): Promise<void> {
  const problems = flagProblems(flags, paths)
  if (problems.length > 0) return reportProblems(this, problems, flags.format)
  if (flags.explain !== undefined) return explain(this, flags, flags.explain)
  if (flags.watch) return watch(this, flags, paths)
  return runOnce(this, flags, paths)
}

function runOnce(
  context: Context,
  flags: LintFlags,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  if (flags.routes) return showRoutes(context, flags, paths)
  return flags.fix ? fix(context, flags, paths) : check(context, flags, paths, signal)
}

async function check(
  context: Context,
  flags: LintFlags,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const hadEnded = signal?.aborted
  const found = await find(context, flags, paths)
  // Ctrl-C also ends the compiler's process, and what a run that lost it says is not true.
  if (hadEnded === false && signal?.aborted) return
  if (!found.ok) return reportProblems(context, found.problems, flags.format)
  await show(context, flags, reportOf(found.value, flags))
}

async function fix(context: Context, flags: LintFlags, paths: readonly string[]): Promise<void> {
  const found = await find(context, flags, paths)
  if (!found.ok) return reportProblems(context, found.problems, flags.format)
  // The parser of TypeScript comes with it: nobody else has to wait for that.
  const { fixAll, fixDiff } = await import('../lint/fix.js')
  if (flags.dryRun) {
    const { diff, plan } = fixDiff(found.value)
    const later = plan.waiting === 0 ? '' : ` ${plan.waiting} more touch the same places and would follow.`
    context.process.stdout.write(diff)
    context.process.stderr.write(`${plan.attempts.length} fixes, nothing was written.${later}\n`)
    return
  }
  const fixed = await fixAll(context, found.value, () => find(context, flags, paths))
  if (!fixed.ok) return reportProblems(context, fixed.problems, flags.format)
  const { made, refused, ...left } = fixed.value
  await show(context, flags, { ...reportOf({ ...found.value, ...left }, flags), fixes: { made, refused } })
}

function reportOf({ checked, findings, known }: Findings, flags: LintFlags): FindingsReport {
  return {
    checked: checked.resources.length,
    findings,
    known,
    unreadable: unreadable(checked).length,
    ruleFailures: findings.filter(finding => finding.rule === 'lint/rule-failure').length,
    rules: [...rules, ...(readConfig(checked.config).config.custom ?? [])],
    failOn: flags.failOn,
  }
}

async function show(context: Context, flags: LintFlags, report: FindingsReport): Promise<void> {
  const shown = await withRepositoryPaths(report, context.folder, flags.format)
  context.process.stdout.write(renderReport(shown, flags, context.colours))
  const isComplete = report.unreadable === 0 && report.ruleFailures === 0
  const fails = !isComplete || report.findings.some(finding => isFailure(finding, flags.failOn))
  context.process.exitCode = fails ? exitCode.failed : exitCode.done
}

async function showRoutes(context: Context, flags: LintFlags, paths: readonly string[]): Promise<void> {
  const checked = await readChecked(context, { ...flags, paths })
  const problems = checked.ok ? unreadable(checked.value) : checked.problems
  if (!checked.ok || problems.length > 0) return reportProblems(context, problems, flags.format)
  const { value } = checked
  const matrix = routes(value.resources).map(route => ({
    ...route,
    monitor: shownName(value, route.monitor),
  }))
  context.process.stdout.write(
    flags.format === 'json' ? routesJson(matrix) : renderRoutes(matrix, context.colours),
  )
}

async function explain(context: Context, flags: LintFlags, rule: string): Promise<void> {
  const project = await openProject(context)
  const { config } = readConfig(project.ok ? project.value.config.lint : undefined)
  const page = explainRule(rule, config.custom)
  if (page.ok) {
    context.process.stdout.write(page.text)
    return
  }
  const { message, hint } = page
  reportProblems(context, [{ code: 'lint/unknown-rule', severity: 'error', message, hint }], flags.format)
}

async function watch(context: Context, flags: LintFlags, paths: readonly string[]): Promise<void> {
  const project = await openProject(context)
  const folders = project.ok ? [...project.value.config.definitions, project.value.configFile] : []
  const watched = (paths.length > 0 ? paths : folders).map(path => resolve(context.folder, path))
  if (watched.length === 0) return runOnce(context, flags, paths)
  const signal = context.onInterrupt()
  await runOnChange(watched, signal, async () => {
    await runOnce(context, flags, paths, signal)
    if (!signal.aborted) context.process.stderr.write('Watching for changes; Ctrl-C ends it.\n')
  })
  context.process.exitCode = exitCode.done
}
