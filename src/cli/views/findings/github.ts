import type { Severity } from '../../../diagnostic/index.js'
import type { FindingsReport, ShownFinding } from './report.js'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * The findings as workflow commands, which GitHub shows beside the changed lines.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(report: FindingsReport): string {
  return report.findings.map(finding => `${annotation(finding)}\n`).join('')
}

function annotation({ severity, origin, rule, resource, message, hint }: ShownFinding): string {
  const place = origin === undefined ? {} : { file: origin.file, line: origin.line, col: origin.column }
  const properties = Object.entries({ ...place, title: `${rule} (${resource})` })
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',')
  return `::${commands[severity]} ${properties}::${data(hint === undefined ? message : `${message}\n${hint}`)}`
}

/** A line break would end the command and let the rest of a text start another one; a log shows what controls it. */
function data(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
