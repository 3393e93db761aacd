import { describe, expect, it } from 'vitest'
import { type ExplainInput, explain, type Lang } from '../../src/explain/index.js'
import { sentencesOf } from './sentences.js'

function textOf(input: ExplainInput, lang: Lang): string {
  return sentencesOf(explain(input, { lang }))
    .map(sentence => sentence.text)
    .join('\n')
}

function slo(fields: object): ExplainInput {
  return { name: 'Shop', thresholds: [{ timeframe: '30d', target: 99.9 }], ...fields }
}

function timeSlice(query: string, more: object = {}): ExplainInput {
  const queries = [{ name: 'query1', data_source: 'metrics', query }]
  const time_slice = { query: { formulas: [{ formula: 'query1' }], queries }, comparator: '<', threshold: 2 }
  return slo({ type: 'time_slice', sli_specification: { time_slice: { ...time_slice, ...more } } })
}

function ratio(scope: string, more: object = {}): ExplainInput {
  const query = {
    numerator: `sum:shop.ok${scope}.as_count()`,
    denominator: `sum:shop.all${scope}.as_count()`,
  }
  return slo({ type: 'metric', query, ...more })
}

const targets = (timeframe: string, target: number) => ({ thresholds: [{ timeframe, target }] })

describe('an explained SLO', () => {
  it.each<readonly [string, ExplainInput, RegExp, RegExp]>([
    [
      'gives the limit of a time slice in the unit of its query',
      timeSlice('p95:trace.http.request{env:prod}'),
      /is below 2 seconds, with a target[\s\S]*A slice is good when [^\n]* is below 2 seconds\./,
      /が 2 秒を下回っている時間の割合を測り[\s\S]*が 2 秒を下回っている区間/,
    ],
    [
      'gives a bare number where no unit is sure',
      timeSlice('avg:shop.latency{env:prod}'),
      /is below 2, with a target/,
      /が 2 を下回っている時間の割合/,
    ],
    [
      'warns where the events are not grouped alike',
      slo({
        type: 'metric',
        query: { numerator: 'sum:a.b{*} by {env}.as_count()', denominator: 'sum:a.c{*}.as_count()' },
      }),
      /The queries are not all grouped alike\./,
      /クエリのグループ化がそろっていません。/,
    ],
    [
      'says that a query with an error is refused',
      slo({
        type: 'metric',
        query: { numerator: 'sum:a.b{*}.as_count(', denominator: 'sum:a.c{*}.as_count()' },
      }),
      /The text has an error, so Datadog would refuse it\.[^\n]* “Shop” measures/,
      /テキストに誤りがあり、このままでは Datadog に拒否されます。[^\n]*「Shop」は/,
    ],
    [
      'counts values in the unit of their metric',
      slo({
        type: 'metric',
        query: {
          numerator: 'count(v: v<=0.4):trace.http.request{a:b}',
          denominator: 'count:trace.http.request{a:b}',
        },
      }),
      /`trace\.http\.request` \(latency of a traced operation\) that are 0\.4 seconds or lower over[\s\S]*Counts the submitted values that are 0\.4 seconds or lower/,
      /値のうち 0\.4 秒以下のものの数[\s\S]*のうち、0\.4 秒以下のものを数えます。/,
    ],
    [
      'reads what belongs to its type, not to another',
      ratio('{*}', { monitor_ids: [1] }),
      /measures which share of events is good/,
      /正常なイベント[^\n]*の割合を測り/,
    ],
    [
      'reads what there is where its type has nothing',
      slo({ type: 'metric', monitor_ids: [1] }),
      /the share of time in which its monitor is not in alert/,
      /モニターがアラート状態ではない時間の割合/,
    ],
    [
      'refuses a warning that is not above the target, and gives it no colour',
      ratio('{*}', { thresholds: [{ timeframe: '30d', target: 99.9, warning: 99 }] }),
      /99\.9% must be good\.\n[\s\S]*green from 99\.9%, red below[\s\S]*The warning of 99% \(`30d`\) must lie between the target of 99\.9% and 100%/,
      /99\.9% 以上は緑、それ未満は赤[\s\S]*警告の 99%\(`30d`\)は、目標値の 99\.9% より大きく 100% より小さい値/,
    ],
    [
      'suggests an alert for the window that is shown first',
      ratio('{*}', {
        timeframe: '30d',
        thresholds: [
          { timeframe: '7d', target: 99 },
          { timeframe: '30d', target: 99 },
        ],
      }),
      /Burn-rate alert that Datadog documents for 30 days/,
      /バーンレートアラート\(30 日間\)/,
    ],
    [
      'names every target',
      ratio('{*}', {
        thresholds: [
          { timeframe: '30d', target: 99.9 },
          { timeframe: '7d', target: 99.5 },
        ],
      }),
      /with targets of 99\.9% over 30 days and 99\.5% over 7 days\./,
      /目標は 30 日間で 99\.9%、7 日間で 99\.5% です。/,
    ],
    [
      'says what the groups of a ratio mean',
      ratio('{*} by {env}'),
      /Each `env` has an SLI of its own beside the overall one, which counts the events of all of them\./,
      /`env` ごとに SLI があり、そのほかに全体の SLI があります。全体の SLI は、すべてのグループのイベントを合わせた/,
    ],
    [
      'says what the groups of time slices mean',
      timeSlice('avg:shop.latency{*} by {env,region}'),
      /Each combination of `env` and `region` has[^\n]*a slice is bad as soon as one group is bad\./,
      /1 つのグループでも異常ならその区間は異常です。/,
    ],
    [
      'says who decides about slices without data',
      timeSlice('avg:shop.latency{*}', { no_data_strategy: 'COUNT_AS_DOWNTIME' }),
      /`no_data_strategy` says: `COUNT_AS_DOWNTIME`/,
      /`no_data_strategy` で決まります: `COUNT_AS_DOWNTIME`/,
    ],
    [
      'says what no data means to the monitor behind it',
      slo({ type: 'monitor', monitor_ids: [1] }),
      /Time without data is bad if the monitor notifies about missing data, otherwise good\./,
      /データのない時間は、モニターがデータなしを通知する設定なら異常/,
    ],
    [
      'counts the budget of an unreadable uptime SLO in time',
      slo({ type: 'monitor', ...targets('7d', 95) }),
      /needs `monitor_ids`[\s\S]*Error budget: 5% of 7 days may be bad/,
      /`monitor_ids` が必要です[\s\S]*エラーバジェット: 7 日間の 5%/,
    ],
    [
      'suggests no burn rate that the target makes impossible',
      ratio('{*}', targets('30d', 90)),
      /more than 6 times as fast as planned/,
      /計画の 6 倍を超える速さ/,
    ],
  ])('%s', (_, input, en, ja) => {
    expect(textOf(input, 'en')).toMatch(en)
    expect(textOf(input, 'ja')).toMatch(ja)
  })

  it('suggests no burn rate at all where none is possible', () => {
    expect(textOf(ratio('{*}', targets('30d', 50)), 'en')).not.toContain('times as fast as planned')
  })

  it.each([
    ['that leaves no budget', 100],
    ['with more decimals than Datadog keeps', 99.999],
  ])('advises no stricter target than one %s', (_, target) => {
    const { changes } = explain(ratio('{*}', targets('30d', target)), { lang: 'en' })
    expect(changes).toEqual([])
  })

  it('suggests no burn rate for a target that leaves no budget', () => {
    expect(textOf(ratio('{*}', targets('30d', 100)), 'en')).not.toContain(
      'Burn-rate alert that Datadog documents',
    )
  })

  it('has nothing to say of groups where there are none', () => {
    expect(textOf(timeSlice('avg:shop.latency{*}'), 'en')).not.toContain('SLI of its own')
  })
})
