import { type ResponseFormat, widgetNamed, widgetRequestOf } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, type CodeArgument, listOf, objectOf } from '../code/index.js'
import { extraMember, readOptions, type WriteField } from './options.js'
import { queriesCode } from './queries.js'

/** The list of requests of a widget: one stands alone, several in a list. */
export function requestsCode(value: Json, type: string, write: WriteField): Code | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const codes = value.map(request => requestCode(request, type, write))
  if (!codes.every(code => code !== undefined)) return undefined
  return codes.length === 1 ? codes[0] : listOf(codes)
}

/** One request with all its fields written out. */
export function requestCode(request: Json, type: string, write: WriteField): Code | undefined {
  const table = widgetRequestOf(type)
  if (table === undefined || !isJsonObject(request)) return undefined
  const format = formatOf(request)
  const usual = request.queries === undefined ? undefined : widgetNamed(type)?.response
  const { members, extra } = readOptions(request, table, (field, value) =>
    field.form === 'queries' ? queriesCode(value, format, write) : write(field, value),
  )
  const said = members.filter(([option]) => option !== 'responseFormat')
  const hasDefault = table.responseFormat?.default !== undefined
  const response: readonly (readonly [string, CodeArgument | boolean | null])[] = hasDefault
    ? members.filter(([option]) => option === 'responseFormat')
    : responseMember(format, usual)
  const isData = request.queries !== undefined || Object.keys(table).every(option => option !== 'queries')
  if (!isData && !isClassic(said)) return undefined
  // The builders' types keep the two generations apart.
  if (request.queries !== undefined && said.some(([option]) => option === 'q')) return undefined
  if ((required[type] ?? []).some(option => !said.some(([name]) => name === option))) return undefined
  return objectOf([...said, ...response, ...extraMember(extra)])
}

/** Options without which the builders' types do not take a request. */
const required: Readonly<Record<string, readonly string[]>> = {
  cohort: ['query'],
  funnel: ['query'],
  list_stream: ['source', 'search'],
  point_plot: ['query', 'projection'],
  retention_curve: ['query'],
  sankey: ['query'],
  topology_map: ['query'],
}

/** Without `queries`, the types want a query of the superseded form, or one of a product. */
function isClassic(members: readonly (readonly [string, unknown])[]): boolean {
  return members.some(([option]) => option === 'q' || /Query$|^query$/.test(option))
}

function formatOf({ response_format: format }: JsonObject): ResponseFormat | undefined {
  return format === 'timeseries' || format === 'scalar' || format === 'event_list' ? format : undefined
}

function responseMember(
  format: ResponseFormat | undefined,
  usual: ResponseFormat | undefined,
): readonly (readonly [string, string | null])[] {
  if (format === usual) return []
  return [['responseFormat', format ?? null]]
}
