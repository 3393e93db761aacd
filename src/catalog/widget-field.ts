/**
 * How the options of the widget builders correspond to the fields of Datadog's JSON. The builders read these tables to
 * write JSON, and the generator of code reads them the other way round, so the two cannot disagree.
 */

/**
 * How a value in TypeScript becomes the value of a field:
 * - `same`: as it is; the inside of an object keeps Datadog's own names.
 * - `named`: keys of objects, at any depth, are `camelCase` in TypeScript and `snake_case` in JSON (`fieldName`, `optionName`).
 * - `axis`: as `named`; `min` and `max` may be numbers in TypeScript and are always texts in JSON.
 * - `markers`: a list; `{ at, from, to, severity, line, label }` is a short form, anything with `value` is as `named`.
 * - `events`: a list; a text stands for `{ q: text }`, an object is as `named`.
 * - `columns`: a list; a text stands for `{ field: text, width: 'auto' }`, an object is as `named`.
 * - `metric`: an expression or the text of a metric query; always a text in JSON.
 * - `queries`: an object from names to queries (`widgetQueries`), or a list of queries in Datadog's JSON.
 * - `formulas`: a list; a text stands for `{ formula: text }`, an object is as `named`.
 * - `monitor`, `slo`: the resource, or its id; always a text in JSON.
 * - `widget`, `widgets`: other builders' results.
 * - `requests`: one request or a list of them, see `widgetRequests`; always a list in JSON.
 * - `request`: a single request, an object in JSON, too.
 */
export type FieldForm =
  | 'same'
  | 'named'
  | 'axis'
  | 'markers'
  | 'events'
  | 'columns'
  | 'metric'
  | 'queries'
  | 'formulas'
  | 'monitor'
  | 'slo'
  | 'widget'
  | 'widgets'
  | 'requests'
  | 'request'

/** The field that one option writes. */
export interface WidgetField {
  /** Where it stands: names and positions joined by dots, `requests.0.query.limit`. */
  readonly path: string
  /** `same` when absent. */
  readonly form?: FieldForm
  /** Written where the author leaves the option out; the option `null` leaves the field out. */
  readonly default?: FieldValue
  /** What the builder's type allows, where that is not everything: see `isKnownValue`. */
  readonly known?: KnownValues
}

/** The possible values; or, for objects at any depth, the possible fields, each with its values where they are few. */
export type KnownValues =
  | readonly string[]
  | { readonly [field: string]: true | readonly (string | boolean)[] }

/** Any JSON value; the catalog knows nothing of the model. */
export type FieldValue =
  | null
  | boolean
  | number
  | string
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }

/** Options by their names. */
export type Options = Readonly<Record<string, WidgetField>>

/** A builder function and what its arguments mean. */
export interface WidgetBuilder {
  /** The name of the function in the package. */
  readonly builder: string
  /** The arguments before the options; `title` may be null for a widget without one. */
  readonly positional: readonly (readonly [name: string, field: WidgetField])[]
  /** Where the second argument is an object of several requests: what each of its members writes. */
  readonly data?: Options
  /** Fields of the last argument, besides `commonWidgetOptions` where the widget has those. */
  readonly options: Options
  /** Fields that the builder always writes so. */
  readonly fixed?: Readonly<Record<string, FieldValue>>
  /** Has none of `commonWidgetOptions`. */
  readonly plain?: true
}

export const at = (path: string, form?: FieldForm, known?: KnownValues): WidgetField => ({
  path,
  ...(form === undefined ? {} : { form }),
  ...(known === undefined ? {} : { known }),
})
export const oneOf = (path: string, known: readonly string[]): WidgetField => ({ path, known })
export const orElse = (path: string, value: FieldValue, known?: readonly string[]): WidgetField => ({
  path,
  default: value,
  ...(known === undefined ? {} : { known }),
})
