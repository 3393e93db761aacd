import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import type { Comparator } from '../query/index.js'
import { defined } from './defined.js'
import { unitOfFormula } from './formula-text.js'
import type { ColourFormat } from './sentences/resource.js'
import { type Phrase, phrase } from './sentences.js'
import type { ResultUnit } from './unit.js'
import { textIn } from './variable-keys.js'
import { requestsOf } from './widget-requests.js'
import { readWindow } from './window.js'

/** What is to be known about a widget beside what it shows: colours, marked lines, its own time, the comparison of a change. */
export function widgetNotes(definition: JsonObject): readonly Phrase[] {
  const repeated = definition.source_widget_definition ?? null
  return [
    ...(isJsonObject(repeated) ? widgetNotes(repeated) : []),
    ...helpNote(definition),
    ...drawnNote(definition),
    ...reducerNote(definition),
    ...changeNote(definition),
    ...hostNote(definition),
    ...columnNote(definition),
    ...colourNote(definition),
    ...axisNotes(definition),
    ...markerNote(definition),
    ...eventNote(definition),
    ...splitNote(definition),
    ...linkNote(definition),
    ...timeNote(definition.time),
  ]
}

/** The text behind the question mark of a widget. */
function helpNote(definition: JsonObject): readonly Phrase[] {
  const text = textIn(definition, 'description').trim()
  return text === '' ? [] : [phrase('dashboard/description', { text })]
}

/** Lines are what one expects. https://docs.datadoghq.com/dashboards/widgets/timeseries/ */
export function drawnAs({ display_type: type }: JsonObject): string | undefined {
  return typeof type === 'string' && type !== 'line' ? type : undefined
}

function drawnNote(definition: JsonObject): readonly Phrase[] {
  const types = new Set(requestsOf(definition).map(({ request }) => drawnAs(request)))
  const [as] = types
  return types.size === 1 && as !== undefined ? [phrase('widget/drawn', { as })] : []
}

interface Reducer {
  readonly name: string
  readonly reducer: string
}

/** How the points of the time range become one number, query by query. */
export function reducersOf(definition: JsonObject): readonly Reducer[] {
  return requestsOf(definition).flatMap(({ path, request }, index) => {
    if (typeof request.q === 'string')
      return reducer(request, path.replace('requests.', '').replace(/^requests.*/, `${index + 1}`))
    if (request.response_format !== 'scalar') return []
    return objectsIn(request.queries).flatMap(query => reducer(query, textIn(query, 'name')))
  })
}

function reducer({ aggregator }: JsonObject, name: string): readonly Reducer[] {
  return typeof aggregator === 'string' ? [{ name, reducer: aggregator }] : []
}

function reducerNote(definition: JsonObject): readonly Phrase[] {
  const items = reducersOf(definition)
  return new Set(items.map(one => one.reducer)).size > 1 ? [phrase('widget/reducers', { items })] : []
}

/** https://docs.datadoghq.com/dashboards/widgets/hostmap/ */
function hostNote({ type, group, scope }: JsonObject): readonly Phrase[] {
  if (type !== 'hostmap') return []
  const [groups, scopes] = [textsIn(group), textsIn(scope).filter(one => one !== '*')]
  return groups.length + scopes.length === 0 ? [] : [phrase('widget/hosts', { groups, scope: scopes })]
}

/** https://docs.datadoghq.com/dashboards/widgets/list/ */
function columnNote(definition: JsonObject): readonly Phrase[] {
  const own = definition.type === 'log_stream' ? columnsIn(definition.columns) : []
  const listed =
    definition.type === 'list_stream'
      ? requestsOf(definition).flatMap(({ request }) => columnsIn(request.columns))
      : own
  return listed.length === 0 ? [] : [phrase('widget/columns', { columns: [...new Set(listed)] })]
}

/** A column is its name, or an object that holds it. */
export function columnsIn(columns: Json | undefined): readonly string[] {
  if (!Array.isArray(columns)) return []
  return columns
    .map(one =>
      isJsonObject(one) ? textIn(one, 'field') || textIn(one, 'alias') || textIn(one, 'name') : String(one),
    )
    .filter(one => one !== '')
}

/** What differs from an axis that fits itself to its lines. https://docs.datadoghq.com/dashboards/widgets/timeseries/#y-axis-controls */
function axisNotes(definition: JsonObject): readonly Phrase[] {
  return (['xaxis', 'yaxis', 'right_yaxis'] as const).flatMap(axis => {
    const written = definition[axis]
    if (!isJsonObject(written)) return []
    const scale = textIn(written, 'scale').replace(/^linear$/, '') || undefined
    const values = defined({ scale, min: numberIn(written.min), max: numberIn(written.max) })
    return Object.keys(values).length === 0 ? [] : [phrase('widget/axis', { axis, ...values })]
  })
}

/** Limits are numbers in quotes, or `auto`. */
function numberIn(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  const isNumber = typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
  return isNumber ? Number(value) : undefined
}

/** https://docs.datadoghq.com/dashboards/widgets/timeseries/#event-overlay */
function eventNote({ events }: JsonObject): readonly Phrase[] {
  const queries = objectsIn(events).flatMap(one => textIn(one, 'q') || [])
  return queries.length === 0 ? [] : [phrase('widget/events', { queries })]
}

/** https://docs.datadoghq.com/dashboards/guide/context-links/ */
function linkNote({ custom_links: list }: JsonObject): readonly Phrase[] {
  const all = objectsIn(list).map(one => ({
    label: textIn(one, 'label') || textIn(one, 'override_label'),
    link: textIn(one, 'link'),
    hidden: one.is_hidden === true,
  }))
  const links = all.filter(one => !one.hidden && one.link !== '').map(({ label, link }) => ({ label, link }))
  const hidden = all.filter(one => one.hidden).map(one => one.label)
  return links.length + hidden.length === 0 ? [] : [phrase('widget/links', { links, hidden })]
}

/** https://docs.datadoghq.com/dashboards/widgets/change/ */
function changeNote(definition: JsonObject): readonly Phrase[] {
  const [first] = requestsOf(definition)
  if (definition.type !== 'change' || first === undefined) return []
  const against = textIn(first.request, 'compare_to')
  const relative = first.request.change_type === 'relative'
  const { increase_good: good } = first.request
  const increaseGood = typeof good === 'boolean' ? good : undefined
  return against === ''
    ? []
    : [phrase('widget/compared', { against, relative, ...defined({ increaseGood }) })]
}

/** https://docs.datadoghq.com/dashboards/widgets/query_value/ */
function colourNote(definition: JsonObject): readonly Phrase[] {
  const found = requestsOf(definition).flatMap(({ request }) =>
    [{ owner: request, unit: undefined }, ...formulasIn(request)].flatMap(({ owner, unit }) =>
      objectsIn(owner.conditional_formats).flatMap(format =>
        colourFormat(format).map(rule => ({ rule, unit })),
      ),
    ),
  )
  const rules = [...new Map(found.map(({ rule }) => [JSON.stringify(rule), rule])).values()]
  const units = new Set(found.map(({ unit }) => JSON.stringify(unit)))
  const unit = units.size === 1 ? found[0]!.unit : undefined
  return rules.length === 0 ? [] : [phrase('widget/colours', { rules, ...defined({ unit }) })]
}

/** A unit that somebody chose for a formula goes before that of its queries. */
function formulasIn(request: JsonObject) {
  return objectsIn(request.formulas).map(owner => ({
    owner,
    unit:
      chosenUnit(owner) ??
      (owner.number_format === undefined ? unitOfFormula(owner, request.queries) : undefined),
  }))
}

function chosenUnit({ number_format: format }: JsonObject): ResultUnit | undefined {
  const unit = isJsonObject(format) && isJsonObject(format.unit) ? format.unit : {}
  const name = textIn(unit, 'unit_name')
  return name === '' || textIn(unit, 'per_unit_name') !== '' ? undefined : { name }
}

const comparators: ReadonlyMap<string, Comparator> = new Map([
  ['=', '=='],
  ['>', '>'],
  ['>=', '>='],
  ['<', '<'],
  ['<=', '<='],
])

/** A conditional format in words; nothing for one without a colour, or with a limit that is no number. */
export function colourFormat(format: JsonObject): readonly ColourFormat[] {
  const { palette, value, hide_value: hidden } = format
  const comparator = comparators.get(textIn(format, 'comparator'))
  if (typeof palette !== 'string') return []
  if (comparator === undefined || typeof value !== 'number')
    return format.comparator === undefined && format.value === undefined ? [{ range: palette }] : []
  const isText = palette.endsWith('_on_white') || palette === 'custom_text'
  const colour = colourOf(palette)
  const own = isText ? 'custom_fg_color' : palette === 'custom_image' ? 'image_url' : 'custom_bg_color'
  return [
    {
      comparator,
      value,
      colour,
      on: isText ? 'text' : palette === 'custom_image' ? 'image' : 'background',
      ...(colour === 'custom' && textIn(format, own) !== '' ? { own: textIn(format, own) } : {}),
      ...(hidden === true ? { hidden } : {}),
      ...defined({ during: textIn(format, 'timeframe') || undefined }),
    },
  ]
}

/** `white_on_red` and `red_on_white` are both red. */
function colourOf(palette: string): string {
  return palette.startsWith('custom_')
    ? 'custom'
    : palette.replace(/^(?:white|black)_on_(?:light_)?/, '').replace(/_on_white$/, '')
}

/** https://docs.datadoghq.com/dashboards/widgets/timeseries/#markers */
function markerNote({ markers }: JsonObject): readonly Phrase[] {
  const lines = objectsIn(markers).flatMap(marker => {
    const value = textIn(marker, 'value')
    const label = textIn(marker, 'label').trim()
    const percentile = marker.display_type === 'percentile' ? numberIn(value) : undefined
    if (value === '') return []
    return [{ value, ...(label === '' || label === value ? {} : { label }), ...defined({ percentile }) }]
  })
  return lines.length === 0 ? [] : [phrase('widget/markers', { lines })]
}

/** https://docs.datadoghq.com/dashboards/widgets/split_graph/ */
function splitNote({ split_config: config }: JsonObject): readonly Phrase[] {
  if (!isJsonObject(config)) return []
  const keys = objectsIn(config.split_dimensions).flatMap(one => textIn(one, 'one_graph_per') || [])
  const limit = typeof config.limit === 'number' ? config.limit : undefined
  const chosen = Array.isArray(config.static_splits) ? config.static_splits.length : 0
  return keys.length === 0 ? [] : [phrase('widget/split', { keys, ...defined({ limit }), chosen })]
}

/** A time of its own, whatever the dashboard shows. https://docs.datadoghq.com/dashboards/guide/custom_time_frames/ */
export function timeNote(time: Json | undefined): readonly Phrase[] {
  if (!isJsonObject(time)) return []
  if (time.type === 'fixed')
    return [phrase('widget/fixed-time', defined({ from: momentIn(time.from), to: momentIn(time.to) }))]
  const span = textIn(time, 'live_span') || liveSpan(time)
  if (span === '') return []
  const window = readWindow(span)
  return [phrase('widget/span', { text: span, ...defined({ window }) })]
}

/** `2026-01-31 09:30`, of seconds since 1970. */
function momentIn(seconds: Json | undefined): string | undefined {
  const isMoment = typeof seconds === 'number' && Math.abs(seconds) < 1e11
  return isMoment ? new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ') : undefined
}

const spanUnits: Readonly<Record<string, string>> = {
  minute: 'm',
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'mo',
}

function liveSpan({ value, unit }: JsonObject): string {
  const short = typeof unit === 'string' ? spanUnits[unit] : undefined
  return typeof value === 'number' && short !== undefined ? `${value}${short}` : ''
}

export function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}

export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}
