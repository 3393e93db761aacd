import {
  meansVariable,
  templateVariablesIn,
  unusedTemplateVariables,
  type WrittenVariable,
} from '../check/index.js'
import { type DashboardDefinition, isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { parseMetricQuery } from '../query/index.js'
import { unknownNames, type WidgetFault, widgetFaults } from './dashboard-faults.js'
import { presetsIn } from './dashboard-settings.js'
import { defined } from './defined.js'
import { explainedDiagnostics } from './diagnostics.js'
import { addMetricText, variablePieces } from './explain-monitor.js'
import type { CautionOf, Draft, ExplainedDiagnostic, OptionOf, PartOf, SourceOf } from './explanation.js'
import { shortJson } from './options.js'
import { piecesOf } from './pieces.js'
import { type Phrase, phrase } from './sentences.js'
import { seriesIn } from './series.js'
import { textIn } from './variable-keys.js'
import { queriesOfRequest, widgetSentence } from './widget.js'
import { objectsIn, textsIn } from './widget-notes.js'
import { requestsOf } from './widget-requests.js'
import { readWindow } from './window.js'

/** A widget with its place in the dashboard. */
interface Placed {
  readonly definition: JsonObject
  readonly path: string
  /** Its number among its neighbours, inside that of its group: `2.1`. */
  readonly number: string
  readonly depth: number
  readonly faults: readonly WidgetFault[]
}

/** Explains a dashboard: one line for each widget; with `deep`, every query is taken apart as well. */
export function draftOfDashboard(definition: DashboardDefinition, text: string, deep: boolean): Draft {
  const widgets = placedWidgets(definition.widgets, 'widgets', '', 0)
  const variables = objectsIn(definition.template_variables)
  const taken = deep ? widgets.flatMap(takenApart) : []
  const groups = widgets.filter(one => one.definition.type === 'group').length
  const title = typeof definition.title === 'string' ? definition.title : ''
  const known = new Set(taken.map(one => one.source.id))
  const broken = widgets.filter(one => one.faults.length > 0)
  const summary = phrase('summary/dashboard', {
    title,
    widgets: widgets.length - groups,
    groups,
    variables: variables.length,
    ...readMetrics(widgets.flatMap(textsOf)),
  })
  return {
    kind: 'dashboard',
    text,
    summary:
      broken.length === 0
        ? summary
        : phrase('summary/several', {
            sentences: [summary, phrase('summary/dashboard-broken', { widgets: broken.length })],
          }),
    basics: [phrase('basics/dashboard', {})],
    sources: [
      { id: 'widgets', text: '', label: phrase('label/widgets', {}) },
      ...taken.map(one => one.source),
      ...broken.flatMap(faultSources).filter(one => !known.has(one.id)),
    ],
    parts: [...widgets.map(widgetPart), ...taken.flatMap(one => one.parts)],
    timeline: [],
    options: [
      ...described(definition),
      ...tagged(definition),
      ...notified(definition),
      ...startingTime(definition),
      ...allowed(definition),
      ...tabs(definition),
      ...presets(definition),
      ...variables.map(one => variableOption(one, widgets)),
    ],
    cautions: [
      ...unusedTemplateVariables(definition).map(unusedCaution),
      ...widgets.flatMap(unknownNameCautions),
    ],
    changes: variables.length === 0 ? [phrase('change/dashboard', {})] : [],
    diagnostics: broken.flatMap(faultDiagnostics),
  }
}

function placedWidgets(
  list: Json | readonly JsonObject[] | undefined,
  path: string,
  inside: string,
  depth: number,
): readonly Placed[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((widget, index) => {
    const definition = isJsonObject(widget) && isJsonObject(widget.definition) ? widget.definition : undefined
    if (definition === undefined) return []
    const at = `${path}[${index}].definition`
    const number = `${inside}${index + 1}`
    return [
      { definition, path: at, number, depth, faults: widgetFaults(definition) },
      ...placedWidgets(definition.widgets, `${at}.widgets`, `${number}.`, depth + 1),
    ]
  })
}

function widgetPart({ definition, number, depth, faults }: Placed): PartOf<Phrase> {
  return {
    source: 'widgets',
    span: { start: 0, end: 0 },
    text: number,
    absent: false,
    depth,
    nodeKind: `widget:${textIn(definition, 'type')}`,
    does: widgetSentence(definition, faults.length > 0),
  }
}

const placeOf = ({ number, definition }: Placed) => `${number} ${textIn(definition, 'title').trim()}`.trim()

/** The text of a fault, so that it can be shown as it would be repaired. */
function faultSources(placed: Placed): readonly SourceOf<Phrase>[] {
  return placed.faults.map(({ path, text }) => ({
    id: `${placed.path}.${path}`,
    text,
    label: phrase('label/variable-parts', { name: placeOf(placed) }),
  }))
}

function faultDiagnostics({ path, number, definition, faults }: Placed): readonly ExplainedDiagnostic[] {
  const widget = { number, title: textIn(definition, 'title').trim() }
  return faults.flatMap(one =>
    explainedDiagnostics(`${path}.${one.path}`, one.text, one.diagnostics).map(each => ({ ...each, widget })),
  )
}

function unknownNameCautions({ definition, number }: Placed): readonly CautionOf<Phrase>[] {
  const title = textIn(definition, 'title').trim()
  return unknownNames(definition).map(name => ({
    code: 'dash/formula-unknown-query',
    severity: 'warning',
    says: phrase('caution/formula-unknown-query', { number, title, name }),
  }))
}

/** Every query text of a widget, for counting. */
function textsOf(placed: Placed): readonly string[] {
  return drawnRequests(placed).flatMap(({ path, request }) =>
    typeof request.q === 'string'
      ? [request.q]
      : queriesOfRequest(request, path).flatMap(query => query.text?.text ?? []),
  )
}

/** The requests of a widget, or of the widget that a split graph repeats. */
function drawnRequests({ definition }: Placed) {
  const repeated = definition.source_widget_definition
  return isJsonObject(repeated)
    ? requestsOf(repeated).map(one => ({ ...one, path: `source_widget_definition.${one.path}` }))
    : requestsOf(definition)
}

/** Many widgets call their queries `query1`; the label of each says where it stands. */
function takenApart(
  placed: Placed,
): readonly { readonly source: SourceOf<Phrase>; readonly parts: readonly PartOf<Phrase>[] }[] {
  return drawnRequests(placed).flatMap(({ path: at, request }) => {
    const whole = `${placed.path}.${at}`
    const place = placeOf(placed)
    if (typeof request.q === 'string') {
      const pieces = piecesOf(`${whole}.q`, request.q)
      addMetricText(pieces, { inMonitor: false })
      const label = phrase('label/variable-parts', { name: place })
      return [{ source: { id: pieces.source, text: pieces.text, label }, parts: pieces.parts }]
    }
    const queries = queriesOfRequest(request, whole).map(query => ({
      ...query,
      name: query.name === '' ? place : `${query.name} (${place})`,
    }))
    return variablePieces(queries, { inMonitor: false }).map(one => ({
      source: one.source,
      parts: one.pieces.parts,
    }))
  })
}

const topCount = 3

/** The metrics that most queries read, and how many there are. */
function readMetrics(texts: readonly string[]) {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const { node } = parseMetricQuery(text)
    const expressions = node === undefined ? [] : node.kind === 'query-list' ? node.queries : [node]
    for (const { metric, scope } of expressions.flatMap(seriesIn)) {
      // A word without braces may just as well belong to a search.
      if (scope !== undefined) counts.set(metric.name, (counts.get(metric.name) ?? 0) + 1)
    }
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  return { metrics: names.slice(0, topCount), allMetrics: names.length }
}

/** In how many widgets it stands, in queries or elsewhere. */
function usesOf(variable: JsonObject, widgets: readonly Placed[]): number {
  const name = textIn(variable, 'name')
  const isUse = (written: WrittenVariable) => meansVariable(written.name, name)
  return widgets.filter(({ definition: { widgets: _, ...own } }) =>
    templateVariablesIn(JSON.stringify(own)).some(isUse),
  ).length
}

function variableOption(variable: JsonObject, widgets: readonly Placed[]): OptionOf<Phrase> {
  const name = textIn(variable, 'name')
  const prefix = textIn(variable, 'prefix')
  const defaults = Array.isArray(variable.defaults)
    ? textsIn(variable.defaults).filter(one => one !== '')
    : typeof variable.default === 'string'
      ? [variable.default]
      : []
  const values = {
    name,
    ...(prefix === '' ? {} : { prefix }),
    defaults,
    choices: textsIn(variable.available_values),
    uses: usesOf(variable, widgets),
    powerpack: widgets.some(({ definition }) => definition.type === 'powerpack'),
    groups: variable.type === 'group',
  }
  return { name: `$${name}`, setting: shortJson(defaults), means: phrase('dashboard/variable', values) }
}

function unusedCaution(name: string): CautionOf<Phrase> {
  return {
    code: 'dash/template-var-unused',
    severity: 'warning',
    says: phrase('caution/variable-unused', { name }),
  }
}

function tagged({ tags }: DashboardDefinition): readonly OptionOf<Phrase>[] {
  const texts = textsIn(tags)
  return texts.length === 0
    ? []
    : [{ name: 'tags', setting: shortJson(texts), means: phrase('field/tags', { tags: texts }) }]
}

function notified({ notify_list: list }: DashboardDefinition): readonly OptionOf<Phrase>[] {
  const people = textsIn(list)
  return people.length === 0
    ? []
    : [{ name: 'notify_list', setting: shortJson(people), means: phrase('dashboard/notified', { people }) }]
}

function presets({ template_variable_presets: list }: DashboardDefinition): readonly OptionOf<Phrase>[] {
  const found = presetsIn(list)
  const setting = shortJson(found.map(one => one.name))
  return found.length === 0
    ? []
    : [{ name: 'template_variable_presets', setting, means: phrase('dashboard/presets', { presets: found }) }]
}

/** https://docs.datadoghq.com/dashboards/configure/ */
function tabs(definition: JsonObject): readonly OptionOf<Phrase>[] {
  const found = objectsIn(definition.tabs).map(one => ({
    name: textIn(one, 'name'),
    widgets: Array.isArray(one.widget_ids) ? one.widget_ids.length : 0,
  }))
  const setting = shortJson(found.map(one => one.name))
  return found.length === 0
    ? []
    : [{ name: 'tabs', setting, means: phrase('dashboard/tabs', { tabs: found }) }]
}

/** The time that it shows when somebody opens it. */
function startingTime({ default_timeframe: time }: JsonObject): readonly OptionOf<Phrase>[] {
  const text = isJsonObject(time ?? null) ? textIn(time as JsonObject, 'live_span') : ''
  const means = phrase('dashboard/start', { text, ...defined({ window: readWindow(text) }) })
  return text === '' ? [] : [{ name: 'default_timeframe', setting: shortJson(text), means }]
}

/** Who may edit it; `is_read_only` is the older field. https://docs.datadoghq.com/api/latest/dashboards/ */
function allowed({ restricted_roles: list, is_read_only: locked }: JsonObject): readonly OptionOf<Phrase>[] {
  const roles = textsIn(list)
  return [
    ...(locked === true
      ? [{ name: 'is_read_only', setting: 'true', means: phrase('dashboard/read-only', {}) }]
      : []),
    ...(roles.length === 0
      ? []
      : [
          {
            name: 'restricted_roles',
            setting: shortJson(roles),
            means: phrase('field/roles', { count: roles.length }),
          },
        ]),
  ]
}

function described(definition: DashboardDefinition): readonly OptionOf<Phrase>[] {
  const text = definition.description
  const layout = definition.layout_type
  return [
    ...(typeof text === 'string' && text.trim() !== ''
      ? [
          {
            name: 'description',
            setting: shortJson(text),
            means: phrase('dashboard/description', { text: text.trim() }),
          },
        ]
      : []),
    ...(typeof layout === 'string'
      ? [
          {
            name: 'layout_type',
            setting: shortJson(layout),
            means: phrase('dashboard/layout', { free: layout === 'free' }),
          },
        ]
      : []),
  ]
}
