import type { Filter, Series } from '../query/index.js'
import { addAbsent, addPart, type Pieces } from './pieces.js'
import { filterClause } from './scope.js'
import { phrase } from './sentences.js'
import { seriesClause } from './value.js'

/** The scope of a series: one part for all of it, and one for each condition when it has several. */
export function addScopeParts(pieces: Pieces, series: Series, depth: number): void {
  if (series.scope === undefined) {
    addAbsent(pieces, series.metric.span.end, depth, 'scope', phrase('part/no-scope', {}))
    return
  }
  addPart(pieces, series.scope, depth, phrase('part/scope', { clause: seriesClause(series) }))
  if (needsParts(series.scope.filter)) addConditionParts(pieces, series.scope.filter, depth + 1)
}

/** Two conditions side by side are clear from the sentence about the whole scope. */
function needsParts(filter: Filter): boolean {
  if (filter.kind !== 'filter-and' && filter.kind !== 'filter-or' && filter.kind !== 'filter-list')
    return false
  return filter.operands.length > 2 || filter.operands.some(needsParts) || filter.operands.some(isGroup)
}

function isGroup(filter: Filter): boolean {
  return filter.kind === 'filter-and' || filter.kind === 'filter-or' || filter.kind === 'filter-list'
}

function addConditionParts(pieces: Pieces, filter: Filter, depth: number): void {
  if (filter.kind !== 'filter-and' && filter.kind !== 'filter-or' && filter.kind !== 'filter-list') return
  const join = filter.kind === 'filter-or' ? 'or' : 'and'
  for (const operand of filter.operands) {
    addPart(pieces, operand, depth, phrase('part/clause', { clause: filterClause(operand), join }))
    addConditionParts(pieces, operand, depth + 1)
  }
}
