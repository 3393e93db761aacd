import type { MonitorQuery } from '../query/index.js'
import { monitorAdvice } from './advice.js'
import type { Draft } from './explanation.js'
import { addMonitorParts, monitorSummary } from './monitor.js'
import type { MonitorContext } from './monitor-context.js'
import { piecesOf } from './pieces.js'
import { inOrder, queryCautions } from './query-cautions.js'
import { type Phrase, phrase } from './sentences.js'
import { groupsOf } from './series.js'
import { isClusterCheck } from './service-check.js'
import { queryTimeline } from './timeline.js'

/** Names of monitors and SLOs by id, where the caller knows them. */
export type NameOf = (id: string) => string | undefined

/** Explains a monitor query alone. */
export function draftOfMonitorQuery(text: string, query: MonitorQuery, context: MonitorContext): Draft {
  const pieces = piecesOf('query', text)
  addMonitorParts(pieces, query, context)
  return {
    kind: 'monitor-query',
    text,
    summary: monitorSummary(query, context),
    basics: basicsOf(query),
    sources: [{ id: 'query', text, label: phrase('label/parts', {}) }],
    parts: pieces.parts,
    timeline: queryTimeline(query, context),
    options: [],
    cautions: inOrder(queryCautions(query, context)),
    changes: monitorAdvice(query, undefined),
    diagnostics: [],
  }
}

/** How to read a query of its kind. */
export function basicsOf(query: MonitorQuery): readonly Phrase[] {
  switch (query.kind) {
    case 'metric-monitor':
      return [
        phrase('basics/metric-monitor', {}),
        phrase('basics/metric-query', { grouped: groupsOf(query.expression).length > 0 }),
      ]
    case 'event-monitor':
      return [phrase('basics/event-monitor', {})]
    case 'formula-monitor':
      return [phrase('basics/formula', {})]
    case 'service-check':
      return [phrase('basics/service-check', { share: isClusterCheck(query) })]
    case 'composite':
      return [phrase('basics/composite', {})]
    case 'slo-monitor':
      return [phrase('basics/slo-alert', {})]
    default:
      return []
  }
}
