import { describe, expect, it } from 'vitest'
import {
  augmented,
  compile,
  eventsQuery,
  filtered,
  formula,
  monitor,
  rawVariable,
  referenceTable,
} from '../../src/dsl/index.js'
import { problems } from './printed.js'

const base = { usage: 'avg:usage{*} by {org_id}' }

describe('joined variables of a formula', () => {
  it('get columns from a table', () => {
    const load = augmented({
      base,
      augment: { orgs: referenceTable('orgs', ['org_id', { name: 'name', alias: 'n' }], { filter: 'a' }) },
      on: { base: 'org_id', augment: 'org_id' },
      compute: [{ aggregation: 'max', name: 'result' }],
      groupBy: [{ facet: 'name', source: 'orgs' }],
    })
    const alert = formula({ load }, q => q.load)
      .rollup('sum')
      .last('5m')
      .above(100)
    expect(compile(monitor('m', { name: 'M', alert }))).toEqual({
      name: 'M',
      type: 'query alert',
      query: 'formula("load").rollup("sum").last("5m") > 100',
      options: {
        thresholds: { critical: 100 },
        variables: [
          {
            name: 'load',
            data_source: 'aggregate_augmented_query',
            base_query: { name: 'usage', data_source: 'metrics', query: 'avg:usage{*} by {org_id}' },
            augment_query: {
              name: 'orgs',
              data_source: 'reference_table',
              table_name: 'orgs',
              columns: [{ name: 'org_id' }, { name: 'name', alias: 'n' }],
              query_filter: 'a',
            },
            join_condition: { base_attribute: 'org_id', augment_attribute: 'org_id', join_type: 'inner' },
            compute: [{ aggregation: 'max', name: 'result' }],
            group_by: [{ facet: 'name', source: 'orgs' }],
          },
        ],
      },
    })
  })

  it('keep only the groups that another query has, or has not', () => {
    const logs = eventsQuery('logs', { search: 'x', compute: { aggregation: 'count' } })
    const { definition, type } = filtered({
      type: 'log alert',
      base: { a: logs },
      filter: { b: referenceTable('t') },
      on: [{ base: 'host', filter: 'name', exclude: true }],
    })
    expect(type).toBe('log alert')
    expect(definition).toEqual({
      data_source: 'aggregate_filtered_query',
      base_query: {
        name: 'a',
        data_source: 'logs',
        search: { query: 'x' },
        compute: { aggregation: 'count' },
      },
      filter_query: { name: 'b', data_source: 'reference_table', table_name: 't' },
      filters: [{ base_attribute: 'host', filter_attribute: 'name', exclude: true }],
    })
    expect(rawVariable('log alert', logs).definition).toEqual(logs.definition)
  })

  it('take one query on each side', () => {
    const on = [{ base: 'a', filter: 'a' }]
    expect(problems(() => filtered({ base: {}, filter: base, on })).join()).toMatch(
      /`base` holds 0 queries, but takes one/,
    )
  })
})
