import type { Severity } from '../diagnostic/index.js'
import { addressOf, forgetTrees, type JsonPath, type Resource, valueAt } from '../model/index.js'
import { checkConfig } from './check-config.js'
import type { ActiveRule, LintConfig } from './config.js'
import type { Project, RuleContext } from './context.js'
import { diagnosticsOf } from './facts/diagnostics.js'
import { eachAlone } from './facts/memo.js'
import type { Finding, Report } from './finding.js'
import type { LiveFacts } from './live-facts.js'
import { readConfig } from './read-config.js'
import type { Rule } from './rule.js'
import { rules as builtIn } from './rules/index.js'
import { ruleSelector, type Selection } from './select.js'
import { shapeReports } from './shape.js'
import { type SuppressionUse, suppressionOf, suppressionUses } from './suppression.js'

/** What a run needs beside the definitions; the core has no clock of its own. */
export interface LintRun {
  /** The day of the run, `2026-03-01`: decides which suppressions have expired. None expires when it is absent. */
  readonly today?: string
  /** What the account knows; rules that need it are silent without it. */
  readonly live?: LiveFacts
}

/**
 * Everything the rules have to say about the resources, in the order of file, line, severity and rule. Problems of the
 * configuration itself come first, as findings about `project`. A rule that throws becomes a finding `lint/rule-failure`.
 *
 * @example
 * lint([monitor], { extends: 'strict', rules: { 'message/no-notification': 'error' } }, { today: '2026-03-01' })
 */
export function lint(resources: readonly Resource[], given: LintConfig = {}, run: LintRun = {}): Finding[] {
  const { config, problems } = readConfig(given)
  const rules = [...builtIn, ...(config.custom ?? [])]
  const askable = run.live === undefined ? rules.filter(rule => rule.needs !== 'live') : rules
  const select = ruleSelector(askable, config)
  const scope = scopeOf(resources, rules, run)
  const visits = eachAlone(resources, resource => visit(resource, select(resource), scope))
  const found = eachAlone(visits, each => finish(each, scope)).flat()
  const aboutConfig = [...problems, ...checkConfig(config, rules)].map(each => ({
    ...each,
    rule: each.code,
    resource: 'project',
  }))
  return [...aboutConfig, ...found.sort(byPlace)]
}

/** What is the same for every resource of a run. */
interface RunScope {
  readonly project: Project
  readonly knownRules: ReadonlySet<string>
  readonly ownedCodes: ReadonlySet<string>
  readonly today: string | undefined
  readonly live: LiveFacts | undefined
}

function scopeOf(resources: readonly Resource[], rules: readonly Rule[], run: LintRun): RunScope {
  return {
    project: { resources },
    knownRules: new Set(rules.map(rule => rule.id)),
    ownedCodes: new Set(rules.flatMap(rule => [rule.id, ...(rule.reports ?? [])])),
    today: run.today,
    live: run.live,
  }
}

/** What is known of a resource between the rules about it alone and those about the project. */
interface Visit {
  readonly resource: Resource
  readonly selection: Selection
  readonly context: RuleContext
  readonly findings: Finding[]
  /** The rules of which a suppression hid findings. */
  readonly hidden: Set<string>
}

/** Asks the rules about one resource, and lets go of its trees: of thousands of monitors they fill the memory. */
function visit(resource: Resource, selection: Selection, scope: RunScope): Visit {
  const context = contextOf(resource, scope)
  const started: Visit = { resource, selection, context, findings: [], hidden: new Set() }
  const isReadable = shapeReports(resource).length === 0
  if (isReadable) {
    ask(started, selection.always, scope)
    ask(started, rulesForCodes(resource, selection, scope.project), scope)
    for (const { rule } of selection.project) rule.remembers?.(resource)
  } else ask(started, selection.first, scope)
  if (resource.kind === 'monitor') forgetTrees(resource.definition)
  return isReadable ? started : { ...started, selection: nothingLeft }
}

const nothingLeft: Selection = { all: [], first: [], always: [], byCode: new Map(), project: [], last: [] }

/** The rules that need to know what was found elsewhere. */
function finish(started: Visit, scope: RunScope): readonly Finding[] {
  const { resource, selection, context, hidden, findings } = started
  ask(started, selection.project, scope)
  const suppressions = usesOf(resource, selection.all, hidden, scope)
  ask({ ...started, context: { ...context, suppressions } }, selection.last, scope)
  return findings
}

function ask(
  { resource, context, findings, hidden }: Visit,
  rules: Iterable<ActiveRule>,
  { today }: RunScope,
): void {
  for (const active of rules) {
    for (const finding of check(active, resource, context)) {
      if (suppressionOf(resource, finding.rule, today) === undefined) findings.push(finding)
      else hidden.add(finding.rule)
    }
  }
}

/** The rules whose codes the query front end found, each once. */
function rulesForCodes(resource: Resource, { byCode }: Selection, project: Project): ReadonlySet<ActiveRule> {
  const asked = new Set<ActiveRule>()
  if (resource.kind !== 'monitor' || byCode.size === 0) return asked
  for (const code of diagnosticsOf(project, resource.definition).keys()) {
    for (const active of byCode.get(code) ?? []) asked.add(active)
  }
  return asked
}

/** One context serves all rules of a resource that have no options. */
function contextOf(resource: Resource, { project, ownedCodes, live }: RunScope): RuleContext {
  const { definition } = resource
  const known = live === undefined ? {} : { live }
  return { resource, definition, options: {}, project, ownedCodes, suppressions: [], ...known } as RuleContext
}

function usesOf(
  resource: Resource,
  active: readonly ActiveRule[],
  hidden: ReadonlySet<string>,
  { knownRules: known, today }: RunScope,
): readonly SuppressionUse[] {
  if (resource.management.suppress === undefined) return []
  return suppressionUses(resource, hidden, { known, ran: active.map(each => each.rule.id), today })
}

function check(active: ActiveRule, resource: Resource, context: RuleContext): readonly Finding[] {
  try {
    const own = active.hasOptions ? ({ ...context, options: active.options } as RuleContext) : context
    const reports = active.rule.check(own)
    if (reports === undefined) return none
    const list = asList(reports)
    return list.length === 0 ? none : list.map(report => finding(report, active, resource))
  } catch (error) {
    return [ruleFailure(active.rule, resource, error)]
  }
}

const none: readonly Finding[] = []

function asList(reports: Report | Iterable<Report>): readonly Report[] {
  if (Array.isArray(reports)) return reports
  return Symbol.iterator in reports ? [...reports] : [reports]
}

function finding(report: Report, active: ActiveRule, resource: Resource): Finding {
  const { message, hint, path, span, fixes } = report
  const text = span === undefined ? undefined : textAt(resource, report.textPath ?? path)
  return {
    code: active.rule.id,
    rule: active.rule.id,
    severity: severityOf(report, active),
    message,
    ...(hint !== undefined && { hint }),
    ...placeOf(resource),
    ...(path !== undefined && { path }),
    ...(span !== undefined && text !== undefined && { span, frameText: text }),
    ...(fixes !== undefined && fixes.length > 0 && { fixes }),
  }
}

function severityOf(report: Report, active: ActiveRule): Severity {
  const isConfigured = active.severity !== active.rule.severity
  if (isConfigured || report.severity === undefined) return active.severity
  return rank[report.severity] > rank[active.severity] ? report.severity : active.severity
}

function textAt(resource: Resource, path: JsonPath | undefined): string | undefined {
  const text = path === undefined ? undefined : valueAt(resource.definition, path)
  return typeof text === 'string' ? text : undefined
}

function placeOf(resource: Resource): Pick<Finding, 'resource' | 'origin'> {
  return { resource: addressOf(resource), ...(resource.origin !== undefined && { origin: resource.origin }) }
}

function ruleFailure(rule: Rule, resource: Resource, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    code: 'lint/rule-failure',
    rule: 'lint/rule-failure',
    severity: 'error',
    message: `The lint rule \`${rule.id}\` failed on this definition: ${reason}`,
    hint: `The other rules went on. Turn it off with \`'${rule.id}': 'off'\` until it is repaired.`,
    ...placeOf(resource),
  }
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.origin?.file ?? '', b.origin?.file ?? '') ||
    (a.origin?.line ?? 0) - (b.origin?.line ?? 0) ||
    compare(a.resource, b.resource) ||
    rank[a.severity] - rank[b.severity] ||
    compare(a.rule, b.rule)
  )
}

// Plain comparison of code units: the same order on every machine, whatever its locale.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
