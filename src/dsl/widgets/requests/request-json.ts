import {
  type FieldForm,
  type ResponseFormat,
  type WidgetField,
  widgetNamed,
  widgetRequestOf,
} from '../../../catalog/index.js'
import { didYouMean } from '../../../diagnostic/index.js'
import { isJsonObject, type Json } from '../../../model/index.js'
import { definitionError } from '../../definition-error.js'
import { columnsJson } from '../columns.js'
import { named } from '../names.js'
import { type Draft, write } from '../path.js'
import { formulasJson } from './formula.js'
import { metricText } from './metric-text.js'
import { queriesJson } from './queries-json.js'

type Encode = (value: unknown, format: ResponseFormat | undefined) => Json

const encodings: Readonly<Partial<Record<FieldForm, Encode>>> = {
  named,
  columns: columnsJson,
  metric: metricText,
  queries: queriesJson,
  formulas: formulasJson,
}

/** A list of requests of a widget type, from one or several. */
export function requestsJson(input: unknown, type: string): Json {
  const requests: readonly unknown[] = Array.isArray(input) ? input : [input]
  return requests.map(request => requestJson(request, type))
}

/** One request: nothing is added to what the author wrote but the response format that the widget needs. */
export function requestJson(request: unknown, type: string): Json {
  const values: Readonly<Record<string, unknown>> = { ...(request as object) }
  const table = widgetRequestOf(type) ?? {}
  checkOptions(values, type, table)
  const format = formatOf(values, type)
  const draft: Draft = format === undefined ? {} : { response_format: format }
  for (const option of Object.keys(table)) writeField(draft, table[option]!, values[option], format)
  return isJsonObject(values.extra) ? { ...draft, ...values.extra } : draft
}

/** Types cannot refuse every wrong option, because lines may stand in the same place and have some of their own. */
function checkOptions(values: Readonly<Record<string, unknown>>, type: string, table: object): void {
  const wrong = Object.keys(values).find(
    name => name !== 'extra' && values[name] !== undefined && !Object.hasOwn(table, name),
  )
  if (wrong === undefined) return
  throw definitionError('dsl/request-option', `A request of \`${type}\` has no \`${wrong}\`.`, {
    hint:
      didYouMean(wrong, Object.keys(table)) ??
      'A field that has no name here goes into `extra`, in Datadog’s own words.',
  })
}

function formatOf(values: Readonly<Record<string, unknown>>, type: string): ResponseFormat | undefined {
  const { responseFormat, queries } = values
  if (responseFormat === null) return undefined
  const usual = queries === undefined ? undefined : widgetNamed(type)?.response
  return (responseFormat as ResponseFormat | undefined) ?? usual
}

function writeField(
  draft: Draft,
  field: WidgetField,
  value: unknown,
  format: ResponseFormat | undefined,
): void {
  const given = value === undefined ? field.default : value
  if (given === undefined || given === null) return
  const encode = encodings[field.form ?? 'same']
  write(draft, field.path, encode === undefined ? (given as Json) : encode(given, format))
}
