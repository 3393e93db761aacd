import { displayWidth, renderFrame, type Severity, visible } from '../../../diagnostic/index.js'
import type { Colours } from '../../colours.js'
import { markSeverity } from '../problems.js'
import { type FindingsReport, type FixResult, isAtLeast, type ShownFinding } from './report.js'

/** Findings as people read them, with a count at the end. */
export function renderFindings(report: FindingsReport, colours: Colours): string {
  const blocks = report.findings.map(finding => renderFinding(finding, colours))
  return `${[...renderFixes(report, colours), ...blocks, counts(report, colours)].join('\n\n')}\n`
}

/** How often each rule was found, most often first, with the count at the end. */
export function renderSummary(report: FindingsReport, colours: Colours): string {
  const rows = ruleCounts(report.findings)
  const width = Math.max(0, ...rows.map(row => displayWidth(row.rule)))
  const lines = rows.map(({ rule, count, severity }) => {
    const title = report.rules.find(each => each.id === rule)?.title ?? ''
    const name = visible(rule) + ' '.repeat(width - displayWidth(rule))
    return `${String(count).padStart(6)}  ${colours[severity](severity.padEnd(7))}  ${name}  ${colours.faint(visible(title))}`
  })
  const table = lines.length === 0 ? [] : [lines.map(line => line.trimEnd()).join('\n')]
  return `${[...renderFixes(report, colours), ...table, counts(report, colours)].join('\n\n')}\n`
}

/** The findings of one rule in a run, with the worst of their severities. */
export interface RuleCount {
  readonly rule: string
  readonly severity: Severity
  readonly count: number
}

/** How often each rule was found, most often first. */
export function ruleCounts(findings: readonly ShownFinding[]): RuleCount[] {
  const byRule = new Map<string, RuleCount>()
  for (const { rule, severity } of findings) {
    const known = byRule.get(rule) ?? { rule, severity, count: 0 }
    const worst = isAtLeast(severity, known.severity) ? severity : known.severity
    byRule.set(rule, { rule, severity: worst, count: known.count + 1 })
  }
  return [...byRule.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

function renderFinding(finding: ShownFinding, colours: Colours): string {
  const named = finding.place === finding.resource ? finding.title : finding.resource
  const head = [
    colours.strong(visible(finding.place)),
    markSeverity(finding, colours),
    colours.faint(finding.rule),
    ...(named === undefined || named === '' ? [] : [visible(named)]),
  ]
  const frame =
    finding.frameText !== undefined && finding.span !== undefined
      ? renderFrame(finding.frameText, finding.span)
      : ''
  const body = [
    ...finding.message.split('\n').map(visible),
    ...(frame === '' ? [] : frame.split('\n')),
    ...(finding.hint ?? '').split('\n').map(visible),
  ]
  return [head.join(' · '), ...body.filter(line => line !== '').map(line => `  ${line}`)].join('\n')
}

function renderFixes({ fixes }: FindingsReport, colours: Colours): string[] {
  if (fixes === undefined) return []
  const line = (mark: string, { place, rule, title, why }: FixResult) => {
    const reason = why === undefined ? '' : `\n  Not done, because ${visible(why)}.`
    return `${mark} ${colours.strong(visible(place))} · ${colours.faint(rule)} · ${visible(title)}${reason}`
  }
  const lines = [
    ...fixes.made.map(each => line(colours.added('✓'), each)),
    ...fixes.refused.map(each => line(colours.warning('✗'), each)),
  ]
  const what = `${fixes.made.length} fixed, ${fixes.refused.length} to be done by hand.`
  return lines.length === 0 ? ['Nothing to fix.'] : [lines.join('\n'), what]
}

function counts(report: FindingsReport, colours: Colours): string {
  const { checked, findings, known, unreadable, ruleFailures } = report
  const what = `${checked} ${checked === 1 ? 'definition' : 'definitions'} checked`
  const found = (['error', 'warning', 'info'] as const)
    .map(severity => ({ severity, count: findings.filter(finding => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => colours[severity](countOf(count, severity)))
  const more = [
    ...(known === 0 ? [] : [`${known} known to the baseline.`]),
    ...(unreadable === 0 ? [] : [colours.error(`${unreadable} could not be read.`)]),
    ...(ruleFailures === 0 ? [] : [colours.error(`Rules failed ${times(ruleFailures)}.`)]),
  ]
  return [`${what}: ${found.length === 0 ? 'nothing found' : found.join(', ')}.`, ...more].join(' ')
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function countOf(count: number, severity: Severity): string {
  if (severity === 'info') return `${count} info`
  return `${count} ${severity}${count === 1 ? '' : 's'}`
}
