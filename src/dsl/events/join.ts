import type { Json, JsonObject } from '../../model/index.js'
import { definitionError } from '../definition-error.js'
import { named } from '../widgets/names.js'
import { queriesJson } from '../widgets/requests/queries-json.js'
import type { WidgetQuery } from '../widgets/requests/query.js'
import type { QueryInput } from '../widgets/requests/request.js'
import { source, type VariableSource } from './variable.js'

/** One side of a join: a query of a widget or of a formula. */
type JoinedQuery = QueryInput | VariableSource

/** Exactly one query or table, under the name by which groups and computations say which side they mean. */
type One<Query> = Readonly<Record<string, Query>>

/** A table that was uploaded to the account. https://docs.datadoghq.com/reference_tables/ */
export interface ReferenceTable extends WidgetQuery {
  readonly table: string
}

/** What is computed from the joined rows. */
export interface JoinCompute {
  readonly aggregation: string
  readonly metric?: string
  readonly name?: string
  /** The name of the side it is computed from. */
  readonly source?: string
}

/** What the joined rows are grouped by. */
export interface JoinGroup {
  readonly facet: string
  /** The name of the side that has it. */
  readonly source?: string
  readonly limit?: number
  readonly sort?: { readonly aggregation: string; readonly metric?: string; readonly order?: 'asc' | 'desc' }
}

/** What a joined and a filtered query share. */
export interface JoinSpec<Type extends string> {
  /** The monitor type; `'query alert'` when absent. */
  readonly type?: Type
  readonly base: One<JoinedQuery>
  readonly groupBy?: readonly JoinGroup[]
}

/** Columns of an uploaded table, by their names or with another one. @example referenceTable('teams', ['org_id', 'name']) */
export function referenceTable(
  table: string,
  columns?: readonly (string | { readonly name: string; readonly alias?: string })[],
  options: { readonly filter?: string } = {},
): ReferenceTable {
  const definition = {
    data_source: 'reference_table',
    table_name: table,
    ...(columns === undefined
      ? {}
      : { columns: columns.map(column => (typeof column === 'string' ? { name: column } : { ...column })) }),
    ...(options.filter === undefined ? {} : { query_filter: options.filter }),
  }
  return { kind: 'widget-query', table, definition }
}

/**
 * A variable of a formula: a query whose groups get further columns from a table or another query.
 * @example
 * formula({ load: augmented({
 *   base: { usage: 'avg:usage{*} by {org_id}' },
 *   augment: { orgs: referenceTable('orgs', ['org_id', 'name']) },
 *   on: { base: 'org_id', augment: 'org_id' },
 *   compute: [{ aggregation: 'max' }],
 *   groupBy: [{ facet: 'name', source: 'orgs' }],
 * }) }, ({ load }) => load).last('5m').above(100)
 */
export function augmented<const Type extends string = 'query alert'>(
  spec: JoinSpec<Type> & {
    readonly augment: One<JoinedQuery>
    /** Which attributes are equal; `inner` drops rows without a partner. */
    readonly on: { readonly base: string; readonly augment: string; readonly join?: 'inner' | 'left' }
    readonly compute: readonly JoinCompute[]
  },
): VariableSource<NoInfer<Type>, string, string> {
  const { base, augment, join = 'inner' } = spec.on
  return joined(spec, 'aggregate_augmented_query', {
    augment_query: only(spec.augment, 'augment'),
    join_condition: { base_attribute: base, augment_attribute: augment, join_type: join },
    compute: named(spec.compute),
    group_by: named(spec.groupBy ?? []),
  })
}

/**
 * A variable of a formula: a query that keeps only groups which a table or another query has, or has not.
 * @example
 * formula({ cpu: filtered({
 *   base: { usage: 'max:container.cpu.usage{*} by {kube_cluster_name}' },
 *   filter: { clusters: referenceTable('clusters', ['cluster_name']) },
 *   on: [{ base: 'kube_cluster_name', filter: 'cluster_name', exclude: true }],
 * }) }, ({ cpu }) => cpu).last('5m').above(100)
 */
export function filtered<const Type extends string = 'query alert'>(
  spec: JoinSpec<Type> & {
    readonly filter: One<JoinedQuery>
    readonly on: readonly { readonly base: string; readonly filter: string; readonly exclude?: boolean }[]
    readonly compute?: readonly JoinCompute[]
  },
): VariableSource<NoInfer<Type>, string, string> {
  return joined(spec, 'aggregate_filtered_query', {
    filter_query: only(spec.filter, 'filter'),
    filters: spec.on.map(({ base, filter, exclude }) => ({
      base_attribute: base,
      filter_attribute: filter,
      ...(exclude === undefined ? {} : { exclude }),
    })),
    ...(spec.compute === undefined ? {} : { compute: named(spec.compute) }),
    ...(spec.groupBy === undefined ? {} : { group_by: named(spec.groupBy) }),
  })
}

function joined<Type extends string>(
  spec: JoinSpec<Type>,
  dataSource: string,
  fields: JsonObject,
): VariableSource<Type, string, string> {
  const type = spec.type ?? ('query alert' as Type)
  return source(type, { data_source: dataSource, base_query: only(spec.base, 'base'), ...fields })
}

function only(queries: One<JoinedQuery>, side: string): Json {
  const json = queriesJson(queries, undefined)
  if (Array.isArray(json) && json.length === 1) return json[0] as Json
  throw definitionError(
    'dsl/join',
    `\`${side}\` holds ${Object.keys(queries).length} queries, but takes one.`,
    {
      hint: `Write \`${side}: { name: query }\`.`,
    },
  )
}
