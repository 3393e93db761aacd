import { renderFrame, type Severity, visible } from '../../diagnostic/index.js'
import type { Finding } from '../../lint/index.js'
import type { Colours } from '../colours.js'
import { markSeverity } from './problems.js'

/** Findings as people read them, with a count at the end. */
export function renderFindings(findings: readonly Finding[], checked: number, colours: Colours): string {
  const blocks = findings.map(finding => renderFinding(finding, colours))
  return `${[...blocks, summary(findings, checked, colours)].join('\n\n')}\n`
}

function renderFinding(finding: Finding, colours: Colours): string {
  const { origin } = finding
  const place = origin === undefined ? finding.resource : `${origin.file}:${origin.line}:${origin.column}`
  const resource = origin === undefined ? [] : [visible(finding.resource)]
  const head = [
    colours.strong(visible(place)),
    markSeverity(finding, colours),
    colours.faint(finding.rule),
    ...resource,
  ]
  const frame =
    finding.frameText !== undefined && finding.span !== undefined
      ? renderFrame(finding.frameText, finding.span)
      : ''
  const body = [
    visible(finding.message),
    ...(frame === '' ? [] : frame.split('\n')),
    visible(finding.hint ?? ''),
  ]
  return [head.join(' · '), ...body.filter(line => line !== '').map(line => `  ${line}`)].join('\n')
}

function summary(findings: readonly Finding[], checked: number, colours: Colours): string {
  const what = `${checked} ${checked === 1 ? 'definition' : 'definitions'} checked`
  if (findings.length === 0) return `${what}: nothing found.`
  const counts = (['error', 'warning', 'info'] as const)
    .map(severity => ({ severity, count: findings.filter(finding => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => colours[severity](countOf(count, severity)))
  return `${what}: ${counts.join(', ')}.`
}

function countOf(count: number, severity: Severity): string {
  if (severity === 'info') return `${count} info`
  return `${count} ${severity}${count === 1 ? '' : 's'}`
}

/** The same as data. */
export function findingsJson(findings: readonly Finding[], checked: number): string {
  return `${JSON.stringify({ version: 1, checked, findings }, null, 2)}\n`
}
