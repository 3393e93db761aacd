import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain/index.js'
import { resourcesOfExample } from '../../src/lint/examples.js'
import { lint, rules } from '../../src/lint/index.js'
import type { Definition, Resource } from '../../src/model/index.js'
import { anomalyMonitor } from './samples.js'

const ids: ReadonlySet<string> = new Set(rules.map(rule => rule.id))

/** What the explanation of a definition says in the name of a lint rule: rule and severity. */
function cautionsOf(definition: Definition): readonly string[] {
  const { cautions } = explain(JSON.stringify(definition), { lang: 'en' })
  return cautions.filter(({ code }) => ids.has(code)).map(({ code, severity }) => `${code} ${severity}`)
}

function findingsOf(resource: Resource): ReadonlySet<string> {
  return new Set(lint([resource]).map(({ rule, severity }) => `${rule} ${severity}`))
}

function monitor(query: string, more: object = {}, message = 'Look. @slack-a'): Definition {
  return { name: 'A monitor', type: 'query alert', query, message, ...more }
}

const ratio = 'sum(last_5m):sum:api.errors{a:b}.as_count() / sum:api.hits{a:b}.as_count() > 0.05'

describe('a caution that carries the name of a lint rule is a finding of that rule', () => {
  const examples = rules.flatMap(rule =>
    [...rule.examples.bad, ...rule.examples.good].flatMap(resourcesOfExample).map(resource => ({
      rule: rule.id,
      resource,
    })),
  )

  // A broken shape is all that lint says of a definition.
  const others = rules.filter(({ id }) => id !== 'definition/shape')

  it.each(others.map(rule => rule.id))('in the examples of %s', id => {
    for (const { resource } of examples.filter(({ rule }) => rule === id)) {
      const found = findingsOf(resource)
      expect(cautionsOf(resource.definition).filter(caution => !found.has(caution))).toEqual([])
    }
  })

  it.each<[string, Definition, readonly string[]]>([
    [
      'a level that swings around its limit',
      monitor('avg(last_5m):avg:a.b{c:d} > 5'),
      ['threshold/recovery-missing info'],
    ],
    ['a limit of 0, below which nothing is healthier', monitor('avg(last_5m):avg:a.b{c:d} > 0'), []],
    ['a count, which falls back by itself', monitor('sum(last_5m):sum:a.b{c:d}.as_count() > 5'), []],
    [
      'a heartbeat that stops',
      monitor('max(last_5m):max:worker.heartbeat{c:d} < 1', {
        options: { thresholds: { critical: 1, critical_recovery: 2 } },
      }),
      ['nodata/silent warning'],
    ],
    ['errors among few requests', monitor(ratio), ['query/division-zero-guard info']],
    [
      'a block that asks for a tag which nobody sets',
      monitor(
        'avg(last_5m):avg:a.b{c:d} by {host} > 0',
        {},
        '{{#is_match "region.name" "eu"}}@slack-eu{{/is_match}}{{#is_match "host.name" "web"}}@slack-a{{/is_match}}',
      ),
      ['message/is-match-variable error'],
    ],
    [
      'a block that asks whether a tag is set',
      monitor(
        'avg(last_5m):avg:a.b{c:d} > 0',
        {},
        '{{#is_match "region.name" ""}}@slack-a{{else}}@slack-b{{/is_match}}',
      ),
      [],
    ],
    [
      'a pager that rings for warnings',
      monitor(ratio, { options: { thresholds: { critical: 0.05, warning: 0.01 } } }, '@pagerduty-a'),
      ['message/page-on-warning warning', 'query/division-zero-guard info'],
    ],
    [
      'a pager where no warning exists',
      monitor(ratio, {}, '@pagerduty-a'),
      ['query/division-zero-guard info'],
    ],
    [
      'a metric from the cloud',
      monitor('sum(last_5m):sum:aws.elb.errors{c:d}.as_count() > 5'),
      ['options/evaluation-delay-cloud warning'],
    ],
    [
      'a metric of the edge, which an Agent sends',
      monitor('sum(last_5m):sum:azure.iot_edge.a{c:d}.as_count() > 5'),
      [],
    ],
    [
      'a key that ends in `.name`',
      monitor('sum(last_5m):sum:a.b{c:d} by {host.name}.as_count() > 5', {}, '{{host.name}} @slack-a'),
      [],
    ],
    [
      'a group of data quality, which is a text',
      {
        ...monitor('formula("query1").last("30m") > 5', {}, '{{table.name}} @slack-a'),
        type: 'data-quality alert',
        options: {
          variables: [
            {
              data_source: 'data_quality_metrics',
              name: 'query1',
              measure: 'freshness',
              filter: 'a',
              group_by: ['table'],
            },
          ],
        },
      },
      [],
    ],
    [
      'somebody told in the escalation only',
      monitor(ratio, { options: { escalation_message: '@slack-a', renotify_interval: 60 } }, 'Look.'),
      ['query/division-zero-guard info'],
    ],
    [
      'a draft, which tells nobody',
      monitor(ratio, { draft_status: 'draft' }, 'Look.'),
      ['query/division-zero-guard info'],
    ],
    [
      'a query of another type, which the parser tells',
      { ...monitor('"a.check".over("b:c").last(2).count_by_status()'), type: 'metric alert' },
      [],
    ],
  ])('%s', (_, definition, cautions) => {
    const found = findingsOf({ kind: 'monitor', key: 'a', management: {}, definition } as Resource)
    expect([...cautionsOf(definition)].sort()).toEqual([...cautions].sort())
    for (const caution of cautions) expect(found).toContain(caution)
  })
})

describe('what no rule calls a fault has a code of its own', () => {
  it.each([
    ['explain/silent-no-data', monitor('avg(last_5m):avg:disk.free{c:d} < 5')],
    ['explain/division-by-zero', monitor('avg(last_5m):avg:disk.used{c:d} / avg:disk.total{c:d} > 5')],
  ])('%s', (code, definition) => {
    const codes = explain(JSON.stringify(definition), { lang: 'en' }).cautions.map(one => one.code)
    expect(codes).toContain(code)
    expect(ids.has(code)).toBe(false)
  })
})

describe('a finding of the checks is told in words that know the monitor, once', () => {
  it('with the severity of the check', () => {
    const { options, ...rest } = anomalyMonitor
    const { threshold_windows: _, ...without } = options
    const definition = { ...rest, options: without }
    const said = explain(JSON.stringify(definition), { lang: 'en' }).cautions.filter(
      ({ code }) => code === 'anomaly/missing-windows',
    )
    expect(said).toMatchObject([{ severity: 'error', says: { code: 'caution/missing-windows' } }])
  })
})
