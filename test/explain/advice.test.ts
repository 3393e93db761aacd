import { describe, expect, it } from 'vitest'
import { explain, type Lang } from '../../src/explain/index.js'

function advice(query: string, lang: Lang): string {
  return explain(query, { lang })
    .changes.map(({ text }) => text)
    .join('\n')
}

const disk = (head: string, comparison: string) =>
  `${head}:forecast(avg:system.disk.in_use{*} by {host}, 'linear', 1) ${comparison}`
const outliers = (tolerance: number) =>
  `avg(last_30m):outliers(avg:a.b{env:prod} by {host}, 'DBSCAN', ${tolerance}) > 0`
const ratio = (method: string) => `sum:a.bad{env:prod}${method} / sum:a.all{env:prod}${method} > 0.1`

describe('what to change', () => {
  it.each<readonly [string, string, RegExp, RegExp]>([
    [
      'a longer window for an average, in the unit that people use',
      'avg(last_30m):avg:a.b{env:prod} > 4',
      /Calmer and later: `avg\(last_1h\)` looks at the last hour instead of the last 30 minutes\./,
      /`avg\(last_1h\)` にすると、直近 30 分間ではなく直近 1 時間で判定します。/,
    ],
    [
      'a longer window where every point must breach',
      'min(last_5m):avg:a.b{env:prod} > 4',
      /`min\(last_10m\)` looks at/,
      /`min\(last_10m\)` にすると/,
    ],
    [
      'the average where one point is enough: a longer window holds more of them',
      'max(last_5m):avg:a.b{env:prod} > 4',
      /Calmer: `avg\(last_5m\)` instead of `max\(last_5m\)` judges the average/,
      /`max\(last_5m\)` を `avg\(last_5m\)` にすると、1 点だけではアラートにならず、平均で判定します。/,
    ],
    [
      'the same for the lowest point of a low value',
      'min(last_1h):avg:a.b{env:prod} <= 0',
      /`avg\(last_1h\)` instead of `min\(last_1h\)`/,
      /`min\(last_1h\)` を `avg\(last_1h\)` に/,
    ],
    [
      'a longer window for a ratio of totals',
      `sum(last_5m):${ratio('.as_count()')}`,
      /`sum\(last_10m\)` looks at/,
      /`sum\(last_10m\)` にすると/,
    ],
    [
      'the limit and the horizon of a forecast',
      disk('max(next_1w)', '>= 0.9'),
      /Another limit[\s\S]*`max\(next_2w\)` judges the forecast for the next 2 weeks instead of the next week\./,
      /しきい値を変える[\s\S]*`max\(next_2w\)` にすると、今後 1 週間ではなく今後 2 週間の予測で判定します。/,
    ],
    [
      'an example that the search does not speak of yet',
      'logs("service:web status:error").index("*").rollup("count").last("5m") > 3',
      /add `\.by\("host"\)`[\s\S]*for example `-env:staging`\./,
      /`\.by\("host"\)` を足します。[\s\S]*\(例: `-env:staging`\)。/,
    ],
    [
      'an example from the kind of events that are searched',
      'rum("@type:error").rollup("count").last("1h") > 3',
      /add `\.by\("@view\.name"\)`[\s\S]*for example `-@session\.type:synthetics`\./,
      /`\.by\("@view\.name"\)` を足します。[\s\S]*\(例: `-@session\.type:synthetics`\)。/,
    ],
    [
      'the tolerance of an outlier',
      outliers(3),
      /a tolerance of `4` instead of `3` lets groups differ more\./,
      /許容度を `3` から `4` に上げると/,
    ],
    [
      'a longer window of events, in the unit that people use',
      'logs("status:error").index("*").rollup("count").last("30m") > 4',
      /A longer window: `\.last\("1h"\)`\./,
      /ウィンドウを長くする: `\.last\("1h"\)` にします。/,
    ],
  ])('%s', (_, query, en, ja) => {
    expect(advice(query, 'en')).toMatch(en)
    expect(advice(query, 'ja')).toMatch(ja)
  })

  it.each([
    [
      'a longer window for a total, which grows with it',
      'sum(last_5m):sum:a.b{env:prod}.as_count() > 9',
      'Calmer',
    ],
    ['a longer window for a sum of ratios, which grows with it', `sum(last_5m):${ratio('')}`, 'Calmer'],
    ['a horizon beyond three months', disk('max(next_2mo)', '>= 0.9'), 'Warned earlier'],
    ['a tolerance that Datadog does not offer', outliers(5), 'tolerance'],
    [
      'a window beyond the two days of events',
      'logs("a:b").index("*").rollup("count").last("2d") > 4',
      'A longer window',
    ],
  ])('not %s', (_, query, words) => {
    expect(advice(query, 'en')).not.toContain(words)
  })
})
