import type { Json, JsonObject } from '../../../model/index.js'
import { isCounting, print } from '../../../query/index.js'
import { type EventQuery, eventQueryJson } from '../../events/event-query.js'
import type { Formula } from '../../events/formula.js'
import { type Expression, toExpression } from '../../expression.js'
import { queryNames, type SplitFormula, splitFormula } from '../../formula-split.js'
import { type Line, line, type WidgetData } from '../../line.js'
import type { RequestFormula } from './formula.js'

/** One or several lines of a widget. */
export type LineInput = WidgetData | Line

/** `queries` and `formulas` of one request. */
export interface LineData {
  readonly queries: readonly JsonObject[]
  readonly formulas: readonly RequestFormula[]
}

/** `scalar`: one number for each group, so each query says how its points become one. */
type Shape = 'timeseries' | 'scalar'

/** What a widget shows: lines, or whole requests. */
export type DataInput<Request> = LineInput | readonly LineInput[] | Request | readonly Request[]

/** The lines that a widget shows; undefined where the author wrote whole requests. */
export function linesOf<Request extends object>(input: DataInput<Request>): readonly Line[] | undefined {
  const items: readonly (LineInput | Request)[] = isList(input) ? input : [input]
  return items.every(isLineInput) ? items.map(toLine) : undefined
}

function isList<Item>(input: Item | readonly Item[]): input is readonly Item[] {
  return Array.isArray(input)
}

/** Requests have no `kind`; everything else has one. */
function isLineInput(item: LineInput | object): item is LineInput {
  return typeof item === 'string' || 'kind' in item
}

function toLine(item: LineInput): Line {
  return typeof item === 'object' && item.kind === 'line' ? item : line(item)
}

/** The queries that lines are made of, each once, and one formula for each line. */
export function lineData(lines: readonly Line[], shape: Shape): LineData {
  const formulas = lines.flatMap(({ data }) => (isFormula(data) ? data.variables : []))
  const taken = new Set(formulas.map(variable => String(variable.name)))
  const metricLines = lines.filter(isMetricLine)
  const split = splitFormula(
    metricLines.map(({ data }) => toExpression(data).node),
    taken,
  )
  const nextName = queryNames(new Set([...taken, ...split.queries.map(query => query.name)]))
  const events = new Map(
    lines.flatMap(({ data }) => (isEventQuery(data) ? [[data, nextName()] as const] : [])),
  )
  return {
    queries: [
      ...metricQueries(split, metricLines, shape),
      ...[...events].map(([query, name]) => eventQueryJson(name, query)),
      ...uniqueByName(formulas),
    ],
    formulas: lines.map(item => ({
      formula: formulaText(item, split.formulas[metricLines.indexOf(item as MetricLine)], events),
      ...looksOf(item),
    })),
  }
}

const looks = [
  'alias',
  'limit',
  'style',
  'conditionalFormats',
  'numberFormat',
  'cellDisplayMode',
  'cellDisplayModeOptions',
] as const

function looksOf(item: Line): Omit<RequestFormula, 'formula'> {
  const given = looks.filter(name => item[name] !== undefined)
  return Object.fromEntries(given.map(name => [name, item[name]]))
}

type MetricLine = Line & { readonly data: Expression | string }

function isMetricLine(item: Line): item is MetricLine {
  return typeof item.data === 'string' || item.data.kind === 'expression'
}

function isFormula(data: Line['data']): data is Formula {
  return typeof data === 'object' && data.kind === 'formula'
}

function isEventQuery(data: Line['data']): data is EventQuery {
  return typeof data === 'object' && data.kind === 'event-query'
}

function metricQueries(
  split: SplitFormula,
  lines: readonly MetricLine[],
  shape: Shape,
): readonly JsonObject[] {
  const chosen = lines.find(item => item.aggregator !== undefined)?.aggregator
  return split.queries.map(({ name, query, node }): JsonObject => {
    const aggregator = chosen ?? (isCounting(node) ? 'sum' : 'avg')
    return { name, data_source: 'metrics', query, ...(shape === 'scalar' ? { aggregator } : {}) }
  })
}

function formulaText(item: Line, split: string | undefined, events: ReadonlyMap<EventQuery, string>): string {
  if (isFormula(item.data)) return print(item.data.node)
  if (isEventQuery(item.data)) return events.get(item.data) ?? ''
  return split ?? ''
}

function uniqueByName(variables: readonly JsonObject[]): readonly JsonObject[] {
  return [
    ...new Map<Json | undefined, JsonObject>(variables.map(variable => [variable.name, variable])).values(),
  ]
}
