import { type Severity, visible } from '../../../diagnostic/index.js'
import type { Drift, Drifted, Missing, Unknown } from '../../../plan/index.js'
import type { ProjectProblem } from '../../../project/index.js'
import type { Colours } from '../../colours.js'
import { changedLines } from './fields.js'
import type { Entry } from './section.js'
import { renderWarnings } from './text.js'

const why = {
  missing: 'Defined in the code, not in the account: deleted by hand, or never applied.',
  unknown: 'Managed by this project, but not in the code any more.',
  clone: 'A copy that still carries the mark of the original.',
} as const

/** Drift for people: what each object says now, and what is missing or too many. */
export function renderDrift(
  drift: Drift,
  colours: Colours,
  warnings: readonly ProjectProblem[] = [],
): string {
  const { drifted, missing, unknown, clones, account, project } = drift
  const blocks = [
    ...drifted.map(object => renderDrifted(object, colours)),
    ...missing.map(object => renderMissing(object, colours)),
    ...unknown.map(object => renderUnknown(object, why.unknown, colours)),
    ...clones.map(object => renderUnknown(object, why.clone, colours)),
    ...renderWarnings(warnings, colours),
  ]
  return `${[...blocks, `Account ${account}, project ${project}: ${driftSummary(drift)}.`].join('\n\n')}\n`
}

function renderDrifted(object: Drifted, colours: Colours): string {
  const place =
    object.origin === undefined ? '' : colours.faint(`  ${visible(object.origin.file)}:${object.origin.line}`)
  const head = `${colours.changed('≠')} ${colours.strong(object.address)}${quoted(object.title)}${colours.faint(` (${object.kind}/${visible(object.id)})`)}${place}`
  return [head, ...driftedLines(object, colours)].join('\n')
}

function driftedLines({ changes }: Drifted, colours: Colours): string[] {
  return ['    code → account', ...changes.flatMap(change => changedLines(change, colours))]
}

function renderMissing({ address, title }: Missing, colours: Colours): string {
  return `${colours.removed('!')} ${colours.strong(address)}${quoted(title)}\n    ${why.missing}`
}

function renderUnknown(object: Unknown, reason: string, colours: Colours): string {
  const id = colours.faint(` (${object.kind}/${visible(object.id)})`)
  return `${colours.warning('?')} ${colours.strong(visible(object.address))}${quoted(object.title)}${id}\n    ${reason}`
}

function quoted(title: string): string {
  return title === '' ? '' : ` “${visible(title)}”`
}

/** What the drift comes to, in a few words. */
export function driftSummary({ drifted, missing, unknown, clones, unchanged }: Drift): string {
  const parts = [
    [drifted.length, 'changed by hand'],
    [missing.length, 'missing'],
    [unknown.length, 'not in the code'],
    [clones.length, 'copied'],
  ] as const
  const found = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return `${found.length === 0 ? 'no drift' : found.join(', ')}, ${unchanged} as in the code`
}

/** True when the account says anything else than the code. */
export function isDrifted({ drifted, missing, unknown, clones }: Drift): boolean {
  return drifted.length + missing.length + unknown.length + clones.length > 0
}

/** The same for formats that are not a terminal. */
export function driftedEntries({ drifted, missing, unknown, clones }: Drift, colours: Colours): Entry[] {
  const severity: Severity = 'warning'
  return [
    ...drifted.map(object => ({
      ...placed(object),
      sign: '≠',
      what: 'changed by hand',
      lines: driftedLines(object, colours).map(line => line.replace(/^ {4}/, '')),
      severity,
    })),
    ...missing.map(object => ({
      ...placed(object),
      sign: '!',
      what: 'missing',
      lines: [why.missing],
      severity,
    })),
    ...unknown.map(object => ({
      ...placed(object),
      sign: '?',
      what: 'not in the code',
      lines: [why.unknown],
      severity,
    })),
    ...clones.map(object => ({ ...placed(object), sign: '?', what: 'copied', lines: [why.clone], severity })),
  ]
}

function placed({ address, title, ...rest }: Drifted | Missing | Unknown) {
  return { address, title, ...('origin' in rest && rest.origin && { origin: rest.origin }) }
}
