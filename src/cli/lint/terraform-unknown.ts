import type { Finding } from '../../lint/index.js'
import { isJsonObject, type Json } from '../../model/index.js'
import type { TerraformSource } from './source.js'

/** Fields that only the provider fills in: they are unknown in every plan that creates something, and no definition has them. */
const computed: ReadonlySet<string> = new Set(['id', 'target_display', 'warning_display'])

/** Fields of a resource of which a part is marked: in `after_unknown`, `sensitive_values` and `after_sensitive`. */
export function markedFields(marks: Json | undefined): string[] {
  if (!isJsonObject(marks)) return []
  return Object.keys(marks).filter(name => !computed.has(name) && isMarked(marks[name]))
}

function isMarked(mark: Json | undefined): boolean {
  if (Array.isArray(mark)) return mark.some(isMarked)
  if (!isJsonObject(mark)) return mark === true
  return Object.keys(mark).some(name => !computed.has(name) && isMarked(mark[name]))
}

interface Meaning {
  /** The field of Datadog's JSON. */
  readonly field: string
  /** Rules, or areas of rules, that judge it by what is missing and so point at other fields. */
  readonly rules: readonly string[]
}

/** Fields that the provider calls otherwise, and those whose absence is reported elsewhere. */
const meanings: Readonly<Record<string, Meaning>> = {
  monitor_thresholds: { field: 'thresholds', rules: ['threshold/', 'message/unreachable-state'] },
  monitor_threshold_windows: { field: 'threshold_windows', rules: ['anomaly/'] },
  threshold_windows: { field: 'threshold_windows', rules: ['anomaly/'] },
  thresholds: { field: 'thresholds', rules: ['threshold/', 'slo/', 'message/unreachable-state'] },
  monitor_ids: { field: 'monitor_ids', rules: ['slo/source'] },
  scheduling_options: { field: 'scheduling_options', rules: ['schedule/', 'nodata/'] },
  variables: { field: 'variables', rules: ['formula/', 'query/'] },
  renotify_interval: { field: 'renotify_interval', rules: ['message/unreachable-state'] },
  on_missing_data: { field: 'on_missing_data', rules: ['nodata/', 'message/unreachable-state'] },
  notify_no_data: { field: 'notify_no_data', rules: ['nodata/', 'message/unreachable-state'] },
}

/** Where Terraform puts the ids of what it makes, a definition of ours has references: these rules ask for them. */
const onlyForReferences: ReadonlySet<string> = new Set(['composite/numeric-id', 'slo/no-alert'])

/** Whether a finding says something that a plan cannot tell: about a value that is not known yet, or that nobody may see. */
export function restsOnUnknown({ unknown }: TerraformSource, finding: Finding): boolean {
  return onlyForReferences.has(finding.rule) || unknown.some(field => isAbout(field, finding))
}

function isAbout(name: string, { path, rule }: Finding): boolean {
  const { field, rules } = meanings[name] ?? { field: name, rules: [] }
  if (rules.some(each => rule === each || (each.endsWith('/') && rule.startsWith(each)))) return true
  if (path === undefined) return rule.startsWith(`${field}/`)
  return path[0] === field || (path[0] === 'options' && path[1] === field)
}
