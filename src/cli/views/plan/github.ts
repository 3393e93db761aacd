import type { Severity } from '../../../diagnostic/index.js'
import type { Origin } from '../../../model/index.js'
import type { Section } from './section.js'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * What was found as workflow commands, which GitHub shows beside the changed lines.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(sections: readonly Section[]): string {
  return sections.map(sectionLines).join('')
}

function sectionLines({ account, project, summary, entries, problems }: Section): string {
  const told = problems.map(({ severity, code, message, hint, origin }) =>
    annotation(severity, code, hint === undefined ? message : `${message}\n${hint}`, origin),
  )
  const changes = entries.map(({ sign, what, address, title, lines, severity, origin }) =>
    annotation(severity, `${address} ${what}`, [`${sign} ${title}`, ...lines].join('\n'), origin),
  )
  const closing = annotation(
    'info',
    'dogma',
    `Account ${account}, project ${project}: ${summary}.`,
    undefined,
  )
  return [...told, ...changes, closing].join('')
}

function annotation(severity: Severity, title: string, text: string, origin: Origin | undefined): string {
  const place = origin === undefined ? {} : { file: origin.file, line: origin.line, col: origin.column }
  const properties = Object.entries({ ...place, title })
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',')
  return `::${commands[severity]} ${properties}::${data(text)}\n`
}

/** A line break would end the command and let the rest of a text start another one. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
