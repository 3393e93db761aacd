import { visible } from '../../../diagnostic/index.js'
import type { Drift, Drifted, Unknown } from '../../../plan/index.js'
import type { Colours } from '../../colours.js'
import { changedLines } from './fields.js'

/** Drift for people: what each object says now, and what is missing or too many. */
export function renderDrift(drift: Drift, colours: Colours): string {
  const { drifted, missing, unknown, clones } = drift
  const blocks = [
    ...drifted.map(object => renderDrifted(object, colours)),
    ...missing.map(
      ({ address, title }) =>
        `${colours.removed('!')} ${colours.strong(address)}${quoted(title)}\n    Defined in the code, not in the account: deleted by hand, or never applied.`,
    ),
    ...unknown.map(object =>
      renderUnknown(object, 'Managed by this project, but not in the code any more.', colours),
    ),
    ...clones.map(object =>
      renderUnknown(object, 'A copy that still carries the mark of the original.', colours),
    ),
  ]
  return `${[...blocks, summary(drift)].join('\n\n')}\n`
}

function renderDrifted(object: Drifted, colours: Colours): string {
  const place =
    object.origin === undefined ? '' : colours.faint(`  ${visible(object.origin.file)}:${object.origin.line}`)
  const head = `${colours.changed('≠')} ${colours.strong(object.address)}${quoted(object.title)}${colours.faint(` (${object.kind}/${visible(object.id)})`)}${place}`
  return [
    head,
    '    code → account',
    ...object.changes.flatMap(change => changedLines(change, colours)),
  ].join('\n')
}

function renderUnknown(object: Unknown, why: string, colours: Colours): string {
  const id = colours.faint(` (${object.kind}/${visible(object.id)})`)
  return `${colours.warning('?')} ${colours.strong(visible(object.address))}${quoted(object.title)}${id}\n    ${why}`
}

function quoted(title: string): string {
  return title === '' ? '' : ` “${visible(title)}”`
}

function summary({ account, project, drifted, missing, unknown, clones, unchanged }: Drift): string {
  const where = `Account ${account}, project ${project}`
  const parts = [
    [drifted.length, 'changed by hand'],
    [missing.length, 'missing'],
    [unknown.length, 'not in the code'],
    [clones.length, 'copied'],
  ] as const
  const found = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  if (found.length === 0) return `${where}: no drift, ${unchanged} as in the code.`
  return `${where}: ${found.join(', ')}, ${unchanged} as in the code.`
}

/** The same as data. */
export function driftJson(drift: Drift): string {
  return `${JSON.stringify(drift, null, 2)}\n`
}
