/**
 * The metrics of the account. Empty here, which allows every name; `dogma types` writes a declaration file that fills it,
 * and from then on names, tag keys and counting are checked and completed:
 * `declare module 'dogma' { interface Inventory { metrics: { 'system.load.1': { type: 'gauge'; tags: 'host' } } } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: declarations are merged into it
export interface Inventory {}

/** What a declaration file says about one metric. */
interface DeclaredMetric {
  readonly type: string
  readonly tags: string
}

type Metrics = Inventory extends { readonly metrics: infer Declared }
  ? Declared
  : { readonly [name: string]: DeclaredMetric }

/** A metric that the account has; any text without a declaration. */
export type MetricName = keyof Metrics & string

/** The keys that a metric is tagged with; any without a declaration. */
export type TagsOf<Name extends MetricName> = Metrics[Name] extends {
  readonly tags: infer Tags extends string
}
  ? Tags
  : string

/** `gauge`, `count`, `rate` or `distribution`; any text without a declaration. */
export type TypeOf<Name extends MetricName> = Metrics[Name] extends {
  readonly type: infer Type extends string
}
  ? Type
  : string

/** What `.asCount()` and `.asRate()` take: nothing, but a gauge cannot be counted. */
export type CountingArguments<Type extends string> = [Type] extends ['gauge']
  ? [wrong: 'A gauge has no counts: leave this call out.']
  : []
