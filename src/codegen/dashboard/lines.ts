import {
  type ConditionalPalette,
  displayTypes,
  isKnownValue,
  lineTypes,
  lineWidths,
  type ResponseFormat,
  scalarAggregators,
  widgetRequestOf,
} from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import type { MetricExpression } from '../../query/index.js'
import {
  type Code,
  type CodeArgument,
  callOf,
  listOf,
  type Members,
  methodOf,
  namedLiteral,
  objectOf,
} from '../code/index.js'
import { formulaTree, leafNode, namesIn, withQueries } from '../formula/named-queries.js'
import { eventSearch } from '../to-builder/event-search.js'
import { expressionCode } from '../to-builder/expression.js'
import { plainCode } from './forms.js'
import { isSame } from './paths.js'
import { hasUsualTypes } from './primitive-types.js'
import { usualAggregator } from './queries.js'

/** A widget's data as lines: expressions with their looks, instead of whole requests. */
export interface Lines {
  readonly data: Code
  /** Options that belong to lines. */
  readonly options: Members
  /** The fields of the widget without its requests. */
  readonly rest: JsonObject
}

/**
 * The lines of a widget, where its builder would make exactly these requests from them: queries named and ordered as the
 * builder does, one formula for each line, and nothing else.
 */
export function linesOf(type: string, fields: JsonObject): Lines | undefined {
  const { requests, ...rest } = fields
  if (!Array.isArray(requests) || !requests.every(isJsonObject)) return undefined
  const found = type === 'timeseries' ? timeseriesLines(requests) : scalarLines(type, requests)
  return found && { ...found, rest }
}

type Found = Omit<Lines, 'rest'>

/** Each group of lines that look alike is a request. */
function timeseriesLines(requests: readonly JsonObject[]): Found | undefined {
  const looks = requests.map(({ display_type, style, on_right_yaxis }) => ({
    display_type,
    style,
    on_right_yaxis,
  }))
  const areDistinct = looks.every(
    (one, at) => looks.findIndex(other => isSame(one as Json, other as Json)) === at,
  )
  if (!areDistinct || requests.length === 0) return undefined
  const displays = new Set(requests.map(({ display_type: display }) => display))
  const [display] = displays
  const shared = displays.size === 1 && display !== 'line' ? display : undefined
  const groups = requests.map(request => timeseriesGroup(request, shared))
  if (!groups.every(group => group !== undefined)) return undefined
  const data = groups.flat()
  return {
    data: data.length === 1 ? data[0]! : listOf(data),
    options: [['display', typeof shared === 'string' ? shared : undefined]],
  }
}

function timeseriesGroup(request: JsonObject, shared: Json | undefined): readonly Code[] | undefined {
  const { display_type: display, style, on_right_yaxis: onRight, ...data } = request
  if (!(displayTypes as readonly unknown[]).includes(display) || (onRight !== undefined && onRight !== true))
    return undefined
  const styleMembers = lineStyle(style)
  if (styleMembers === undefined) return undefined
  const looks: Members = [
    ['display', display === (shared ?? 'line') ? undefined : (display as string)],
    ...styleMembers,
    ['onRightAxis', onRight],
  ]
  return linesOfData(data, 'timeseries')?.map(line => lineCode(line, looks))
}

function lineStyle(style: Json | undefined): Members | undefined {
  if (style === undefined) return []
  if (!isJsonObject(style) || Object.keys(style).length === 0) return undefined
  const { palette, line_type: lineType, line_width: lineWidth, ...rest } = style
  const isKnown =
    Object.keys(rest).length === 0 &&
    (palette === undefined || typeof palette === 'string') &&
    (lineType === undefined || (lineTypes as readonly unknown[]).includes(lineType)) &&
    (lineWidth === undefined || (lineWidths as readonly unknown[]).includes(lineWidth))
  if (!isKnown) return undefined
  return [
    ['palette', palette as string | undefined],
    ['lineType', lineType as string | undefined],
    ['lineWidth', lineWidth as string | undefined],
  ]
}

/** Widgets with one request of numbers; those that rank say how many rows there are. */
const scalarTypes: Readonly<Record<string, { readonly ranks?: true; readonly colours?: true }>> = {
  query_value: { colours: true },
  toplist: { ranks: true, colours: true },
  query_table: { ranks: true },
  sunburst: {},
  treemap: {},
}

function scalarLines(type: string, requests: readonly JsonObject[]): Found | undefined {
  const row = Object.hasOwn(scalarTypes, type) ? scalarTypes[type] : undefined
  const [request, ...more] = requests
  if (row === undefined || request === undefined || more.length > 0) return undefined
  const { sort, conditional_formats: formats, ...data } = request
  const rank = row.ranks ? rankOptions(sort) : sort === undefined ? [] : undefined
  const colours = formats === undefined ? [] : row.colours ? colourOptions(formats) : undefined
  const lines = linesOfData(data, 'scalar')
  if (rank === undefined || colours === undefined || lines === undefined || lines.length === 0)
    return undefined
  const codes = lines.map(line => lineCode(line, []))
  const isSingle = codes.length === 1 && type !== 'query_table'
  return { data: isSingle ? codes[0]! : listOf(codes), options: [...rank, ...colours] }
}

/** Ten rows, the highest first, are usual. */
function rankOptions(sort: Json | undefined): Members | undefined {
  if (!isJsonObject(sort) || typeof sort.count !== 'number' || !Array.isArray(sort.order_by)) return undefined
  const [first] = sort.order_by
  const order = isJsonObject(first) ? first.order : undefined
  const usual = { count: sort.count, order_by: [{ type: 'formula', index: 0, order: order ?? null }] }
  if ((order !== 'asc' && order !== 'desc') || !isSame(sort, usual)) return undefined
  return [
    ['limit', sort.count === 10 ? undefined : sort.count],
    ['order', order === 'desc' ? undefined : order],
  ]
}

const bounds: Readonly<Record<string, string>> = {
  '>': 'above',
  '>=': 'atLeast',
  '<': 'below',
  '<=': 'atMost',
}
const colours = [
  ['red', 'white_on_red'],
  ['yellow', 'white_on_yellow'],
  ['green', 'white_on_green'],
] as const

/** `red: { above: 1 }` for the usual colours in their order, `conditionalFormats` for all others. */
function colourOptions(formats: Json): Members | undefined {
  if (!Array.isArray(formats) || formats.length === 0) return undefined
  let left: readonly Json[] = formats
  const members: (readonly [string, Code])[] = []
  for (const [name, palette] of colours) {
    const run = runOf(left, palette)
    if (run.length > 0) members.push([name, objectOf(run)])
    left = left.slice(run.length)
  }
  if (left.length === 0) return members
  const rest = requestFieldCode('conditionalFormats', left)
  return rest === undefined ? undefined : [...members, ['conditionalFormats', rest]]
}

function runOf(formats: readonly Json[], palette: ConditionalPalette): [string, number][] {
  const run: [string, number][] = []
  for (const format of formats) {
    if (!isJsonObject(format) || format.palette !== palette || typeof format.value !== 'number') break
    const bound = bounds[String(format.comparator)]
    if (bound === undefined || Object.keys(format).length !== 3 || run.some(([name]) => name === bound)) break
    run.push([bound, format.value])
  }
  return run
}

interface DataLine {
  readonly code: Code
  readonly looks: Members
}

/** One line for each formula. */
function linesOfData(data: JsonObject, format: ResponseFormat): readonly DataLine[] | undefined {
  const { response_format: response, queries, formulas, ...rest } = data
  if (response !== format || Object.keys(rest).length > 0) return undefined
  if (!Array.isArray(queries) || !Array.isArray(formulas) || !formulas.every(isJsonObject)) return undefined
  return metricLines(queries, formulas, format) ?? eventLines(queries, formulas)
}

function metricLines(
  queries: readonly Json[],
  formulas: readonly JsonObject[],
  format: ResponseFormat,
): readonly DataLine[] | undefined {
  const nodes = new Map<string, MetricExpression>()
  const aggregators = new Set<Json | undefined>()
  const usual: boolean[] = []
  for (const [index, query] of queries.entries()) {
    if (!isJsonObject(query) || query.name !== `query${index + 1}` || query.data_source !== 'metrics')
      return undefined
    const { name, data_source: _, query: text, aggregator, ...rest } = query
    const node = typeof text === 'string' ? leafNode(text) : undefined
    if (node === undefined || Object.keys(rest).length > 0) return undefined
    nodes.set(String(name), node)
    aggregators.add(aggregator)
    usual.push(aggregator === (format === 'scalar' ? usualAggregator(String(text)) : undefined))
  }
  const texts = queries.map(query => (isJsonObject(query) ? query.query : ''))
  const chosen = usual.every(Boolean) ? undefined : chosenAggregator(aggregators, format)
  if (new Set(texts).size !== texts.length || chosen === null) return undefined
  const trees = formulas.map(({ formula }) => formulaTree(formula))
  if (!trees.every(tree => tree !== undefined)) return undefined
  const order = trees.flatMap(namesIn).filter((name, at, names) => names.indexOf(name) === at)
  if (order.join() !== [...nodes.keys()].join()) return undefined
  return dataLines(
    formulas,
    trees.map(tree => expressionCode(withQueries(tree, nodes))),
    chosen,
  )
}

/** The aggregator of all queries, which the first line names; null where they differ. */
function chosenAggregator(
  aggregators: ReadonlySet<Json | undefined>,
  format: ResponseFormat,
): string | undefined | null {
  const [aggregator] = aggregators
  const isOne = aggregators.size === 1 && format === 'scalar'
  return isOne && (scalarAggregators as readonly unknown[]).includes(aggregator) ? String(aggregator) : null
}

/** Searches over events, each a line of its own. */
function eventLines(
  queries: readonly Json[],
  formulas: readonly JsonObject[],
): readonly DataLine[] | undefined {
  if (queries.length !== formulas.length) return undefined
  const codes = queries.map((query, index) => {
    if (!isJsonObject(query) || query.name !== `query${index + 1}`) return undefined
    if (formulas[index]?.formula !== query.name) return undefined
    const { name: _, ...search } = query
    return eventSearch(search)
  })
  return codes.every(code => code !== undefined) ? dataLines(formulas, codes, undefined) : undefined
}

const looksFields = new Set([
  'formula',
  'alias',
  'limit',
  'style',
  'conditional_formats',
  'number_format',
  'cell_display_mode',
  'cell_display_mode_options',
])

function dataLines(
  formulas: readonly JsonObject[],
  codes: readonly Code[],
  aggregator: string | undefined,
): readonly DataLine[] | undefined {
  const lines = formulas.map((formula, index) => {
    const looks = formulaLooks(formula)
    const first: Members = [['aggregator', index === 0 ? aggregator : undefined]]
    return looks && { code: codes[index]!, looks: [...looks, ...first] }
  })
  return lines.every(line => line !== undefined) ? lines : undefined
}

/** The code of a field that lines and requests have in common. */
function requestFieldCode(option: string, value: Json): Code | undefined {
  const field = widgetRequestOf('query_value')?.[option]
  const code = field && plainCode(field, value)
  return typeof code === 'object' ? code : undefined
}

function formulaLooks(formula: JsonObject): Members | undefined {
  const formulas = widgetRequestOf('timeseries')?.formulas
  if (formulas === undefined || !isKnownValue(formulas, [formula]) || !hasUsualTypes('formulas', formula))
    return undefined

  const members: (readonly [string, CodeArgument])[] = []
  for (const [field, value] of Object.entries(formula)) {
    if (!looksFields.has(field) || value === undefined || value === null) return undefined
    if (field === 'formula') continue
    if (field === 'alias' && typeof value !== 'string') return undefined
    const code = namedLiteral(value)
    if (code === undefined) return undefined
    members.push([field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), code])
  }
  return members
}

/** The expression alone, `.as('…')` for a name, `line(…)` for more. */
function lineCode({ code, looks }: DataLine, shared: Members): Code {
  const members = [...looks, ...shared].filter(([, value]) => value !== undefined)
  if (members.length === 0) return code
  const [only] = members
  const alias = only?.[1]
  const canBeNamed = code.kind === 'call' && !isEventBuilder(code)
  return members.length === 1 &&
    only?.[0] === 'alias' &&
    typeof alias === 'object' &&
    alias !== null &&
    canBeNamed
    ? methodOf(code, 'as', alias)
    : callOf('line', code, objectOf(members))
}

/** Searches over events have no `.as(…)`. */
function isEventBuilder(code: Code): boolean {
  if (code.kind === 'call') return isEventBuilder(code.target)
  if (code.kind === 'member') return isEventBuilder(code.target)
  return code.kind === 'atom' && eventBuilders.has(code.text)
}

const eventBuilders: ReadonlySet<string> = new Set(
  'log rum spans events auditTrail ciPipelines ciTests databaseMonitoring networkPerformance networkPath llmObservability'.split(
    ' ',
  ),
)
