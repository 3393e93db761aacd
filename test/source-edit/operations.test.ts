import { describe, expect, it } from 'vitest'
import { type Fix, remove, replaceText, set } from '../../src/lint/index.js'
import { edited } from './editing.js'

interface Case {
  readonly title: string
  readonly before: string
  readonly edits: Fix['edits']
  readonly after: string
}

const alert = "alert: avg('system.load.1').last('5m').above(4)"
const query = 'avg(last_5m):avg:system.load.1{*} > 4'
const at = (text: string, piece: string) => ({
  start: text.indexOf(piece),
  end: text.indexOf(piece) + piece.length,
})

const cases: readonly Case[] = [
  {
    title: 'a value is replaced where it stands',
    before: `monitor('a', { name: ' x ', ${alert} })`,
    edits: [set(['name'], 'x')],
    after: `monitor('a', { name: 'x', ${alert} })`,
  },
  {
    title: 'what `extra` holds is edited there, because it decides',
    before: `monitor('a', { name: 'x', ${alert}, extra: { options: { thresholds: { critical: 5 } } } })`,
    edits: [set(['options', 'thresholds', 'critical'], 4)],
    after: `monitor('a', { name: 'x', ${alert}, extra: { options: { thresholds: { critical: 4 } } } })`,
  },
  {
    title: 'the critical threshold of a query in its own words is the number in it',
    before: `monitor('a', { name: 'x', alert: monitorQuery('avg(last_5m):avg:a{*} > 4', { thresholds: { warning: 3 } }) })`,
    edits: [set(['options', 'thresholds', 'critical'], 5)],
    after: 'it is the number in the query',
  },
  {
    title: 'a field of `extra` moves to where it belongs',
    before: `monitor('a', { name: 'x', ${alert}, extra: { timeout_h: 12, odd: 1 } })`,
    edits: [remove(['timeout_h']), set(['options', 'timeout_h'], 12)],
    after: `monitor('a', { name: 'x', ${alert}, extra: { odd: 1 }, timeout: 12 })`,
  },
  {
    title: 'items in another order change places, with the comments in them',
    before: `rawDashboard('a', { title: 'x', layout_type: 'ordered', widgets: [], template_variable_presets: [
  { name: 'b' /* first of all */, template_variables: [] },
  { name: 'a', template_variables: [] },
] })`,
    edits: [
      set(
        ['template_variable_presets'],
        [
          { name: 'a', template_variables: [] },
          { name: 'b', template_variables: [] },
        ],
      ),
    ],
    after: `rawDashboard('a', { title: 'x', layout_type: 'ordered', widgets: [], template_variable_presets: [
  { name: 'a', template_variables: [] },
  { name: 'b' /* first of all */, template_variables: [] },
] })`,
  },
  {
    title: 'a text keeps its own quotes',
    before: `monitor('a', { name: "x", ${alert} })`,
    edits: [set(['name'], 'it\'s "x"')],
    after: `monitor('a', { name: "it's \\"x\\"", ${alert} })`,
  },
  {
    title: 'an option has the name that the builder gives it',
    before: `monitor('a', { name: 'x', ${alert}, noDataTimeframe: '6m' })`,
    edits: [set(['options', 'no_data_timeframe'], 10)],
    after: `monitor('a', { name: 'x', ${alert}, noDataTimeframe: 10 })`,
  },
  {
    title: 'an option is added on a line of its own, comments stay',
    before: `monitor('a', {
  // The name.
  name: 'x',
  ${alert}, // at four
})`,
    edits: [set(['options', 'include_tags'], true)],
    after: `monitor('a', {
  // The name.
  name: 'x',
  ${alert}, // at four
  includeTags: true,
})`,
  },
  {
    title: 'an option without a name of its own goes among the raw options',
    before: `monitor('a', {\n  name: 'x',\n  ${alert}\n})`,
    edits: [set(['options', 'new_host_delay'], 300)],
    after: `monitor('a', {\n  name: 'x',\n  ${alert},\n  options: { new_host_delay: 300 }\n})`,
  },
  {
    title: 'an option is removed with its comma and its comment; the comment above stays',
    before: `monitor('a', {
  name: 'x',
  ${alert},
  // Nobody knows why.
  notifyNoData: false, // never
  noDataTimeframe: 10,
})`,
    edits: [remove(['options', 'notify_no_data'])],
    after: `monitor('a', {
  name: 'x',
  ${alert},
  // Nobody knows why.
  noDataTimeframe: 10,
})`,
  },
  {
    title: 'two at the end of one line are removed together',
    before: `monitor('a', { name: 'x', ${alert}, notifyNoData: false, noDataTimeframe: 10 })`,
    edits: [remove(['options', 'notify_no_data']), remove(['options', 'no_data_timeframe'])],
    after: `monitor('a', { name: 'x', ${alert} })`,
  },
  {
    title: 'raw options come before those with a name',
    before: `monitor('a', { name: 'x', ${alert}, options: { locked: true, silenced: {} } })`,
    edits: [remove(['options', 'locked'])],
    after: `monitor('a', { name: 'x', ${alert}, options: { silenced: {} } })`,
  },
  {
    title: 'an unknown option gives its place to the right one',
    before: `monitor('a', { name: 'x', ${alert}, options: { locked: true, notify_nodata: true, silenced: {} } })`,
    edits: [remove(['options', 'notify_nodata']), set(['options', 'new_host_delay'], 300)],
    after: `monitor('a', { name: 'x', ${alert}, options: { locked: true, new_host_delay: 300, silenced: {} } })`,
  },
  {
    title: 'a threshold is changed in the comparison',
    before: `monitor('a', { name: 'x', alert: avg('system.load.1').last('5m').above({ critical: 4, warningRecovery: 2 }) })`,
    edits: [remove(['options', 'thresholds', 'warning_recovery'])],
    after: `monitor('a', { name: 'x', alert: avg('system.load.1').last('5m').above({ critical: 4 }) })`,
  },
  {
    title: 'the text of a query is edited in place, however it is spaced',
    before: `monitor('a', { name: 'x', alert: 'avg( last_5m ):system.load.1{*}>4' })`,
    edits: [replaceText(['query'], at('avg(last_5m):system.load.1{*} > 4', '*'), 'env:prod')],
    after: `monitor('a', { name: 'x', alert: 'avg( last_5m ):system.load.1{env:prod}>4' })`,
  },
  {
    title: 'a query text inside a built condition is edited too',
    before: `monitor('a', { name: 'x', alert: query('avg:system.load.1{*}').last('5m').above(4) })`,
    edits: [replaceText(['query'], { start: query.indexOf(' >'), end: query.indexOf(' >') }, '.fill(zero)')],
    after: `monitor('a', { name: 'x', alert: query('avg:system.load.1{*}.fill(zero)').last('5m').above(4) })`,
  },
  {
    title: 'the text of a message is edited between its escapes',
    before: `monitor('a', { name: 'x', ${alert}, message: 'It\\'s\\t\\u{1F525} {{check_message}}\\n@slack-sre' })`,
    edits: [
      replaceText(
        ['message'],
        at("It's\t\u{1F525} {{check_message}}\n@slack-sre", '{{check_message}}'),
        "{{{check_message}}} isn't",
      ),
    ],
    after: `monitor('a', { name: 'x', ${alert}, message: 'It\\'s\\t\\u{1F525} {{{check_message}}} isn\\'t\\n@slack-sre' })`,
  },
  {
    title: 'the text of a message section is edited in its template',
    before: `monitor('a', {
  name: 'x',
  ${alert},
  message: message(({ alert, value }) => [
    alert\`
      Load is \${value}.
      See {{check_message}} @slack-sre
    \`,
  ]),
})`,
    edits: [
      replaceText(
        ['message'],
        at(
          '{{#is_alert}}\nLoad is {{value}}.\nSee {{check_message}} @slack-sre\n{{/is_alert}}',
          '{{check_message}}',
        ),
        '{{{check_message}}}',
      ),
    ],
    after: `monitor('a', {
  name: 'x',
  ${alert},
  message: message(({ alert, value }) => [
    alert\`
      Load is \${value}.
      See {{{check_message}}} @slack-sre
    \`,
  ]),
})`,
  },
  {
    title: 'a constant that is used once is changed where it is defined',
    before: `const tags = ['Team:SRE']\nmonitor('a', { name: 'x', ${alert}, tags })`,
    edits: [set(['tags', 0], 'team:sre')],
    after: `const tags = ['team:sre']\nmonitor('a', { name: 'x', ${alert}, tags })`,
  },
  {
    title: 'a property is removed, not the constant that it names',
    before: `const delay = 300\nmonitor('a', { name: 'x', ${alert}, evaluationDelay: delay })`,
    edits: [remove(['options', 'evaluation_delay'])],
    after: `const delay = 300\nmonitor('a', { name: 'x', ${alert} })`,
  },
  {
    title: 'raw JSON is edited as it is',
    before: `rawMonitor("a", {\n  "type": "metric alert",\n  "query": "${query}",\n  "options": { "locked": true }\n})`,
    edits: [set(['type'], 'query alert'), remove(['options', 'locked'])],
    after: `rawMonitor("a", {\n  "type": "query alert",\n  "query": "${query}",\n  "options": {}\n})`,
  },
  {
    title: 'an object on the way is made',
    before: `rawMonitor('a', { type: 'query alert', query: '${query}' })`,
    edits: [set(['options', 'thresholds', 'critical'], 4)],
    after: `rawMonitor('a', { type: 'query alert', query: '${query}', options: { thresholds: { critical: 4 } } })`,
  },
  {
    title: 'an SLO has its targets by timeframe',
    before: `slo('a', { name: 'x', good: 'sum:a{*}', total: 'sum:b{*}', target: { '7d': 99, '30d': 99.9 }, warning: { '30d': 99.95 } })`,
    edits: [set(['thresholds', 1, 'target'], 99.5), remove(['thresholds', 1, 'warning'])],
    after: `slo('a', { name: 'x', good: 'sum:a{*}', total: 'sum:b{*}', target: { '7d': 99, '30d': 99.5 }, warning: {} })`,
  },
  {
    title: "an SLO's counts are texts of queries",
    before: `slo('a', { name: 'x', good: 'sum:a{*}', total: 'sum:b{*}', target: { '7d': 99 } })`,
    edits: [replaceText(['query', 'denominator'], { start: 8, end: 8 }, '.as_count()')],
    after: `slo('a', { name: 'x', good: 'sum:a{*}', total: 'sum:b{*}.as_count()', target: { '7d': 99 } })`,
  },
  {
    title: 'a template variable is taken away as a whole',
    before: `dashboard('a', { title: 'x', templateVariables: [variable('env'), variable('host')], widgets: [] })`,
    edits: [remove(['template_variables', 0])],
    after: `dashboard('a', { title: 'x', templateVariables: [variable('host')], widgets: [] })`,
  },
  {
    title: 'a template variable in Datadog form is edited inside',
    before: `dashboard('a', { title: 'x', templateVariables: [{ name: 'env', default: 'a', defaults: ['a'] }], widgets: [] })`,
    edits: [remove(['template_variables', 0, 'default'])],
    after: `dashboard('a', { title: 'x', templateVariables: [{ name: 'env', defaults: ['a'] }], widgets: [] })`,
  },
  {
    title: 'further fields of a dashboard are edited as they are',
    before: `dashboard('a', { title: 'x', widgets: [], extra: { tags: ['a:b'], is_read_only: true } })`,
    edits: [remove(['is_read_only']), set(['tags', 0], 'team:b')],
    after: `dashboard('a', { title: 'x', widgets: [], extra: { tags: ['team:b'] } })`,
  },
  {
    title: 'a widget that only a tab shows',
    before: `const first = note('n')
dashboard('a', { title: 'x', widgets: [first], tabs: [tab('A', [first, '@1', note('m')]), tab('B', [first, raw({ type: 'timeseries', requests: [{ q: 'avg:a{*}' }] })])] })`,
    edits: [remove(['widgets', 2, 'definition', 'requests', 0, 'q'])],
    after: `const first = note('n')
dashboard('a', { title: 'x', widgets: [first], tabs: [tab('A', [first, '@1', note('m')]), tab('B', [first, raw({ type: 'timeseries', requests: [{}] })])] })`,
  },
  {
    title: 'a raw widget is edited inside its group',
    before: `dashboard('a', { title: 'x', widgets: [group('g', [note('n'), raw({ type: 'timeseries', requests: [{ q: 'avg:a{*}' }] })])] })`,
    edits: [remove(['widgets', 0, 'definition', 'widgets', 1, 'definition', 'requests', 0, 'q'])],
    after: `dashboard('a', { title: 'x', widgets: [group('g', [note('n'), raw({ type: 'timeseries', requests: [{}] })])] })`,
  },
]

describe('a fix edits what the author wrote', () => {
  it.each(cases)('$title', async ({ before, edits, after }) => {
    expect(await edited(before, edits)).toBe(after)
  })
})

const refusals: readonly Case[] = [
  {
    title: 'what a function gives',
    before: `const named = () => ' x '\nmonitor('a', { name: named(), ${alert} })`,
    edits: [set(['name'], 'x')],
    after: 'the value comes from `named()`',
  },
  {
    title: 'a constant that serves others',
    before: `const tags = ['Team:SRE']\nmonitor('a', { name: 'x', ${alert}, tags })\nmonitor('b', { name: 'x', ${alert}, tags })`,
    edits: [set(['tags', 0], 'team:sre')],
    after: 'the value comes from `tags`',
  },
  {
    title: 'a loop',
    before: `for (const key of ['a', 'b']) monitor(key, { name: ' x ', ${alert} })`,
    edits: [set(['name'], 'x')],
    after: '`monitor` may define several resources here',
  },
  {
    title: 'what is spread into the specification',
    before: `const common = { name: ' x ' }\nmonitor('a', { ...common, ${alert} })`,
    edits: [set(['name'], 'x')],
    after: '`name` may come from what is spread into the object',
  },
  {
    title: 'a text with values in it',
    before: `monitor('a', { name: 'x' + ' y', ${alert} })`,
    edits: [set(['name'], 'x')],
    after: "the value comes from `'x' + ' y'`",
  },
  {
    title: 'the text of a built query',
    before: `monitor('a', { name: 'x', ${alert} })`,
    edits: [replaceText(['query'], at(query, '*'), 'env:prod')],
    after: "the text is made by `avg('system.load.1').last('5m').above(4)`",
  },
  {
    title: 'the text of a message section that is written twice',
    before: `monitor('a', { name: 'x', ${alert}, message: message(({ alert, recovery }) => [alert\`call {{x}} @a\`, recovery\`call {{x}} @a\`]) })`,
    edits: [replaceText(['message'], { start: 19, end: 24 }, '{{y}}')],
    after: 'the text is made by `message(({ alert, recovery }) => [alert…`',
  },
  {
    title: 'the type, which follows from the query',
    before: `monitor('a', { name: 'x', ${alert} })`,
    edits: [set(['type'], 'metric alert')],
    after: 'the type follows from what the monitor watches',
  },
]

describe('a fix is refused with a reason for', () => {
  it.each(refusals)('$title', async ({ before, edits, after }) => {
    expect(await edited(before, edits)).toBe(after)
  })
})
