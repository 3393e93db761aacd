import { queryOf } from '../../model/index.js'
import { type MonitorQuery, type ParseResult, parseFormula, parseMonitorQuery } from '../../query/index.js'
import type { MonitorContext } from '../monitor-context.js'
import { change, type DraftChange } from './change.js'
import { dashboardChanges } from './dashboard.js'
import { expressionChanges } from './expression.js'
import { otherFields } from './fields.js'
import { messageChanges } from './message.js'
import { monitorChanges } from './monitor.js'
import { monitorQueryChanges } from './monitor-query.js'
import { brokenSides, metricTextChanges, searchTextChanges } from './queries.js'
import { sloChanges } from './slo.js'
import type { Subject } from './subject.js'

/** What changes between two subjects of any kind. */
export function subjectChanges(
  before: Subject,
  after: Subject,
  context: MonitorContext,
): readonly DraftChange[] {
  if (before.kind === 'monitor' && after.kind === 'monitor')
    return [
      ...brokenSides('query', queryOf(before.definition), queryOf(after.definition)),
      ...monitorChanges(before.definition, after.definition, context),
    ]
  if (before.kind === 'slo' && after.kind === 'slo') return sloChanges(before.definition, after.definition)
  if (before.kind === 'dashboard' && after.kind === 'dashboard')
    return dashboardChanges(before.definition, after.definition)
  if (before.kind === 'other' && after.kind === 'other')
    return otherFields(before.definition, after.definition, new Set())
  const [was, is] = [monitorText(before), monitorText(after)]
  if (was !== undefined && is !== undefined) {
    const only = before.kind === after.kind ? [] : [change('query', 'diff/only-queries', {})]
    return [...only, ...queryTextChanges(was, is, context)]
  }
  return before.kind === after.kind && 'text' in before && 'text' in after
    ? textChanges(before, after)
    : [change('', 'diff/kinds', { before: before.kind, after: after.kind })]
}

type Text = Extract<Subject, { readonly text: string }>

function textChanges({ kind, text: before }: Text, { text: after }: Text): readonly DraftChange[] {
  switch (kind) {
    case 'search':
      return searchTextChanges('query', before, after)
    case 'message':
      return messageChanges(before, after)
    case 'formula': {
      const [was, is] = [parseFormula(before).node, parseFormula(after).node]
      return was === undefined || is === undefined
        ? [change('query', 'diff/unsaid', { before, after })]
        : expressionChanges(was, is, { place: 'query' })
    }
    default:
      return metricTextChanges('query', before, after)
  }
}

interface QueryText {
  readonly text: string
  readonly type?: string
}

/** The monitor query of a text or of a whole monitor. */
function monitorText(subject: Subject): QueryText | undefined {
  if (subject.kind === 'monitor-query') return subject
  return subject.kind === 'monitor'
    ? { text: subject.definition.query, type: subject.definition.type }
    : undefined
}

function queryTextChanges(
  before: QueryText,
  after: QueryText,
  context: MonitorContext,
): readonly DraftChange[] {
  const [was, is] = [parsed(before), parsed(after)]
  const texts = { before: before.text, after: after.text }
  if (was.node === undefined || is.node === undefined)
    return texts.before === texts.after ? [] : [change('query', 'diff/unsaid', texts)]
  return [...brokenSides('query', was, is), ...monitorQueryChanges(was.node, is.node, context)]
}

function parsed({ text, type }: QueryText): ParseResult<MonitorQuery> {
  return parseMonitorQuery(text, { type })
}
