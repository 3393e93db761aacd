import type { DiffCode, ExplainInput } from '../../src/explain/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { dashboardDiffCases } from './dashboard-diff-cases.js'

/** Two inputs, what must be said in English, and by which codes. */
export interface DiffCase {
  readonly name: string
  readonly before: ExplainInput
  readonly after: ExplainInput
  readonly says: readonly string[]
  readonly codes: readonly DiffCode[]
}

const cpu = 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 80'
const percent = 'avg(last_5m):avg:system.cpu.user{env:prod} by {host} > 80'
const anomaly =
  "avg(last_4h):anomalies(avg:a.b{*}, 'basic', 2, direction='both', interval=60, alert_window='last_15m') >= 1"
const logs = 'logs("service:web status:error").index("main").rollup("count").last("5m") > 10'
const check = '"http.can_connect".over("env:prod").by("host").last(4).count_by_status()'
const burn = 'burn_rate("abc").over("30d").long_window("1h").short_window("5m") > 14.4'
const ratio = 'avg(last_5m):sum:a.hits{env:prod}.as_count() / sum:a.all{env:prod}.as_count() > 1'

function query(
  name: string,
  before: string,
  after: string,
  ...said: readonly (readonly [DiffCode, string])[]
): DiffCase {
  return { name, before, after, says: said.map(([, text]) => text), codes: said.map(([code]) => code) }
}

const monitor = {
  type: 'query alert',
  name: 'Load',
  query: cpu,
  message: 'Load is high.\n{{#is_alert}}@pagerduty-db{{/is_alert}} @slack-ops',
  tags: ['team:sre'],
  options: { thresholds: { critical: 80 } },
}

const slo = {
  type: 'metric',
  name: 'Checkout',
  thresholds: [{ timeframe: '30d', target: 99.9 }],
  query: { numerator: 'sum:a.good{*}.as_count()', denominator: 'sum:a.all{*}.as_count()' },
}

const eventSlo = (good: string, other: JsonObject, scope = '*') => ({
  type: 'metric',
  name: 'Checkout',
  thresholds: [{ timeframe: '30d', target: 99.9 }],
  sli_specification: {
    count: {
      good_events_formula: { formula: good },
      ...other,
      queries: [
        { name: 'a', data_source: 'metrics', query: `sum:x.a{${scope}}.as_count()` },
        { name: 'b', data_source: 'metrics', query: 'sum:x.b{*}.as_count()' },
      ],
    },
  },
})

const counts = (bad: string, limit: string) => ({
  type: 'metric',
  name: 'Fast',
  thresholds: [{ timeframe: '30d', target: 99.9 }],
  sli_specification: {
    count: {
      good_events_formula: { formula: 'a' },
      bad_events_formula: { formula: bad },
      queries: [
        { name: 'a', data_source: 'metrics', query: `count(v: v<=${limit}):x.y{*}` },
        { name: 'b', data_source: 'metrics', query: 'count:x.y{*}' },
      ],
    },
  },
})

const timeSlice = (comparator: string, threshold: number, seconds: number, query: string) => ({
  type: 'time_slice',
  name: 'Fast',
  thresholds: [{ timeframe: '30d', target: 99.9 }],
  sli_specification: {
    time_slice: {
      comparator,
      threshold,
      query_interval_seconds: seconds,
      query: { formulas: [{ formula: 'q' }], queries: [{ name: 'q', data_source: 'metrics', query }] },
    },
  },
})

const widget = (title: string, q: string) => ({
  definition: { type: 'timeseries', title, requests: [{ q }] },
})
const board = { title: 'Overview', layout_type: 'ordered', widgets: [widget('Load', 'avg:a.b{*}')] }

function of<T extends JsonObject>(
  base: T,
  name: string,
  changes: JsonObject,
  ...said: readonly (readonly [DiffCode, string])[]
): DiffCase {
  const after = { ...base, ...changes }
  return { name, before: base, after, says: said.map(([, text]) => text), codes: said.map(([code]) => code) }
}

function options(
  name: string,
  changes: JsonObject,
  ...said: readonly (readonly [DiffCode, string])[]
): DiffCase {
  return of(monitor, name, { options: { ...monitor.options, ...changes } }, ...said)
}

/** A query of a formula monitor: the number of logs for each value of a facet. */
function counted(name: string, facet: string, limit = 10): JsonObject {
  return {
    name,
    data_source: 'logs',
    search: { query: 'service:web' },
    compute: { aggregation: 'count' },
    group_by: [{ facet, limit }],
  }
}

const formulaMonitor = {
  name: 'Share of errors',
  type: 'log alert',
  query: 'formula("a / b").last("5m") > 5',
  message: '@slack-a',
  options: { variables: [counted('a', 'service'), counted('b', 'service')] },
}

const drawn = {
  type: 'timeseries',
  title: 'Load',
  show_legend: true,
  requests: [
    { q: 'avg:a.b{*}', display_type: 'line', style: { palette: 'dog_classic', line_type: 'solid' } },
    { q: 'avg:c.d{*}' },
  ],
  markers: [{ value: 'y = 5', display_type: 'error dashed', label: 'limit' }],
}
const redAbove5 = { comparator: '>', value: 5, palette: 'white_on_red' }
const single = {
  type: 'query_value',
  title: 'Orders',
  precision: 2,
  requests: [
    {
      queries: [{ name: 'a', data_source: 'metrics', query: 'sum:a.b{*}', aggregator: 'avg' }],
      formulas: [{ formula: 'a', conditional_formats: [redAbove5] }],
    },
  ],
}
const placed = (definition: JsonObject, layout: JsonObject = { x: 0, y: 0, width: 4, height: 2 }) => ({
  title: 'Overview',
  layout_type: 'ordered',
  template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
  widgets: [{ definition, layout }],
})
const orders = (conditional_formats: readonly JsonObject[], more: JsonObject = {}) => ({
  ...single,
  requests: [{ ...single.requests[0]!, formulas: [{ formula: 'a', conditional_formats, ...more }] }],
})

/** What a widget looks like, where it stands, and what stands around it. */
function lookCases(): readonly DiffCase[] {
  return [
    of(
      placed(drawn),
      'the lines of a widget',
      placed({
        ...drawn,
        show_legend: false,
        background_color: 'vivid_blue',
        yaxis: { scale: 'log', label: 'load' },
        requests: [
          { ...drawn.requests[0], display_type: 'bars', style: { palette: 'warm', line_type: 'dashed' } },
          { ...drawn.requests[1]!, style: { line_width: 'thick' } },
        ],
      }),
      ['diff/look', 'Legend: off instead of on.'],
      ['diff/look', 'Drawn as (request 1): bars instead of lines.'],
      ['diff/look', 'Colour palette (request 1): `warm` instead of `dog_classic`.'],
      ['diff/look', 'Line style (request 1): dashed instead of solid.'],
      ['diff/look', 'Line width (request 2): now thick (it was not set).'],
      ['diff/look', 'Background colour: now `vivid_blue` (it was not set).'],
      ['diff/look', 'Y axis: scale: now logarithmic (it was not set).'],
      ['diff/look', 'Y axis: label: now “load” (it was not set).'],
    ),
    of(
      placed(single),
      'the colours of a number',
      placed(orders([{ ...redAbove5, value: 9, palette: 'red_on_white' }])),
      ['diff/colours', 'Colours: red text where above 9. Before: red background where above 5.'],
    ),
    of(
      placed(single),
      'a colour of its own, and no rule before it',
      placed(
        orders([redAbove5, { comparator: '<', value: 1, palette: 'custom_bg', custom_bg_color: '#acb9fb' }]),
      ),
      [
        'diff/colours',
        'Colours: red background where above 5, else `#acb9fb` background where below 1. Before: red background where above 5.',
      ],
    ),
    of(placed(single), 'no colours', placed(orders([])), [
      'diff/colours',
      'Colours: none. Before: red background where above 5.',
    ]),
    of(placed(orders([])), 'a rule without words keeps its text', placed(orders([{ type: 'range' }])), [
      'diff/field',
      'The field `requests[0].formulas[0].conditional_formats` is new: `[{"type":"range"}]`.',
    ]),
    of(
      placed(single),
      'how a number is made and shown',
      placed({
        ...orders([redAbove5], { alias: 'paid' }),
        precision: 0,
        requests: [
          {
            queries: [{ name: 'a', data_source: 'metrics', query: 'sum:a.b{*}', aggregator: 'max' }],
            formulas: [{ formula: 'a', conditional_formats: [redAbove5], alias: 'paid' }],
          },
        ],
      }),
      ['diff/look', 'Decimal places: 0 instead of 2.'],
      ['diff/look', 'Number for the time shown: the highest value instead of the average.'],
      ['diff/look', 'Label: now “paid” (it was not set).'],
    ),
    of(
      placed(drawn),
      'marked lines',
      placed({ ...drawn, markers: [{ value: '5 < y < 9', display_type: 'warning bold' }] }),
      ['diff/marker', 'Marked range `5 < y < 9` (yellow, bold) added.'],
      ['diff/marker', 'Marked line `y = 5` (“limit”, red, dashed) removed.'],
    ),
    of(placed(drawn), 'the time of a widget', placed({ ...drawn, time: { live_span: '4h' } }), [
      'diff/widget-time',
      'Always shows the last 4 hours, whatever the dashboard shows. Before: It shows the time of the dashboard.',
    ]),
    of(
      placed(drawn),
      'a request more',
      placed({ ...drawn, requests: [...drawn.requests, { q: 'max:e.f{*}' }] }),
      ['diff/request-added', 'Now also shows the highest value of `e.f` over all sources.'],
    ),
    of(
      placed(drawn),
      'where a widget stands',
      placed({ ...drawn, title: 'CPU' }, { x: 4, y: 2, width: 8, height: 3 }),
      ['diff/name', 'Renamed from “Load” to “CPU”.'],
      ['diff/widget-moved', 'Moved to x 4, y 2 (it was at x 0, y 0).'],
      ['diff/widget-resized', 'Now 8 wide and 3 high instead of 4 and 2.'],
    ),
    of(placed(drawn), 'the type of a widget', placed({ ...drawn, type: 'toplist' }), [
      'diff/widget-type',
      'Now a widget of type Top list instead of Timeseries.',
    ]),
    of(
      placed({ type: 'note', content: 'Start here' }),
      'the text of a note',
      placed({ type: 'note', content: 'Start there', font_size: '16' }),
      ['diff/note', 'The text says “Start there” instead of “Start here”.'],
      ['diff/look', 'Text size: now 16 (it was not set).'],
    ),
    of(
      placed(single),
      'what a number shows',
      placed({
        ...single,
        requests: [
          {
            queries: [
              ...single.requests[0]!.queries,
              { name: 'b', data_source: 'metrics', query: 'avg:e.f{*}', aggregator: 'avg' },
            ],
            formulas: [
              {
                formula: 'a / b',
                conditional_formats: [redAbove5],
                limit: { count: 5, order: 'asc' },
              },
            ],
          },
        ],
      }),
      ['diff/query-added', 'Query `b` added: `avg:e.f{*}`.'],
      ['diff/expression', 'Computes `a / b` instead of `a`.'],
      ['diff/shown-lines', 'Shows only the 5 lowest lines instead of all lines.'],
    ),
    of(
      placed({ ...drawn, requests: [{ q: 'avg:a.b{*}', style: { palette: 'purple' } }] }),
      'a palette is no single colour',
      placed({ ...drawn, requests: [{ q: 'avg:a.b{*}', style: { palette: 'orange' } }] }),
      ['diff/look', 'Colour palette: `orange` instead of `purple`.'],
    ),
    of(
      placed(drawn),
      'a dashboard as a whole',
      { description: 'Look here.', layout_type: 'free', notify_list: ['a@b.c'] },
      ['diff/described', 'Now described as “Look here.”.'],
      ['diff/members', 'Told when somebody edits it: `a@b.c` added.'],
      ['diff/layout', 'Now a free layout: widgets stand where they were put.'],
    ),
    of(slo, 'the description of an SLO', { description: 'x' }, ['diff/described', 'Now described as “x”.']),
    options(
      'the text of reminders, and whom it tells',
      { renotify_interval: 60, escalation_message: 'Still high. @oncall-sre' },
      [
        'diff/repeat',
        'Repeats every hour in the states `alert` and `no data` until it recovers. Before: Never repeats: one notification per change of state.',
      ],
      ['diff/told', '`@oncall-sre` is now told on each reminder.'],
      ['diff/reminder', 'Reminders now have a text of their own: `Still high. @oncall-sre`.'],
    ),
    options(
      'a schedule together with a window that grows',
      {
        scheduling_options: {
          evaluation_window: { day_starts: '04:00' },
          custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0' }] },
        },
      },
      ['diff/repeat', 'Before: Never repeats: one notification per change of state.'],
      [
        'diff/setting',
        '`options.scheduling_options`: Evaluated on a schedule: every day at 09:00. When the cumulative window starts again: every day at 04:00 (`UTC`). Before: Not set.',
      ],
    ),
    query(
      'how far a forecast looks',
      "max(next_2w):forecast(avg:a.b{*}, 'linear', 1) >= 9",
      "max(next_1mo):forecast(avg:a.b{*}, 'linear', 1, seasonality='daily') >= 9",
      ['diff/window', 'Window the next 2 weeks → the next month.'],
      ['diff/argument', '`forecast`: `seasonality` is now `daily`; there was none before.'],
    ),
    query(
      'what a forecast leaves out',
      "max(next_2w):forecast(avg:a.b{*}, 'seasonal', 1, seasonality='daily') >= 9",
      "max(next_2w):forecast(avg:a.b{*}, 'seasonal', 1) >= 9",
      ['diff/argument', '`forecast`: `seasonality` is not given any more (it was `daily`).'],
    ),
    of(
      placed(drawn),
      'template variables',
      {
        template_variables: [
          { name: 'env', prefix: 'env', defaults: ['*'] },
          { name: 'host', prefix: 'host' },
        ],
      },
      ['diff/variable-start', 'Template variable `$env` starts with everything instead of `prod`.'],
      ['diff/variable-added', 'Template variable `$host` added.'],
    ),
  ]
}

export const diffCases: readonly DiffCase[] = [
  ...dashboardDiffCases,
  query('the threshold', cpu, cpu.replace('> 80', '> 90'), [
    'diff/threshold',
    'Alerts above 90 instead of 80.',
  ]),
  query('the comparator', cpu, cpu.replace('> 80', '>= 80'), [
    'diff/threshold',
    'Alerts at 80 or more instead of above 80.',
  ]),
  query('the window', cpu, cpu.replace('5m', '10m'), ['diff/window', 'Window 5 → 10 minutes.']),
  query('the unit of the window', cpu, cpu.replace('5m', '1h'), [
    'diff/window',
    'Window 5 minutes → 1 hour.',
  ]),
  query('a first group', cpu.replace(' by {host}', ''), cpu, ['diff/groups', 'Now one alert per `host`.']),
  query('another group', cpu, cpu.replace('{host}', '{host,env}'), [
    'diff/groups',
    'Now one alert per `env`, `host` instead of per `host`.',
  ]),
  query('no group', cpu, cpu.replace(' by {host}', ''), ['diff/groups', 'Now one alert for everything.']),
  query('a filter more', cpu, cpu.replace('env:prod', 'env:prod,!team:sre'), [
    'diff/filter-added',
    'Filter `!team:sre` added.',
  ]),
  query('a filter less', cpu, cpu.replace('env:prod', '*'), [
    'diff/filter-removed',
    'Filter `env:prod` removed.',
  ]),
  query('another filter', cpu, cpu.replace('env:prod', 'env:stg'), [
    'diff/filter-changed',
    'Filter `env:stg` instead of `env:prod`.',
  ]),
  query('the time aggregation', cpu, cpu.replace('avg(', 'max('), [
    'diff/reduction',
    'Takes the highest point over the window instead of the average.',
  ]),
  query('the space aggregation', cpu, cpu.replace(':avg:', ':sum:'), [
    'diff/space',
    'Combines the sources by `sum` instead of `avg`.',
  ]),
  query('the metric', cpu, cpu.replace('load.1', 'load.5'), [
    'diff/metric',
    'Reads `system.load.5` instead of `system.load.1`.',
  ]),
  query('a change instead of a level', cpu, cpu.replace('avg(last_5m)', 'pct_change(avg(last_5m),last_1h)'), [
    'diff/judged',
    'Judges the change in percent (against the same span 1 hour earlier) instead of the level.',
  ]),
  query(
    'how far back it compares',
    'change(avg(last_5m),last_1h):avg:a.b{*} > 5',
    'change(avg(last_5m),last_1d):avg:a.b{*} > 6',
    ['diff/threshold', 'Alerts when the change is above 6 instead of above 5.'],
    ['diff/window', 'Compared with the same span 1 hour → 1 day earlier.'],
  ),
  query(
    'a function more',
    'avg:a.b{*}',
    'abs(avg:a.b{*}.rollup(max, 60))',
    ['diff/function-added', 'Function `abs(…)` added.'],
    ['diff/function-added', 'Function `.rollup(max, 60)` added.'],
  ),
  query('a function less', "top(avg:a.b{*} by {host}, 5, 'mean', 'desc')", 'avg:a.b{*} by {host}', [
    'diff/function-removed',
    "Function `top(…, 5, 'mean', 'desc')` removed.",
  ]),
  query('the order of functions', 'abs(diff(avg:a.b{*}))', 'diff(abs(avg:a.b{*}))', [
    'diff/function-order',
    'The functions are applied in another order: first `abs`, then `diff`; before, first `diff`, then `abs`.',
  ]),
  query(
    'the band',
    anomaly,
    anomaly.replace("'basic', 2", "'agile', 3"),
    ['diff/argument', '`anomalies`: `algorithm` is `agile` instead of `basic`.'],
    ['diff/argument', '`anomalies`: `bounds` is `3` instead of `2`.'],
  ),
  query('an argument more', anomaly, anomaly.replace('interval=60', "interval=60, seasonality='daily'"), [
    'diff/argument',
    '`anomalies`: `seasonality` is now `daily`; there was none before.',
  ]),
  query('the share of points', anomaly, anomaly.replace('>= 1', '>= 0.5'), [
    'diff/anomaly',
    'Alerts when at least half of the points of the last 15 minutes (8 of 15) lie outside the band. Before: when every point of the last 15 minutes (all 15) lies outside it.',
  ]),
  query('one of two series', ratio, ratio.replace('a.hits{env:prod}', 'a.hits{env:stg}'), [
    'diff/filter-changed',
    'Filter `env:stg` instead of `env:prod` (`a.hits`).',
  ]),
  query('both series', ratio, ratio.replaceAll('env:prod', 'env:stg'), [
    'diff/filter-changed',
    'Filter `env:stg` instead of `env:prod`.',
  ]),
  query('another computation', 'avg:a.b{*}', 'avg:a.b{*} / avg:c.d{*}', [
    'diff/expression',
    'Computes `avg:a.b{*} / avg:c.d{*}` instead of `avg:a.b{*}`.',
  ]),
  query('the groups of a graph', 'avg:a.b{*}', 'avg:a.b{*} by {host}', [
    'diff/groups',
    'Now one line per `host`.',
  ]),
  query('a formula', 'a / b', 'a / c', ['diff/expression', 'Computes `c` instead of `b`.']),
  query('a search', 'service:web -status:ok', 'service:api -status:ok', [
    'diff/filter-changed',
    'Filter `service:api` instead of `service:web`.',
  ]),
  query(
    'a log monitor',
    logs,
    'logs("service:web").index("*").rollup("avg", "@x").by("host").last("15m") >= 10',
    ['diff/threshold', 'Alerts at 10 or more instead of above 10.'],
    ['diff/groups', 'Now one alert per `host`.'],
    ['diff/filter-removed', 'Filter `status:error` removed.'],
    ['diff/step-changed', 'Index searched: `*` instead of `main`.'],
    ['diff/measured', 'Measures the average of `@x` instead of the number of matches.'],
    ['diff/window', 'Window 5 → 15 minutes.'],
  ),
  query(
    'a window that grows instead of one that rolls',
    'events("source:a").rollup("count").current("1d") > 3',
    'events("source:a").rollup("count").last("1d") > 3',
    ['diff/window', 'Window: 1 day instead of the current day so far.'],
  ),
  query('a phrase of a search', 'service:web "a b"', 'service:web ("a b" OR "c d")', [
    'diff/filter-changed',
    'Filter `"a b" OR "c d"` instead of `"a b"`.',
  ]),
  query(
    'the source of events',
    logs,
    logs.replace('logs', 'rum').replace('.index("main")', ''),
    ['diff/source', 'Looks at `rum` instead of `logs`.'],
    ['diff/step-changed', 'Index searched: none any more (it was `main`).'],
  ),
  of(
    formulaMonitor,
    'the facet by which the queries of a formula are grouped',
    { options: { variables: [counted('a', 'host', 25), counted('b', 'host')] } },
    ['diff/groups', 'Now one alert per `host` instead of per `service`.'],
    ['diff/field', 'The field `group_by[0].limit` is `25` instead of `10`.'],
  ),
  of(
    formulaMonitor,
    'the facet of one query of a formula only',
    { options: { variables: [counted('a', 'service'), counted('b', 'host')] } },
    ['diff/groups', 'Now one line per `host` instead of per `service`.'],
  ),
  query(
    'a limit in another unit',
    'formula("query1").last("7d") > 12000',
    'formula("query1").last("7d").change("relative") > 20',
    ['diff/threshold', 'Alerts above 20% instead of 12,000.'],
    ['diff/step-added', 'Step `.change(relative)` added.'],
  ),
  query(
    'a limit without the unit that it had',
    'avg(last_5m):avg:system.cpu.user{*} > 80',
    'avg(last_5m):avg:a.b{*} > 4',
    ['diff/threshold', 'Alerts above 4 instead of 80%.'],
    ['diff/metric', 'Reads `a.b` instead of `system.cpu.user`.'],
  ),
  query(
    'a step of a formula monitor',
    'formula("query1").last("7d").change("relative", 2) > 20',
    'formula("query1").last("7d").anomaly(direction="both", threshold=10) > 20',
    ['diff/step-removed', 'Step `.change(relative, 2)` removed.'],
    ['diff/step-added', 'Step `.anomaly(direction=both, threshold=10)` added.'],
  ),
  query(
    'a service check',
    check,
    check
      .replace('http.can_connect', 'tcp.can_connect')
      .replace('env:prod', 'env:stg')
      .replace('last(4)', 'last(6)'),
    ['diff/check', 'Watches the check `tcp.can_connect` instead of `http.can_connect`.'],
    ['diff/step-changed', 'Tags required: `env:stg` instead of `env:prod`.'],
    ['diff/step-changed', 'Runs looked at: `6` instead of `4`.'],
  ),
  query(
    'a burn rate',
    burn,
    burn.replace('14.4', '6').replace('"1h"', '"6h"').replace('abc', 'def'),
    ['diff/slo-watched', 'Watches the SLO `def` instead of `abc`.'],
    ['diff/threshold', 'Alerts when the burn rate is above 6 instead of above 14.4.'],
    ['diff/window', 'Long window 1 → 6 hours.'],
  ),
  query(
    'what of an SLO is watched',
    burn,
    'error_budget("abc").over("30d") > 75',
    ['diff/slo-measure', 'Watches how much of the error budget is used instead of how fast (burn rate).'],
    [
      'diff/threshold',
      'Alerts when the used part of the error budget is above 75%. Before: when the burn rate is above 14.4.',
    ],
    ['diff/step-removed', 'Step `.long_window(1h)` removed.'],
    ['diff/step-removed', 'Step `.short_window(5m)` removed.'],
  ),
  query('a composite', '12 && 34', '12 || 34', [
    'diff/composite',
    'Alerts while monitor `12` has triggered or monitor `34` has triggered. Before: while monitor `12` has triggered and monitor `34` has triggered.',
  ]),
  query('another kind of query', cpu, logs, [
    'diff/rewritten',
    'Another kind of query. Alerts when, over the last 5 minutes, the number of logs where `service` is `web` and `status` is `error`, is above 10. Before: For each `host`, watches the average of `system.load.1` (load average over 1 minute) over the sources where `env` is `prod`, and alerts when its average over the last 5 minutes is above 80.',
  ]),
  query('the limit of a metric with a unit', percent, percent.replace('80', '90'), [
    'diff/threshold',
    'Alerts above 90% instead of 80%.',
  ]),
  query('two kinds', 'avg:a.b{*}', 'service:web status:ok', [
    'diff/kinds',
    'These are two different things: a metric query before, a search after.',
  ]),
  {
    ...query(
      'a monitor and a query',
      cpu,
      cpu.replace('80', '90'),
      ['diff/only-queries', 'One of the two is a query alone, so only the queries are compared.'],
      ['diff/threshold', 'Alerts above 90 instead of 80.'],
    ),
    before: monitor,
  },
  query(
    'a broken query',
    cpu.replace('by {host}', 'by {host'),
    cpu.replace('80', '90'),
    ['diff/broken', 'The text before the change has an error; it is compared as far as it could be read.'],
    ['diff/threshold', 'Alerts above 90 instead of 80.'],
  ),

  of(
    monitor,
    'the threshold of a monitor is said once',
    { query: cpu.replace('80', '90'), options: { thresholds: { critical: 90 } } },
    ['diff/threshold', 'Alerts above 90 instead of 80.'],
  ),
  of(
    monitor,
    'name, tags and priority',
    { name: 'CPU', tags: ['team:db'], priority: 2 },
    ['diff/name', 'Renamed from “Load” to “CPU”.'],
    ['diff/members', 'Tags: `team:db` added, `team:sre` removed.'],
    ['diff/priority', 'Priority: now P2; there was none before.'],
  ),
  of(
    monitor,
    'the type',
    { type: 'log alert', query: cpu },
    ['diff/broken', 'The text after the change has an error; it is compared as far as it could be read.'],
    ['diff/type', 'The type is `log alert` instead of `query alert`.'],
    [
      'diff/no-data',
      'When data is missing, the last state is kept and the evaluation is skipped (the default). Before: Nothing is sent when data stops: `notify_no_data` is off.',
    ],
  ),
  options(
    'the warning and the recovery',
    { thresholds: { critical: 80, warning: 60, critical_recovery: 70 } },
    ['diff/limit', 'Warning threshold: now 60; there was none before.'],
    ['diff/limit', 'Recovery threshold of the alert: now 70; there was none before.'],
  ),
  options('no data', { notify_no_data: true, no_data_timeframe: 10 }, [
    'diff/no-data',
    'When a group has sent nothing for 10 minutes, it becomes No Data and this is notified. Before: Nothing is sent when data stops: `notify_no_data` is off.',
  ]),
  options('repeats', { renotify_interval: 60 }, [
    'diff/repeat',
    'Repeats every hour in the states `alert` and `no data` until it recovers. Before: Never repeats: one notification per change of state.',
  ]),
  options(
    'another setting',
    { timeout_h: 4, require_full_window: true },
    ['diff/setting', '`options.timeout_h`: Resolves itself after 4 hours without data. Before: Not set.'],
    [
      'diff/setting',
      '`options.require_full_window`: Evaluates only when the window is filled with data (at most 3 gaps, none at its start); otherwise the evaluation is skipped. Before: Not set.',
    ],
  ),
  options('an undocumented setting', { wibble: 4 }, [
    'diff/field',
    'The field `options.wibble` is new: `4`.',
  ]),
  of(
    monitor,
    'who is told on alert',
    { message: monitor.message.replace('@pagerduty-db', '@pagerduty-web') },
    ['diff/told', '`@pagerduty-web` is now told on alert.'],
    ['diff/told', '`@pagerduty-db` is no longer told on alert.'],
  ),
  of(monitor, 'who is not told any more', { message: monitor.message.replace('@pagerduty-db', '') }, [
    'diff/told',
    '`@pagerduty-db` is no longer told on alert.',
  ]),
  of(
    { ...monitor, options: { ...monitor.options, renotify_interval: 60, renotify_statuses: ['alert'] } },
    'who is told in one state: a reminder of it goes there, too',
    { message: monitor.message.replace('@pagerduty-db', '@pagerduty-web') },
    ['diff/told', '`@pagerduty-web` is now told on alert.'],
    ['diff/told', '`@pagerduty-db` is no longer told on alert.'],
  ),
  of(
    { ...monitor, options: { ...monitor.options, renotify_interval: 60 } },
    'who is told by reminders alone',
    { message: `${monitor.message}{{#is_renotify}}@slack-boss{{/is_renotify}}` },
    ['diff/told', '`@slack-boss` is now told on each reminder.'],
    [
      'diff/message',
      'The text of the message says `{{#is_alert}}@pagerduty-db{{/is_alert}} @slack-ops{{#is_renotify}}@slack-boss{{/is_renotify}}` instead of `{{#is_alert}}@pagerduty-db{{/is_alert}} @slack-ops`.',
    ],
  ),
  of(monitor, 'who is told in every state', { message: `${monitor.message} @slack-sre` }, [
    'diff/told',
    '`@slack-sre` is now told on every change of state.',
  ]),
  of(
    monitor,
    'a condition',
    {
      message: `${monitor.message}\n{{#is_match "env.name" "prod"}}{{#is_recovery}}@a@b.com{{/is_recovery}}{{/is_match}}`,
    },
    ['diff/told', '`@a@b.com` is now told on recovery (only if `env.name` contains `prod`).'],
    [
      'diff/message',
      'Added to the text of the message: `{{#is_match "env.name" "prod"}}{{#is_recovery}}@a@b.com{{/is_recovery}}{{/is_match}}`.',
    ],
  ),
  of(monitor, 'the text', { message: monitor.message.replace('is high', 'is too high') }, [
    'diff/message',
    'The text of the message says `Load is too high.` instead of `Load is high.`.',
  ]),
  {
    ...options(
      'named queries',
      {},
      ['diff/metric', 'Reads `a.c` instead of `a.b`.'],
      ['diff/query-added', 'Query `b` added: `avg:c.d{*}`.'],
    ),
    before: { ...monitor, options: { variables: [{ name: 'a', query: 'avg:a.b{*}' }] } },
    after: {
      ...monitor,
      options: {
        variables: [
          { name: 'b', query: 'avg:c.d{*}' },
          { name: 'a', query: 'avg:a.c{*}' },
        ],
      },
    },
  },
  of(
    slo,
    'the target of an SLO',
    {
      thresholds: [
        { timeframe: '30d', target: 99.5, warning: 99.8 },
        { timeframe: '7d', target: 99 },
      ],
    },
    ['diff/target', 'Target over 30 days: 99.5% instead of 99.9%.'],
    ['diff/target-warning', 'Warning target over 30 days: now 99.8%; there was none before.'],
    ['diff/target', 'Target over 7 days: now 99%; there was none before.'],
  ),
  of(slo, 'the events of an SLO', { query: { ...slo.query, numerator: 'sum:a.good{env:prod}.as_count()' } }, [
    'diff/filter-added',
    'Filter `env:prod` added.',
  ]),
  of(
    timeSlice('<', 2, 300, 'p95:trace.http.request{a:b}'),
    'the slices of an SLO',
    timeSlice('<=', 1.5, 60, 'p99:trace.http.request{a:b}'),
    [
      'diff/slice-limit',
      'A slice of time is good when its value is 1.5 seconds or lower instead of below 2 seconds.',
    ],
    ['diff/slice-length', 'Time is cut into slices of 1 minute instead of 5 minutes.'],
    ['diff/space', 'Combines the sources by `p99` instead of `p95`.'],
  ),
  of({ ...slo, timeframe: '7d' }, 'the window that shows the status of an SLO', { timeframe: '30d' }, [
    'diff/slo-primary',
    'Its status is shown over 30 days instead of 7 days.',
  ]),
  of(
    eventSlo('a', { bad_events_formula: { formula: 'b' } }),
    'the formulas of an SLO',
    eventSlo('a - b', { bad_events_formula: { formula: 'b * 2' } }, 'env:prod'),
    ['diff/expression', 'Computes `a - b` instead of `a`.'],
    ['diff/expression', 'Computes `b * 2` instead of `b`.'],
    ['diff/filter-added', 'Filter `env:prod` added.'],
  ),
  of(
    eventSlo('a', { total_events_formula: { formula: 'b' } }),
    'bad events instead of all events',
    eventSlo('a', { bad_events_formula: { formula: 'b' } }),
    [
      'diff/slo-measured',
      'Measured in another way. “Checkout” measures which share of events is good: the sum of `x.a` over all sources, against the bad ones, the sum of `x.b` over all sources. Before: “Checkout” measures which share of events is good: the sum of `x.a` over all sources, out of the sum of `x.b` over all sources.',
    ],
  ),
  of(
    timeSlice('<', 2, 300, 'avg:a.b{*}'),
    'slices without data',
    {
      sli_specification: {
        time_slice: {
          ...timeSlice('<', 2, 300, 'avg:a.b{*}').sli_specification.time_slice,
          no_data_strategy: 'COUNT_AS_DOWNTIME',
        },
      },
    },
    [
      'diff/setting',
      '`no_data_strategy`: What a slice without data counts as, `no_data_strategy` says: `COUNT_AS_DOWNTIME`. Before: A slice without data counts as good.',
    ],
  ),
  of(
    counts('a - b', '0.4'),
    'the formulas and queries of an SLO',
    counts('b', '0.25'),
    ['diff/expression', 'Computes `b` instead of `a - b`.'],
    ['diff/space', 'Combines the sources by `count(v: v <= 0.25)` instead of `count(v: v <= 0.4)`.'],
  ),
  of(
    { ...slo, timeframe: '30d' },
    'the type of an SLO and the window that is shown first',
    { ...timeSlice('<', 2, 300, 'avg:a.b{*}'), name: 'Checkout', timeframe: '7d', query: undefined },
    ['diff/type', 'The type is `time_slice` instead of `metric`.'],
    ['diff/slo-primary', 'Its status is shown over 7 days instead of 30 days.'],
    [
      'diff/slo-measured',
      'Measured in another way. “Checkout” measures the share of time in which the average of `a.b` over all sources is below 2. Before: “Checkout” measures which share of events is good: the sum of `a.good` over all sources, out of the sum of `a.all` over all sources.',
    ],
  ),
  of({ ...slo, type: 'monitor', monitor_ids: [1, 2] }, 'the monitors of an SLO', { monitor_ids: [2, 3] }, [
    'diff/members',
    'Monitors of the SLO: `3` added, `1` removed.',
  ]),
  of(
    board,
    'a widget',
    { widgets: [widget('CPU', 'avg:c.d{*}'), widget('Load', 'sum:a.b{*}')] },
    ['diff/widget-added', 'New widget. Timeseries “CPU”: the average of `c.d` over all sources.'],
    ['diff/space', 'Combines the sources by `sum` instead of `avg`.'],
  ),
  ...lookCases(),
  of(board, 'no widget', { widgets: [] }, ['diff/widget-removed', 'Widget “Load” removed.']),
  {
    ...of(board, 'the order of widgets', {}, ['diff/widget-order', 'The widgets stand in another order.']),
    before: { ...board, widgets: [widget('A', 'avg:a.b{*}'), widget('B', 'avg:a.c{*}')] },
    after: { ...board, widgets: [widget('B', 'avg:a.c{*}'), widget('A', 'avg:a.b{*}')] },
  },
  {
    ...options('a named query that goes', {}, ['diff/query-removed', 'Query `a` removed: `avg:a.b{*}`.']),
    before: { ...monitor, options: { variables: [{ name: 'a', query: 'avg:a.b{*}' }] } },
    after: { ...monitor, options: {} },
  },
]
