import { type CalendarInterval, isAlignment, type RollupAggregator } from '../catalog/index.js'
import type { Filter, GroupBy, MethodCall, MetricExpression, SpaceAggregator } from '../query/index.js'
import { definitionError } from './definition-error.js'
import { type Duration, inUnit } from './duration.js'
import { BuiltExpression, type Expression } from './expression.js'
import type { CountingArguments } from './inventory-types.js'
import { methodNode, nowhere, numberNode, stringNode, wordNode } from './nodes.js'
import { narrowScope } from './scope-filter.js'
import { type FilterInput, type FilterTerm, filterTree, type TagFilter, type TagValue } from './tag-filter.js'
import type { TemplateVariable } from './template-variable.js'

/** Tags that a metric may be filtered by. */
type FilterOf<Tags extends string> = string extends Tags ? TagFilter : { readonly [Key in Tags]?: TagValue }

/** A filter may not name keys that the metric does not have. */
type OnlyTags<Filter, Tags extends string> = string extends Tags
  ? Filter
  : Filter & { readonly [Key in Exclude<keyof Filter, Tags>]: never }

/**
 * One metric with its scope and grouping; every method returns a new one. `Tags` are the keys that the metric has and
 * `Type` is its type, where `dogma types` has declared them.
 */
export interface Series<
  Groups extends string = never,
  Filters extends string = never,
  Tags extends string = string,
  Type extends string = string,
> extends Expression<Groups, Filters> {
  /** Keeps only what has these tags; a list means any of its values. A dashboard's variable may stand here too. */
  where<const T extends FilterOf<Tags>>(
    tags: OnlyTags<T, Tags>,
  ): Series<Groups, Filters | (keyof T & string), Tags, Type>
  where<Keys extends string>(condition: FilterTerm<Keys>): Series<Groups, Filters | Keys, Tags, Type>
  where(variable: TemplateVariable): Series<Groups, Filters, Tags, Type>
  /** The scope as Datadog writes it: `'env:prod AND service:web-*'`. */
  where(scope: string): Series<Groups, string, Tags, Type>
  /** Keeps only what does not have these tags, each of them. */
  whereNot<const T extends FilterOf<Tags>>(
    tags: OnlyTags<T, Tags>,
  ): Series<Groups, Filters | (keyof T & string), Tags, Type>
  whereNot(scope: string): Series<Groups, string, Tags, Type>
  /** One line, and in a monitor one alert, for each combination of these tags. */
  by<Keys extends Tags>(...keys: readonly Keys[]): Series<Groups | Keys, Filters, Tags, Type>
  /** Time aggregation: the aggregator and the bucket, in seconds or as `'5m'`, or by the calendar. */
  rollup(aggregator: RollupAggregator, interval?: number | Duration): Series<Groups, Filters, Tags, Type>
  rollup(
    aggregator: RollupAggregator,
    interval: CalendarInterval,
    ...alignment: readonly (string | number)[]
  ): Series<Groups, Filters, Tags, Type>
  rollup(interval: number | Duration): Series<Groups, Filters, Tags, Type>
  /** What to put where points are missing, for gaps up to `limit`, in seconds or as `'5m'`. */
  fill(
    mode: 'zero' | 'last' | 'linear' | 'null',
    limit?: number | Duration,
  ): Series<Groups, Filters, Tags, Type>
  fill(limit: number): Series<Groups, Filters, Tags, Type>
  /** Numbers of events in each bucket. */
  asCount(...none: CountingArguments<Type>): Series<Groups, Filters, Tags, Type>
  /** Events per second. */
  asRate(...none: CountingArguments<Type>): Series<Groups, Filters, Tags, Type>
  /** A sum over gauges that gives tag values seen only part of the time their fair weight. */
  weighted(): Series<Groups, Filters, Tags, Type>
}

interface SeriesParts {
  readonly aggregator: SpaceAggregator | undefined
  readonly metric: string
  readonly filter: Filter
  readonly groups: readonly string[]
  /** Methods in the order written. */
  readonly methods: readonly Pick<MethodCall, 'name' | 'arguments'>[]
}

const allSources: Filter = { kind: 'filter-all', span: nowhere }

/** A metric with everything it reports: `{*}`, no groups. */
export function series(metric: string, aggregator?: SpaceAggregator): Series {
  return new BuiltSeries({
    aggregator,
    metric: checkedName(metric),
    filter: allSources,
    groups: [],
    methods: [],
  })
}

// https://docs.datadoghq.com/metrics/custom_metrics/#naming-custom-metrics; other characters never reach storage.
const metricName = /^[A-Za-z][A-Za-z0-9_.]*$/

function checkedName(metric: string): string {
  if (metricName.test(metric)) return metric
  throw definitionError('dsl/metric-name', `'${metric}' is not the name of a metric.`, {
    hint: /[{}:]/.test(metric)
      ? 'Write only the name here; for the text of a whole query use `query(…)`.'
      : 'A name starts with a letter and holds letters, digits, `_` and `.`.',
    text: metric,
  })
}

function seriesNode(parts: SeriesParts): MetricExpression {
  const groupBy: GroupBy = {
    kind: 'group-by',
    keys: parts.groups.map(name => ({ kind: 'tag-key', name, span: nowhere })),
    span: nowhere,
  }
  const selector: MetricExpression = {
    kind: 'series',
    ...(parts.aggregator === undefined ? {} : { aggregator: parts.aggregator }),
    metric: { kind: 'metric-name', name: parts.metric, span: nowhere },
    scope: { kind: 'scope', filter: parts.filter, span: nowhere },
    ...(parts.groups.length === 0 ? {} : { groupBy }),
    span: nowhere,
  }
  return parts.methods.reduce<MetricExpression>(
    (target, method) => methodNode(target, method.name, method.arguments),
    selector,
  )
}

class BuiltSeries extends BuiltExpression implements Series<never, never> {
  private readonly parts: SeriesParts

  constructor(parts: SeriesParts) {
    super(seriesNode(parts))
    this.parts = parts
  }

  where(filter: FilterInput | TemplateVariable): Series<never, never> {
    return this.with({ filter: narrowScope(this.parts.filter, filterTree(filter)) })
  }

  whereNot(filter: TagFilter | string): Series<never, never> {
    const tree = filterTree(filter)
    const terms =
      tree.is === 'attributes'
        ? Object.entries(tree.attributes).map(
            ([key, value]) => ({ is: 'attributes', attributes: { [key]: value } }) as const,
          )
        : [tree]
    return this.with({
      filter: terms.reduce<Filter>(
        (scope, term) => narrowScope(scope, { is: 'not', term }),
        this.parts.filter,
      ),
    })
  }

  by(...keys: readonly string[]): Series<never, never> {
    return this.with({ groups: [...new Set([...this.parts.groups, ...keys.map(checkedKey)])] })
  }

  rollup(...[first, interval, ...alignment]: readonly (string | number | undefined)[]): Series<never, never> {
    const rest = alignment.map(value => alignmentNode(interval, value))
    const bucket = interval === undefined ? [] : [bucketNode(interval)]
    const isInterval = typeof first === 'number' || /^\d/.test(String(first))
    const head = isInterval ? bucketNode(first ?? 0) : wordNode(String(first))
    return this.method('rollup', [head, ...bucket, ...rest])
  }

  fill(mode: string | number, limit?: number | Duration): Series<never, never> {
    const first = typeof mode === 'number' ? numberNode(mode) : wordNode(mode)
    return this.method('fill', [first, ...(limit === undefined ? [] : [bucketNode(limit)])])
  }

  asCount(): Series<never, never> {
    return this.method('as_count', [])
  }

  asRate(): Series<never, never> {
    return this.method('as_rate', [])
  }

  weighted(): Series<never, never> {
    return this.method('weighted', [])
  }

  private method(name: string, args: MethodCall['arguments']): Series<never, never> {
    return this.with({ methods: [...this.parts.methods, { name, arguments: args }] })
  }

  private with(change: Partial<SeriesParts>): Series<never, never> {
    return new BuiltSeries({ ...this.parts, ...change })
  }
}

/** An hour, a day or a bare word for the start of a calendar bucket; a time zone in quotes. */
function alignmentNode(interval: string | number | undefined, value: string | number | undefined) {
  if (typeof value === 'number') return numberNode(value)
  return isAlignment(String(interval), String(value)) ? wordNode(String(value)) : stringNode(String(value))
}

/** Seconds, or the bare word of a calendar interval. */
function bucketNode(interval: string | number) {
  if (typeof interval === 'number') return numberNode(interval)
  return /^\d/.test(interval) ? numberNode(inUnit(interval as Duration, 's', 'rollup')) : wordNode(interval)
}

function checkedKey(key: string): string {
  if (key !== '' && !/[\s,{}()"'$]/.test(key)) return key
  throw definitionError('dsl/tag-text', `'${key}' cannot be a tag key to group by.`, {
    hint: "Write one key for each argument: `.by('host', 'service')`.",
    text: key,
  })
}
