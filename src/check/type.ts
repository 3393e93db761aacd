import {
  isMonitorType,
  type MonitorType,
  monitorTypeNamed,
  monitorTypeNames,
  typesForSource,
} from '../catalog/index.js'
import { didYouMean } from '../diagnostic/index.js'
import type { MonitorQuery } from '../query/index.js'
import type { Report } from './report.js'

/** What a query is, as the end of “This is …”, and the types it fits. */
interface Fit {
  readonly what: string
  readonly types: readonly MonitorType[]
}

const fits: Readonly<Record<Exclude<MonitorQuery['kind'], 'event-monitor' | 'opaque'>, Fit>> = {
  'metric-monitor': { what: 'a metric query', types: ['query alert', 'metric alert'] },
  'service-check': { what: 'a service check query', types: ['service check'] },
  'formula-monitor': {
    what: 'a formula',
    types: monitorTypeNames.filter(type => monitorTypeNamed(type)?.mayUseFormula),
  },
  'slo-monitor': { what: 'an SLO alert', types: ['slo alert'] },
  composite: { what: 'a composite of monitors', types: ['composite'] },
  placeholder: { what: 'a placeholder', types: ['synthetics alert'] },
}

function fitOf(query: MonitorQuery): Fit | undefined {
  if (query.kind === 'opaque') return undefined
  if (query.kind !== 'event-monitor') return fits[query.kind]
  return { what: `a \`${query.source}(…)\` query`, types: typesForSource(query.source) }
}

/** `query/type-mismatch`: the grammar belongs to another monitor type. */
export function checkTypeMismatch(query: MonitorQuery, type: string, report: Report): void {
  const fit = fitOf(query)
  // Types that the API does not list may have any query.
  if (fit === undefined || !isMonitorType(type) || fit.types.includes(type) || fit.types.length === 0) return
  report({
    code: 'query/type-mismatch',
    severity: 'error',
    message: `This is ${fit.what}, which a \`${type}\` cannot have.`,
    span: query.span,
    hint: `Use the type \`${preferred(fit.types)}\`.`,
  })
}

function preferred(types: readonly MonitorType[]): MonitorType {
  return types.find(type => monitorTypeNamed(type)?.instead === undefined) ?? types[0]!
}

/** `query/unknown-source`: the word before the parenthesis, `logs(…)`. Datadog may have a new one, so only a warning. */
export function checkSource(query: MonitorQuery, report: Report): void {
  if (query.kind !== 'event-monitor' || typesForSource(query.source).length > 0) return
  const sources = monitorTypeNames.flatMap(type => monitorTypeNamed(type)?.sources ?? [])
  report({
    code: 'query/unknown-source',
    severity: 'warning',
    message: `Datadog has no source \`${query.source}\`.`,
    span: query.sourceSpan,
    hint:
      didYouMean(query.source, sources) ??
      'Use `logs`, `rum`, `events`, `trace-analytics` or another of the documented ones.',
  })
}
