import {
  meansVariable,
  templateVariablesIn,
  unusedTemplateVariables,
  type WrittenVariable,
} from '../check/index.js'
import { type DashboardDefinition, isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { parseMetricQuery } from '../query/index.js'
import { addMetricText, variablePieces } from './explain-monitor.js'
import type { CautionOf, Draft, OptionOf, PartOf, SourceOf } from './explanation.js'
import { shortJson } from './options.js'
import { piecesOf } from './pieces.js'
import { type Phrase, phrase } from './sentences.js'
import { seriesIn } from './series.js'
import { textIn } from './variable-keys.js'
import { queriesOfRequest, textsIn, widgetSentence } from './widget.js'
import { requestsOf } from './widget-requests.js'

/** A widget with its place in the dashboard. */
interface Placed {
  readonly definition: JsonObject
  readonly path: string
  /** Its number among its neighbours, inside that of its group: `2.1`. */
  readonly number: string
  readonly depth: number
}

/** Explains a dashboard: one line for each widget; with `deep`, every query is taken apart as well. */
export function draftOfDashboard(definition: DashboardDefinition, text: string, deep: boolean): Draft {
  const widgets = placedWidgets(definition.widgets, 'widgets', '', 0)
  const variables = templateVariables(definition)
  const queryTexts = widgets.flatMap(textsOf)
  const taken = deep ? widgets.flatMap(takenApart) : []
  const groups = widgets.filter(one => one.definition.type === 'group').length
  const title = typeof definition.title === 'string' ? definition.title : ''
  return {
    kind: 'dashboard',
    text,
    summary: phrase('summary/dashboard', {
      title,
      widgets: widgets.length - groups,
      groups,
      variables: variables.length,
      metrics: topMetrics(queryTexts),
    }),
    basics: [phrase('basics/dashboard', {})],
    sources: [
      { id: 'widgets', text: '', label: phrase('label/widgets', {}) },
      ...taken.map(one => one.source),
    ],
    parts: [...widgets.map(widgetPart), ...taken.flatMap(one => one.parts)],
    timeline: [],
    options: [
      ...described(definition),
      ...tagged(definition),
      ...notified(definition),
      ...presets(definition),
      ...variables.map(one => variableOption(one, queryTexts)),
    ],
    cautions: unusedTemplateVariables(definition).map(unusedCaution),
    changes: variables.length === 0 ? [phrase('change/dashboard', {})] : [],
    diagnostics: [],
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
      { definition, path: at, number, depth },
      ...placedWidgets(definition.widgets, `${at}.widgets`, `${number}.`, depth + 1),
    ]
  })
}

function widgetPart({ definition, number, depth }: Placed): PartOf<Phrase> {
  return {
    source: 'widgets',
    span: { start: 0, end: 0 },
    text: number,
    absent: false,
    depth,
    nodeKind: `widget:${textIn(definition, 'type')}`,
    does: widgetSentence(definition),
  }
}

/** Every query text of a widget, for counting. */
function textsOf({ definition }: Placed): readonly string[] {
  return requestsOf(definition).flatMap(({ path, request }) =>
    typeof request.q === 'string'
      ? [request.q]
      : queriesOfRequest(request, path).flatMap(query => query.text?.text ?? []),
  )
}

/** Many widgets call their queries `query1`; the label of each says where it stands. */
function takenApart({
  definition,
  path,
  number,
}: Placed): readonly { readonly source: SourceOf<Phrase>; readonly parts: readonly PartOf<Phrase>[] }[] {
  return requestsOf(definition).flatMap(({ path: at, request }) => {
    const whole = `${path}.${at}`
    const place = `${number} ${textIn(definition, 'title').trim()}`.trim()
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

/** The metrics that most queries read. */
function topMetrics(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const { node } = parseMetricQuery(text)
    const expressions = node === undefined ? [] : node.kind === 'query-list' ? node.queries : [node]
    for (const { metric, scope } of expressions.flatMap(seriesIn)) {
      // A word without braces may just as well belong to a search.
      if (scope !== undefined) counts.set(metric.name, (counts.get(metric.name) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, topCount)
    .map(([name]) => name)
}

function templateVariables(definition: DashboardDefinition): readonly JsonObject[] {
  const list = definition.template_variables
  return Array.isArray(list) ? list.filter(isJsonObject) : []
}

function usesOf(variable: JsonObject, texts: readonly string[]): number {
  const name = textIn(variable, 'name')
  const isUse = (written: WrittenVariable) => meansVariable(written.name, name)
  return texts.filter(text => templateVariablesIn(text).some(isUse)).length
}

function variableOption(variable: JsonObject, texts: readonly string[]): OptionOf<Phrase> {
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
    uses: usesOf(variable, texts),
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
  const names = Array.isArray(list) ? list.filter(isJsonObject).map(one => textIn(one, 'name')) : []
  return names.length === 0
    ? []
    : [
        {
          name: 'template_variable_presets',
          setting: shortJson(names),
          means: phrase('dashboard/presets', { names }),
        },
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
