import type { EventMethod, MonitorType } from '../../catalog/index.js'
import type { JsonObject } from '../../model/index.js'
import { type EventMonitorQuery, print, type SearchExpression, type Step } from '../../query/index.js'
import { type AlertCondition, alertCondition, conditionNode } from '../condition.js'
import { comparisons, type Evaluation } from '../evaluation.js'
import { nowhere, stepNode, stringNode } from '../nodes.js'
import { narrowSearch, searchNode } from '../search-filter.js'
import { type AttributeFilter, type FilterInput, type FilterTerm, filterTree } from '../tag-filter.js'
import type { TemplateVariable } from '../template-variable.js'

/** How long events are looked back at: `'15m'`, `'4h'`, `'1d'`. */
export type EventWindow = `${number}${'s' | 'm' | 'h' | 'd' | 'w'}`

declare const eventTypes: unique symbol

/**
 * A search over events with what is computed from them; every method returns a new one. Serves monitors, the variables
 * of formulas, and widgets.
 */
export interface EventQuery<
  Type extends string = string,
  Groups extends string = string,
  Tags extends string = string,
> {
  readonly kind: 'event-query'
  readonly type: Type
  readonly data: EventData
  readonly [eventTypes]?: readonly [Groups, Tags]
  /** Only events with these tags and attributes; numbers can be compared: `{ '@duration': { above: 1000 } }`. */
  where<const T extends AttributeFilter>(attributes: T): EventQuery<Type, Groups, Tags | (keyof T & string)>
  where<Keys extends string>(condition: FilterTerm<Keys>): EventQuery<Type, Groups, Tags | Keys>
  where(variable: TemplateVariable): EventQuery<Type, Groups, Tags>
  /** More search text, which must match too. */
  where(search: string): EventQuery<Type, Groups, string>
  /** Only in these indexes; all when absent. */
  index(...names: readonly [string, ...string[]]): EventQuery<Type, Groups, Tags>
  /** Counts the events, or computes from an attribute. */
  rollup(method: 'count'): EventQuery<Type, Groups, Tags>
  rollup(method: Exclude<EventMethod, 'count'>, measure: string): EventQuery<Type, Groups, Tags>
  /** One value, and in a monitor one alert, for each combination of these tags or attributes. */
  by<Keys extends string>(...keys: readonly Keys[]): EventQuery<Type, Groups | Keys, Tags>
  /** Evaluates the last minutes, hours or days. */
  last(window: EventWindow): Evaluation<Type, Groups, Groups | Tags>
  /** Evaluates the current hour or day so far. */
  current(window: '1h' | '1d'): Evaluation<Type, Groups, Groups | Tags>
}

/** What an event query holds. */
export interface EventData {
  /** The word before the parenthesis. */
  readonly source: string
  /** `data_source` in formulas and widgets. */
  readonly dataSource: string
  readonly search: SearchExpression
  /** In the order written, which Datadog keeps. */
  readonly steps: readonly Step[]
  readonly groups: readonly string[]
  readonly indexes: readonly string[]
  readonly method: string
  readonly measure?: string
}

/** What one product needs to know to make its queries. */
export interface EventProduct<Type extends MonitorType> {
  readonly type: Type
  readonly source: string
  readonly dataSource: string
}

/** Everything that matches a search, counted. */
export function eventQuery<Type extends MonitorType>(
  product: EventProduct<Type>,
  search: string,
): EventQuery<Type, never, never> {
  const data: EventData = {
    source: product.source,
    dataSource: product.dataSource,
    search: searchNode(search),
    steps: [],
    groups: [],
    indexes: [],
    method: 'count',
  }
  return new BuiltEventQuery(product.type, data)
}

export class BuiltEventQuery<Type extends string> implements EventQuery<Type, never, never> {
  readonly kind = 'event-query'
  readonly type: Type
  readonly data: EventData

  constructor(type: Type, data: EventData) {
    this.type = type
    this.data = data
  }

  where(filter: FilterInput | TemplateVariable): EventQuery<Type, never, never> {
    return this.with({ search: narrowSearch(this.data.search, filterTree(filter)) })
  }

  index(...names: readonly string[]): EventQuery<Type, never, never> {
    return this.step(names.length === 1 ? 'index' : 'indexes', names, { indexes: names })
  }

  rollup(method: string, measure?: string): EventQuery<Type, never, never> {
    return measure === undefined
      ? this.step('rollup', [method], { method })
      : this.step('rollup', [method, measure], { method, measure })
  }

  by(...keys: readonly string[]): EventQuery<Type, never, never> {
    return this.step('by', [keys.join(',')], { groups: [...this.data.groups, ...keys] })
  }

  last(window: EventWindow): Evaluation<Type, never, never> {
    return this.over('last', window)
  }

  current(window: '1h' | '1d'): Evaluation<Type, never, never> {
    return this.over('current', window)
  }

  protected step(
    name: string,
    texts: readonly string[],
    change: Partial<EventData> = {},
  ): BuiltEventQuery<Type> {
    const added = stepNode(
      name,
      texts.map(text => stringNode(text, '"')),
    )
    return this.with({ steps: [...this.data.steps, added], ...change })
  }

  private with(change: Partial<EventData>): BuiltEventQuery<Type> {
    return new BuiltEventQuery(this.type, { ...this.data, ...change })
  }

  private over(form: 'last' | 'current', window: string): Evaluation<Type, never, never> {
    const steps = [...completeSteps(this.data), stepNode(form, [stringNode(window, '"')])]
    return comparisons((comparator, threshold): AlertCondition<Type, never, never> => {
      const query: EventMonitorQuery = {
        kind: 'event-monitor',
        source: this.data.source,
        sourceSpan: nowhere,
        search: embeddedSearch(this.data.search),
        steps,
        condition: conditionNode(comparator, threshold),
        span: nowhere,
      }
      return alertCondition(this.type, query, threshold)
    })
  }
}

function embeddedSearch(expression: SearchExpression): EventMonitorQuery['search'] {
  return { kind: 'embedded-search', quote: '"', text: print(expression), expression, span: nowhere }
}

/** Logs must name an index and every query a rollup; what is not written means all indexes, and counting. */
function completeSteps({ source, steps, method }: EventData): readonly Step[] {
  const has = (name: string) => steps.some(step => step.name === name)
  const index =
    source === 'logs' && !has('index') && !has('indexes') ? [stepNode('index', [stringNode('*', '"')])] : []
  const rollup = has('rollup') ? [] : [stepNode('rollup', [stringNode(method, '"')])]
  return [...index, ...beforeGrouping(steps, rollup)]
}

function beforeGrouping(steps: readonly Step[], added: readonly Step[]): readonly Step[] {
  const at = steps.findIndex(step => step.name === 'by')
  return at === -1 ? [...steps, ...added] : [...steps.slice(0, at), ...added, ...steps.slice(at)]
}

/** The query in the form that formulas and widgets hold. */
export function eventQueryJson(name: string, { data }: EventQuery): JsonObject {
  const { dataSource, search, indexes, groups, method, measure } = data
  return {
    name,
    data_source: dataSource,
    search: { query: print(search) },
    indexes: indexes.length === 0 ? ['*'] : indexes,
    compute: { aggregation: method, ...(measure === undefined ? {} : { metric: measure }) },
    group_by: groups.map(facet => ({ facet })),
  }
}
