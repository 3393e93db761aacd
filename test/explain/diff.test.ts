import { describe, expect, it } from 'vitest'
import { describeQueryChange, explainDiff, renderDiff } from '../../src/explain/index.js'
import { diffCases } from './diff-cases.js'
import { samples } from './samples.js'
import { codesIn, wordsOnly } from './sentences.js'

const texts = (before: (typeof diffCases)[number]['before'], after: (typeof diffCases)[number]['after']) =>
  explainDiff(before, after, { lang: 'en' }).changes.map(one => one.says.text)

describe('what changes in behaviour is said', () => {
  it.each(diffCases)('$name', ({ before, after, says, codes }) => {
    const { changes, same } = explainDiff(before, after, { lang: 'en' })
    expect(changes.map(one => one.says.text)).toEqual(says)
    expect(changes.map(one => one.says.code)).toEqual(codes)
    expect(same).toBe(false)
  })

  it('names the query or widget in which something changes', () => {
    const [added, inside] = explainDiff(...pairOf('a widget'), { lang: 'en' }).changes
    expect(added?.where).toBeUndefined()
    expect(inside?.where?.text).toBe('Widget “Load”')
  })
})

function pairOf(name: string) {
  const { before, after } = diffCases.find(one => one.name === name)!
  return [before, after] as const
}

const monitor = { type: 'query alert', query: 'avg(last_1h):avg:a.b{*} > 4', name: 'x', message: '@a @b' }

describe('nothing changes in behaviour', () => {
  it.each([
    ['spacing', 'avg(last_5m):avg:a.b{x:y} by {h}>4', 'avg(last_5m):avg:a.b{x:y}by{h} > 4.0'],
    ['the order of filters', 'avg:a.b{x:1,!y:2}', 'avg:a.b{!y:2 AND x:1}'],
    ['the order of values', 'avg:a.b{x IN (a,b)}', 'avg:a.b{x IN (b,a)}'],
    ['the order of groups', 'avg:a.b{*} by {x,y}', 'avg:a.b{*} by {y,x}'],
    ['the unit of a window', 'avg(last_60m):avg:a.b{*} > 4', 'avg(last_1h):avg:a.b{*} > 4'],
    ['the average by default', 'avg:a.b{*}', 'a.b{*}'],
    ['the order of a sum', 'avg:a.b{*} + avg:c.d{*}', 'avg:c.d{*} + avg:a.b{*}'],
    ['the order of a search', 'a:1 b:2', 'b:2 AND a:1'],
    ['two names of one type', monitor, { ...monitor, type: 'metric alert' }],
    [
      'what the account fills in',
      monitor,
      { ...monitor, id: 4, options: { notify_audit: false, include_tags: true } },
    ],
    [
      'the states that are repeated anyway',
      { ...monitor, options: { renotify_interval: 60 } },
      { ...monitor, options: { renotify_interval: 60, renotify_statuses: ['alert', 'no data'] } },
    ],
    ['zero for never', monitor, { ...monitor, options: { renotify_interval: 0, timeout_h: 0 } }],
  ])('%s', (_name, before, after) => {
    expect(texts(before, after)).toEqual([])
    const { same, summary } = explainDiff(before, after, { lang: 'en' })
    expect(same).toBe(true)
    expect(summary.text).toBe('Nothing changes in behaviour: only the spelling differs.')
  })

  it.each(samples)('between $name and itself', ({ input }) => {
    expect(explainDiff(input, input, { lang: 'en' })).toMatchObject({ same: true })
    expect(explainDiff(input, input, { lang: 'en' }).summary.code).toBe('diff/same')
  })

  it('a month so far is not thirty days so far', () => {
    const [before, after] = ['sum(current_1mo):sum:a.b{*} > 4', 'sum(current_30d):sum:a.b{*} > 4']
    expect(explainDiff(before, after, { lang: 'en' }).same).toBe(false)
  })
})

describe('both languages say the same', () => {
  it.each(diffCases)('$name', ({ before, after }) => {
    const [en, ja] = (['en', 'ja'] as const).map(lang => explainDiff(before, after, { lang }))
    const sides = [en!, ja!].map(({ summary, changes }) => [summary, ...changes.map(one => one.says)])
    for (const [index, english] of sides[0]!.entries()) {
      const japanese = sides[1]![index]!
      expect([japanese.code, japanese.values]).toEqual([english.code, english.values])
      expect(codesIn(japanese.text), english.text).toEqual(codesIn(english.text))
      expect(wordsOnly(japanese.text)).toMatch(/[\u3040-\u30FF\u4E00-\u9FFF]/)
      expect(wordsOnly(japanese.text)).not.toMatch(/undefined|NaN|\[object| {2}|。。|\.\./)
      expect(wordsOnly(english.text)).not.toMatch(/[\u3040-\u30FF]|undefined|NaN|\[object| {2}/)
    }
  })

  it.each(samples)('any two definitions, unrelated ones too: $name', ({ input }) => {
    for (const lang of ['en', 'ja'] as const) {
      for (const other of samples) {
        const { changes, summary } = explainDiff(input, other.input, { lang })
        for (const { text } of [summary, ...changes.map(one => one.says)])
          expect(wordsOnly(text)).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })
})

describe('rendering', () => {
  const diff = explainDiff(...pairOf('name, tags and priority'), { lang: 'en' })
  it('text', () => {
    expect(renderDiff(diff, 'text')).toBe(`What changes: the name, tags or priority.
  • Renamed from “Load” to “CPU”.
  • Tags: \`team:db\` added, \`team:sre\` removed.
  • Priority: now P2; there was none before.
`)
  })

  it('Markdown, HTML and JSON', () => {
    expect(renderDiff(diff, 'markdown')).toContain('\n- Tags: `team:db` added')
    expect(renderDiff(diff, 'html')).toContain(
      '<li data-code="diff/members" data-place="tags">Tags: <code>team:db</code>',
    )
    expect(JSON.parse(renderDiff(diff, 'json'))).toEqual(JSON.parse(JSON.stringify(diff)))
  })

  it('brief is the summary alone', () => {
    const brief = explainDiff(...pairOf('name, tags and priority'), { lang: 'ja', level: 'brief' })
    expect(renderDiff(brief, 'text')).toBe('名前・タグ・優先度が変わります。\n')
  })

  it('text of others stays text', () => {
    const hostile = { ...monitor, name: '<b>\u001b[31m' }
    const html = renderDiff(explainDiff(monitor, hostile, { lang: 'en' }), 'html')
    expect(html).not.toContain('<b>')
    for (const format of ['text', 'markdown', 'html'] as const)
      expect(renderDiff(explainDiff(monitor, hostile, { lang: 'en' }), format)).not.toContain('\u001b')
  })
})

describe('a comparison with an error in it', () => {
  const good = 'avg(last_5m):avg:a.b{env:prod} > 80'
  const bad = 'avg(last_5m):avg:a.b{env=prod} > 80'

  it.each([
    [good, bad, /after the change has an error, so Datadog would refuse it;/, /変更後のテキストに誤りがあり/],
    [bad, good, /before the change has an error; apart from that/, /変更前のテキストに誤りがあります/],
    [bad, bad.replace('> 80', '>80'), /and the one before it too/, /両方に誤りがあり/],
  ])('says so on top: %s, %s', (before, after, en, ja) => {
    expect(explainDiff(before, after, { lang: 'en' }).summary.text).toMatch(en)
    expect(explainDiff(before, after, { lang: 'ja' }).summary.text).toMatch(ja)
  })
})

describe('an SLO in the newer form', () => {
  it('is the same while it measures the same', () => {
    const slo = { type: 'metric', name: 'Checkout', thresholds: [{ timeframe: '30d', target: 99 }] }
    const query = { numerator: 'sum:a.good{*}.as_count()', denominator: 'sum:a.all{*}.as_count()' }
    const count = {
      good_events_formula: { formula: 'good' },
      total_events_formula: { formula: 'all' },
      queries: [
        { name: 'good', data_source: 'metrics', query: query.numerator },
        { name: 'all', data_source: 'metrics', query: query.denominator },
      ],
    }
    const { same } = explainDiff({ ...slo, query }, { ...slo, sli_specification: { count } }, { lang: 'en' })
    expect(same).toBe(true)
  })
})

describe('a dashboard whose query breaks', () => {
  it('is stored, and its widget shows an error', () => {
    const board = (q: string) => ({
      title: 'x',
      layout_type: 'ordered',
      widgets: [{ definition: { type: 'timeseries', requests: [{ q }] } }],
    })
    const said = (lang: 'en' | 'ja') =>
      explainDiff(board('avg:a.b{*}'), board('avg:a.b{*'), { lang }).summary.text
    expect(said('en')).toMatch(/after the change has an error, so the widget would show an error instead/)
    expect(said('ja')).toMatch(/ウィジェットにデータの代わりにエラーが表示されます/)
  })
})

describe('what is judged', () => {
  it('gives each number its own unit', () => {
    const before = 'change(avg(last_5m),last_1h):avg:a.b{*} > 5'
    const after = 'pct_change(avg(last_5m),last_1h):avg:a.b{*} > 50'
    const said = (lang: 'en' | 'ja') => explainDiff(before, after, { lang }).changes[0]?.says.text
    expect(said('en')).toBe('Alerts when the change is above 50%. Before: when the change is above 5.')
    expect(said('ja')).toBe('変化率が 50% を超えるとアラートになります(これまでは「変化量が 5 を超える」)。')
  })
})

describe('a change of a query for a plan', () => {
  const query = 'avg(last_5m):avg:a.b{*} > 80'
  it('is told in plain words', () => {
    expect(
      describeQueryChange(query, query.replace('80', '90').replace('{*}', '{*} by {host}'), 'query alert'),
    ).toEqual(['Alerts above 90 instead of 80.', 'Now one alert per host.'])
  })

  it('is none where only the spelling differs', () => {
    expect(describeQueryChange(query, query.replace('> 80', '>80'), 'query alert')).toEqual([])
  })
})
