import type { Generated } from '../../codegen/index.js'
import { visible } from '../../diagnostic/index.js'
import { addressOf } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import type { Colours } from '../colours.js'
import { counted } from './counted.js'
import type { Skipped } from './found.js'

/** What an import did. */
export interface ImportResult {
  readonly generated: Generated
  readonly out: string
  readonly skipped: readonly Skipped[]
  readonly problems: readonly ProjectProblem[]
}

const mostNames = 5

/** For people: what was written, what the builders could not say, what was left out and why, what was wrong. */
export function renderImport({ generated, out, skipped, problems }: ImportResult, colours: Colours): string {
  const { raw, files } = generated
  const kinds = [
    counted(raw.monitor.total, 'monitor'),
    counted(raw.slo.total, 'SLO'),
    `${counted(raw.dashboard.total, 'dashboard')} with ${counted(raw.widget.total, 'widget')}`,
  ]
  const head = `${colours.strong(`Imported ${kinds.join(', ')}`)} → ${counted(files.length, 'file')} in ${visible(out)}/`
  const wrong =
    problems.length === 0
      ? []
      : [colours.error(`${counted(problems.length, 'object')} could not be imported.`)]
  const next = generated.resources.length === 0 ? [] : ['Next: dogma plan']
  const isEmpty = generated.resources.length === 0
  return `${[head, ...(isEmpty ? [] : rawLines(generated)), ...skippedLines(skipped, colours), ...wrong, ...next].join('\n')}\n`
}

function rawLines({ raw }: Generated): string[] {
  const whole = [
    raw.monitor.whole > 0 && counted(raw.monitor.whole, 'monitor'),
    raw.slo.whole > 0 && counted(raw.slo.whole, 'SLO'),
    raw.dashboard.whole > 0 && counted(raw.dashboard.whole, 'dashboard'),
    raw.widget.whole > 0 && counted(raw.widget.whole, 'widget'),
  ].filter(text => typeof text === 'string')
  const fields = raw.monitor.fields + raw.dashboard.fields + raw.widget.fields
  if (whole.length === 0 && fields === 0) return ['Everything is written with builders.']
  const parts = [...whole, ...(fields > 0 ? [counted(fields, 'single field')] : [])]
  return [`In Datadog's own form, because no builder says them: ${parts.join(', ')}.`]
}

/** Grouped by reason, each with a few names. */
function skippedLines(skipped: readonly Skipped[], colours: Colours): string[] {
  const byReason = new Map<string, string[]>()
  for (const { what, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), what])
  return [...byReason].flatMap(([reason, names]) => {
    const more = names.length > mostNames ? [`  and ${names.length - mostNames} more`] : []
    return [
      colours.warning(`Left out ${counted(names.length, 'object')}: each ${visible(reason)}.`),
      ...names.slice(0, mostNames).map(name => `  ${visible(name)}`),
      ...more,
    ]
  })
}

/** The same as data. */
export function importJson({ generated, out, skipped, problems }: ImportResult): string {
  const resources = generated.resources.map(resource => ({
    address: addressOf(resource),
    adopt: resource.management.adopt ?? null,
  }))
  const files = generated.files.map(({ path }) => path)
  const result = {
    version: 1,
    ok: problems.length === 0,
    out,
    files,
    resources,
    raw: generated.raw,
    skipped,
    problems,
  }
  return `${JSON.stringify(result, null, 2)}\n`
}
