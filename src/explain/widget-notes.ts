import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import type { Comparator } from '../query/index.js'
import { defined } from './defined.js'
import type { ColourFormat } from './sentences/resource.js'
import { type Phrase, phrase } from './sentences.js'
import { textIn } from './variable-keys.js'
import { requestsOf } from './widget-requests.js'
import { readWindow } from './window.js'

/** What is to be known about a widget beside what it shows: colours, marked lines, its own time, the comparison of a change. */
export function widgetNotes(definition: JsonObject): readonly Phrase[] {
  return [
    ...changeNote(definition),
    ...colourNote(definition),
    ...markerNote(definition),
    ...splitNote(definition),
    ...timeNote(definition.time),
  ]
}

/** https://docs.datadoghq.com/dashboards/widgets/change/ */
function changeNote(definition: JsonObject): readonly Phrase[] {
  const [first] = requestsOf(definition)
  if (definition.type !== 'change' || first === undefined) return []
  const against = textIn(first.request, 'compare_to')
  const relative = first.request.change_type === 'relative'
  return against === '' ? [] : [phrase('widget/compared', { against, relative })]
}

/** https://docs.datadoghq.com/dashboards/widgets/query_value/ */
function colourNote(definition: JsonObject): readonly Phrase[] {
  const rules = requestsOf(definition)
    .flatMap(({ request }) => [request, ...objectsIn(request.formulas)])
    .flatMap(({ conditional_formats: formats }) => objectsIn(formats))
    .flatMap(colourFormat)
  const unique = new Map(rules.map(rule => [JSON.stringify(rule), rule]))
  return unique.size === 0 ? [] : [phrase('widget/colours', { rules: [...unique.values()] })]
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
    return value === '' ? [] : [{ value, ...(label === '' || label === value ? {} : { label }) }]
  })
  return lines.length === 0 ? [] : [phrase('widget/markers', { lines })]
}

/** https://docs.datadoghq.com/dashboards/widgets/split_graph/ */
function splitNote({ split_config: config }: JsonObject): readonly Phrase[] {
  if (!isJsonObject(config)) return []
  const keys = objectsIn(config.split_dimensions).flatMap(one => textIn(one, 'one_graph_per') || [])
  const limit = typeof config.limit === 'number' ? config.limit : undefined
  return keys.length === 0 ? [] : [phrase('widget/split', { keys, ...defined({ limit }) })]
}

/** A time of its own, whatever the dashboard shows. https://docs.datadoghq.com/dashboards/guide/custom_time_frames/ */
export function timeNote(time: Json | undefined): readonly Phrase[] {
  if (!isJsonObject(time)) return []
  if (time.type === 'fixed') return [phrase('widget/fixed-time', {})]
  const span = textIn(time, 'live_span') || liveSpan(time)
  if (span === '') return []
  const window = readWindow(span)
  return [phrase('widget/span', { text: span, ...defined({ window }) })]
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

export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}
