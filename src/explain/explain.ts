import {
  type DashboardDefinition,
  type Definition,
  definitionPaths,
  isJsonObject,
  type JsonObject,
  type MonitorDefinition,
  type Resource,
  type SloDefinition,
  valueAt,
} from '../model/index.js'
import { draftOfDashboard } from './dashboard.js'
import { defined } from './defined.js'
import { draftOfMonitor } from './explain-monitor.js'
import type { NameOf } from './explain-monitor-query.js'
import { draftOfKind, draftOfQuery } from './explain-query.js'
import { emptyDraft } from './explain-text.js'
import type { Draft, Explanation, Level } from './explanation.js'
import { isOtherJson, jsonObjectIn, objectKind, type TextKind } from './input.js'
import { localize } from './localize.js'
import { otherProduct } from './other-json.js'
import { type Phrase, phrase } from './sentences.js'
import { draftOfSlo } from './slo.js'
import type { Lang } from './words/say.js'

/** A text whose kind, or whose monitor type, is known. */
export interface TypedText {
  /** A kind of text, or the `type` of the monitor that the query belongs to, such as `log alert`. */
  readonly type: string
  readonly query: string
}

/** Whatever can be explained: any query, the JSON of a definition as text or as data, or a resource. */
export type ExplainInput = string | TypedText | Definition | Resource | JsonObject

export interface ExplainOptions {
  /** English when absent. */
  readonly lang?: Lang
  /** `brief`: one sentence. `deep`: also every query of a dashboard. */
  readonly level?: Level
  /** Names of other monitors and SLOs by id, for composites and SLO alerts. */
  readonly nameOf?: NameOf
}

/**
 * Explains a query of any kind, a monitor, an SLO or a dashboard in plain words. A broken text is explained as far as it could
 * be read, with the diagnostics beside it.
 *
 * @throws TypeError when the input is neither text nor an object, or the language is another.
 *
 * @example
 * explain('avg:system.load.1{*}', { lang: 'en' }).summary.text
 * // 'The average of `system.load.1` (load average over 1 minute) over all sources.'
 */
export function explain(input: ExplainInput, options: ExplainOptions = {}): Explanation {
  const { lang = 'en', level = 'normal', nameOf = () => undefined } = options
  if (typeof input !== 'string' && !isJsonObject(input))
    throw new TypeError('`explain` takes a query or a message as text, or a definition as an object.')
  return localize(draftOf(input, level, nameOf), lang, level)
}

function draftOf(input: ExplainInput, level: Level, nameOf: NameOf): Draft {
  if (typeof input === 'string') return draftOfText(input, level, nameOf)
  if (isResource(input))
    return draftOfObject(input.definition, JSON.stringify(input.definition), level, nameOf)
  if (isTypedText(input)) return draftOfTyped(input, nameOf)
  return draftOfObject(input, JSON.stringify(input), level, nameOf)
}

function isResource(input: Exclude<ExplainInput, string>): input is Resource {
  return 'definition' in input && 'key' in input && isJsonObject(input.definition)
}

/** A definition has more than a type and a query. */
function isTypedText(input: Exclude<ExplainInput, string>): input is TypedText {
  return (
    typeof input['type' as keyof typeof input] === 'string' &&
    typeof input['query' as keyof typeof input] === 'string' &&
    Object.keys(input).length === 2
  )
}

function draftOfText(text: string, level: Level, nameOf: NameOf): Draft {
  const object = jsonObjectIn(text)
  if (object !== undefined) return draftOfObject(object, text, level, nameOf)
  return isOtherJson(text)
    ? emptyDraft('other', text, phrase('summary/no-object', { broken: !isJson(text) }))
    : draftOfQuery(text, nameOf)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const textKinds: ReadonlySet<string> = new Set<TextKind>([
  'monitor-query',
  'metric-query',
  'formula',
  'search',
  'message',
])

function draftOfTyped({ type, query }: TypedText, nameOf: NameOf): Draft {
  return textKinds.has(type)
    ? draftOfKind(type as TextKind, query, undefined, nameOf)
    : draftOfKind('monitor-query', query, type, nameOf)
}

/** Texts that are no texts cannot be read; what else is wrong with them is for the schema to say. */
function readable(object: JsonObject): JsonObject {
  const wrong = ['name', 'message'].filter(
    field => object[field] !== undefined && typeof object[field] !== 'string',
  )
  if (wrong.length === 0) return object
  return Object.fromEntries(Object.entries(object).filter(([field]) => !wrong.includes(field)))
}

function draftOfObject(object: JsonObject, text: string, level: Level, nameOf: NameOf): Draft {
  switch (objectKind(object)) {
    case 'monitor':
      return draftOfMonitor(readable(object) as MonitorDefinition, text, nameOf, level === 'deep')
    case 'slo':
      return draftOfSlo(object as SloDefinition, text)
    case 'dashboard':
      return draftOfDashboard(object as DashboardDefinition, text, level === 'deep')
    case 'other':
      return draftOfWrapped(object, text, level, nameOf)
  }
}

/** Answers, exports and asset files hold a definition under some name; of several, none is meant more than another. */
function draftOfWrapped(object: JsonObject, text: string, level: Level, nameOf: NameOf): Draft {
  const [path = [], ...others] = definitionPaths(object, inner => objectKind(inner) !== 'other')
  const definition = valueAt(object, path)
  const isOne = path.length > 0 && others.length === 0 && isJsonObject(definition)
  return isOne && objectKind(definition) !== 'other'
    ? draftOfObject(definition, text, level, nameOf)
    : emptyDraft('other', text, otherSummary(object))
}

function otherSummary(object: JsonObject): Phrase {
  const keys = Object.keys(object).slice(0, 8)
  return phrase('summary/other-json', { keys, ...defined({ product: otherProduct(object) }) })
}
