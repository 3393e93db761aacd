import { type DashboardDefinition, isJsonObject, type Json, type JsonPath } from '../../model/index.js'
import { parseSearch } from '../../query/index.js'
import type { DashboardSearch } from './dashboard-queries.js'
import { memo } from './memo.js'
import { type PlacedWidget, widgetsOf } from './widgets.js'

/** Members on the way to a text; `*` stands for every entry of a list. */
type FieldPath = readonly string[]

/**
 * Where widgets filter outside of their queries and listen to template variables there: SLOs, lists of monitors, maps.
 * https://docs.datadoghq.com/dashboards/widgets/slo_list/, https://docs.datadoghq.com/dashboards/template_variables/
 */
const filterFields: Readonly<Record<string, readonly FieldPath[]>> = {
  check_status: [['group'], ['tags', '*']],
  event_stream: [['query']],
  event_timeline: [['query']],
  hostmap: [['scope', '*']],
  log_stream: [['query']],
  manage_status: [['query']],
  servicemap: [['filters', '*']],
  slo: [['additional_query_filters']],
  slo_list: [['requests', '*', 'query', 'query_string']],
  topology_map: [['requests', '*', 'query', 'filters', '*']],
  trace_service: [['env'], ['service']],
}

/** Of every widget: the searches whose events are drawn over its graph. */
const everyWidget: readonly FieldPath[] = [['events', '*', 'q']]

/** The texts with which widgets filter outside of their queries, as searches. */
export const widgetFiltersOf = memo((definition: DashboardDefinition): readonly DashboardSearch[] =>
  widgetsOf(definition).flatMap(widget =>
    fieldsOf(widget).flatMap(field =>
      textsAt(widget.definition, field, [...widget.path, 'definition']).map(({ text, path }) => ({
        language: 'search' as const,
        text,
        path,
        parsed: parseSearch(text),
      })),
    ),
  ),
)

function fieldsOf({ type }: PlacedWidget): readonly FieldPath[] {
  return everyWidget.concat((Object.hasOwn(filterFields, type) ? filterFields[type] : undefined) ?? [])
}

interface PlacedText {
  readonly text: string
  readonly path: JsonPath
}

function textsAt(value: Json | undefined, [member, ...rest]: FieldPath, path: JsonPath): PlacedText[] {
  if (member === undefined) return typeof value === 'string' ? [{ text: value, path }] : []
  if (member === '*') {
    if (!Array.isArray(value)) return []
    return [...value.entries()].flatMap(([index, entry]) => textsAt(entry, rest, [...path, index]))
  }
  return isJsonObject(value) ? textsAt(value[member], rest, [...path, member]) : []
}
