import { sloTimeframes, widgetNamed } from '../../../catalog/index.js'
import type { ColourFormat, JourneyStep, Preset, WidgetRole } from '../../sentences/resource.js'
import type { ResultUnit } from '../../unit.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords } from './clause.js'
import { compared, eachWords, percentileWords, plural, windowWords } from './measure.js'
import { eventsWords, indexWords, nounWhere } from './sources.js'

/** A search that finds everything. */
const isAll = (query: string) => query.trim() === '' || query.trim() === '*'

/** `Timeseries “CPU”`. */
function titled(widget: string, title: string | undefined, say: Say): string {
  const label = widgetNamed(widget)?.label ?? say.code(widget)
  return title === undefined ? label : `${label} ${say.quote(title)}`
}

const measures: Readonly<Record<string, string>> = {
  good_events: 'good events',
  bad_events: 'bad events',
  good_minutes: 'good minutes',
  bad_minutes: 'bad minutes',
  slo_status: 'status',
  error_budget_remaining: 'remaining error budget',
  burn_rate: 'burn rate',
  error_budget_burndown: 'error budget burndown',
}

/** What a list shows that is not a source of events itself. */
const streams: Readonly<Record<string, string>> = {
  ci_pipeline: 'CI pipeline events',
  ci_test: 'CI test runs',
  event: 'events',
  trace: 'spans',
  issue: 'issues of Error Tracking',
  rum_issue: 'issues of RUM',
  apm_issue: 'issues of APM',
  logs_issue: 'issues of logs',
  logs_pattern: 'patterns of logs',
  logs_transaction: 'transactions of logs',
  security_runtime: 'runtime security signals',
  incidents: 'incidents',
}

const reducers: Readonly<Record<string, string>> = {
  avg: 'the average over',
  sum: 'the sum over',
  min: 'the lowest value of',
  max: 'the highest value of',
  last: 'the latest value of',
  mean: 'the average over',
  area: 'the area under the line over',
  l2norm: 'the L2 norm over',
  percentile: 'the percentile of the query over',
}

const roles: Record<WidgetRole, string> = {
  fill: 'the colour',
  size: 'the size',
  x: 'the x axis',
  y: 'the y axis',
  color: 'the colour',
}

const sloWindows: Readonly<Record<string, string>> = {
  week_to_date: 'this week so far',
  previous_week: 'the previous week',
  month_to_date: 'this month so far',
  previous_month: 'the previous month',
  global_time: 'the time that the dashboard shows',
}

function sloWindow(window: string, say: Say): string {
  return Object.hasOwn(sloTimeframes, window)
    ? say.unit(sloTimeframes[window as keyof typeof sloTimeframes].days, 'd')
    : (sloWindows[window] ?? say.code(window))
}

const earlier: Readonly<Record<string, string>> = {
  hour_before: 'one hour earlier',
  day_before: 'one day earlier',
  week_before: 'one week earlier',
  month_before: 'one month earlier',
}

const spans: Readonly<Record<string, string>> = {
  week_to_date: 'this week so far',
  month_to_date: 'this month so far',
  alert: 'the time around the alert',
}

/** Lines need no word. */
const drawn: Readonly<Record<string, string>> = {
  line: 'lines',
  bars: 'bars',
  area: 'areas',
  overlay: 'overlaid lines',
}

const axes = { xaxis: 'X axis', yaxis: 'Y axis', right_yaxis: 'Right y axis' } as const

const scales: Readonly<Record<string, string>> = { log: 'logarithmic', sqrt: 'square root' }

const summaries: Readonly<Record<string, string>> = {
  groups: 'Counts their groups, not the monitors.',
  combined: 'Counts monitors and their groups.',
}

const apmRows: Readonly<Record<string, string>> = {
  service: 'one row per service',
  resource: 'one row per resource',
  span: 'one row per span',
}

/** `(1) RUM events where …`; the steps of one search say no source. */
function stepWords({ name, source, clause }: JourneyStep, index: number, say: Say): string {
  const what =
    source === undefined ? clauseWords(clause, say) : nounWhere(eventsWords(source, say), clause, say)
  return `(${name === undefined ? index + 1 : say.code(name)}) ${what}`
}

function colourWords(rule: ColourFormat, unit: ResultUnit | undefined, say: Say): string {
  if ('range' in rule) return `${say.code(rule.range)} by the value`
  const { comparator, value, colour, on, own, hidden, during } = rule
  const plain = colour === 'custom' ? (on === 'image' ? 'an image' : 'a colour of its own') : colour
  const shown = own === undefined ? plain : on === 'image' ? `the image ${say.code(own)}` : say.code(own)
  const over = during === undefined ? '' : ` over ${say.code(during)}`
  return `${shown}${hidden === true ? ' without the number' : ''} where ${compared(comparator, value, say, unit)}${over}`
}

/** `` `$env` = `prod` ``. */
export function presetWords(values: Preset['values'], say: Say): string {
  return values.map(one => `${say.code(`$${one.name}`)} = ${say.or(say.codes(one.values))}`).join(', ')
}

const apart = (words: string) => (words === '' ? '' : `, ${words}`)

const periods: Readonly<Record<string, string>> = {
  minute: 'minute by minute',
  hour: 'hour by hour',
  day: 'day by day',
  week: 'week by week',
  month: 'month by month',
  quarter: 'quarter by quarter',
  year: 'year by year',
}

export const dashboard = {
  'summary/dashboard': ({ title, widgets, groups, variables, metrics, allMetrics }, say) => {
    const inside = groups === 0 ? '' : ` and ${plural(groups, 'group', 'groups', say)}`
    const filters =
      variables === 0
        ? ''
        : `, with ${plural(variables, 'template variable', 'template variables', say)} to filter by`
    const shown = say.and(say.codes(metrics))
    const most = `, reading ${say.number(allMetrics)} metrics such as ${shown}`
    const shows = metrics.length === 0 ? '' : allMetrics > metrics.length ? most : `, about ${shown}`
    return `${title.trim() === '' ? 'A dashboard without a title' : `Dashboard ${say.quote(title)}`}: ${plural(widgets, 'widget', 'widgets', say)}${inside}${filters}${shows}.`
  },
  'summary/dashboard-broken': ({ widgets }, say) =>
    widgets === 1
      ? 'A query of one widget has an error; the widget shows an error instead of its data.'
      : `Queries of ${say.number(widgets)} widgets have errors; these widgets show an error instead of their data.`,
  'dashboard/description': ({ text }, say) => `Described as ${say.quote(text)}.`,
  'dashboard/layout': ({ free }) =>
    free
      ? 'Free layout: widgets stand where they were put.'
      : 'Ordered layout: widgets in a grid, top to bottom.',
  'dashboard/variable': ({ name, prefix, defaults, choices, uses, powerpack, groups }, say) => {
    if (groups)
      return `${say.code(`$${name}`)} chooses the tags that widgets group by. At the start: ${defaults.length === 0 ? 'none' : say.and(say.codes(defaults))}.`
    const by =
      prefix === undefined
        ? 'a free text'
        : `the ${prefix.startsWith('@') ? 'attribute' : 'tag'} ${say.code(prefix)}`
    const first = defaults.length === 0 || defaults.includes('*') ? 'everything' : say.or(say.codes(defaults))
    return `${say.code(`$${name}`)} filters by ${by}. At the start: ${first}.${choices.length === 0 ? '' : ` To choose from: ${say.and(say.codes(choices))}.`} ${uses === 0 && powerpack ? 'No widget names it, but a powerpack may use it.' : `Used in ${uses === 0 ? 'no widget' : plural(uses, 'widget', 'widgets', say)}.`}`
  },
  'dashboard/notified': ({ people }, say) =>
    `Told when somebody edits the dashboard: ${say.and(say.codes(people))}.`,
  'dashboard/presets': ({ presets }, say) =>
    `Saved views of the template variables: ${say.and(presets.map(({ name, values }) => `${say.quote(name)}${values.length === 0 ? '' : ` (${presetWords(values, say)})`}`))}.`,
  'dashboard/tabs': ({ tabs }, say) =>
    `Divided into tabs: ${say.and(tabs.map(({ name, widgets }) => `${say.quote(name)} (${plural(widgets, 'widget', 'widgets', say)})`))}.`,
  'dashboard/start': ({ text, window }, say) =>
    `Opens with ${window === undefined ? (spans[text] ?? say.code(text)) : windowWords(window, say)}.`,
  'dashboard/read-only': () =>
    'Only its author and administrators may edit it. Restriction policies are the newer way.',
  'widget/group': ({ title, count }, say) =>
    `Group${title === undefined ? '' : ` ${say.quote(title)}`} with ${plural(count, 'widget', 'widgets', say)}.`,
  'widget/text': ({ kind, text }, say) => {
    const label = kind === 'note' ? 'Note' : 'Free text'
    return text === '' ? `${label} without text.` : `${label}: ${say.quote(text)}.`
  },
  'widget/broken': () => 'Read as far as possible: a query of it has an error (see above).',
  'widget/drawn': ({ as }, say) => `Drawn as ${drawn[as] ?? say.code(as)}.`,
  'widget/reducers': ({ items }, say) =>
    `The numbers: ${items.map(({ name, reducer }) => `${/^\d+$/.test(name) ? `query ${name}` : (roles[name as WidgetRole] ?? say.code(name))} is ${reducers[reducer] ?? `${say.code(reducer)} of`} the time shown`).join(', ')}.`,
  'widget/axis': ({ axis, scale, min, max }, say) => {
    const from = min === undefined ? '' : `from ${say.number(min)}`
    const to = max === undefined ? '' : `${min === undefined ? 'up ' : ''}to ${say.number(max)}`
    const range = [from, to].filter(one => one !== '').join(' ')
    const parts = [
      ...(scale === undefined ? [] : [scales[scale] ?? say.code(scale)]),
      ...(range === '' ? [] : [range]),
    ]
    return `${axes[axis]}: ${parts.join(', ')}.`
  },
  'widget/events': ({ queries }, say) => `Drawn over it: the events found by ${say.and(say.codes(queries))}.`,
  'widget/links': ({ links, hidden }, say) => {
    const own = links.map(({ label, link }) => `${say.quote(label)} (${say.code(link)})`)
    const shown = own.length === 0 ? '' : `Custom links: ${say.and(own)}.`
    const not = hidden.length === 0 ? '' : `Hidden from its menu: ${say.and(hidden.map(say.quote))}.`
    return [shown, not].filter(one => one !== '').join(' ')
  },
  'widget/columns': ({ columns }, say) => `Columns: ${say.and(say.codes(columns))}.`,
  'widget/hosts': ({ groups, scope }, say) => {
    const where =
      scope.length === 0
        ? ''
        : `Only where ${say.and(say.codes(scope))} ${scope.length === 1 ? 'applies' : 'apply'}.`
    const by = groups.length === 0 ? '' : `Grouped by ${say.and(say.codes(groups))}.`
    return [by, where].filter(one => one !== '').join(' ')
  },
  'widget/image': ({ url }, say) => (url === '' ? 'Image.' : `Image ${say.code(url)}.`),
  'widget/frame': ({ url }, say) => `Frame with the page ${say.code(url)}.`,
  'widget/noted': ({ shown, notes }, say) => [shown, ...notes].map(say.phrase).join(' '),
  'widget/data': ({ widget, title, values, reducer }, say) => {
    const shown = values.map(say.phrase)
    if (shown.length === 0) return `${titled(widget, title, say)}.`
    const how = reducer === undefined ? undefined : reducers[reducer]
    const number =
      how === undefined
        ? ''
        : ` ${values.length === 1 && widget === 'query_value' ? 'The number is' : 'Each number is'} ${how} the time shown.`
    return `${titled(widget, title, say)}: ${shown.join('; ')}.${number}`
  },
  'widget/map': ({ widget, title, service, filters, query }, say) =>
    `${titled(widget, title, say)}${service === '' ? '' : `: the services around ${say.code(service)}`}${query === '' ? '' : `${service === '' ? ': the services' : ','} found by ${say.code(query)}`}${filters.length === 0 ? '' : `, where ${say.and(say.codes(filters))} ${filters.length === 1 ? 'applies' : 'apply'}`}.`,
  'widget/workflow': ({ title, id, inputs }, say) => {
    const given = inputs.map(({ name, value }) => `${say.code(name)} = ${say.code(value)}`)
    return `${titled('run_workflow', title, say)}: a button that runs the workflow ${say.code(id)}${given.length === 0 ? '' : ` with ${say.and(given)}`}.`
  },
  'widget/powerpack': ({ title, id, values }, say) =>
    `${titled('powerpack', title, say)}: the widgets of the powerpack ${say.code(id)}${values.length === 0 ? '' : `, with ${presetWords(values, say)}`}.`,
  'widget/slos': ({ title, query, limit }, say) =>
    `${titled('slo_list', title, say)}: ${isAll(query) ? 'all SLOs' : `the SLOs found by ${say.code(query)}`}${limit === undefined ? '' : `, at most ${say.number(limit)}`}.`,
  'widget/compared': ({ against, relative, increaseGood }, say) => {
    const good = increaseGood === undefined ? '' : ` An increase counts as ${increaseGood ? 'good' : 'bad'}.`
    return `Shows the change against ${earlier[against] ?? say.code(against)}${relative ? ', in percent' : ''}.${good}`
  },
  'widget/colours': ({ rules, unit }, say) =>
    `Colours: ${rules.map(rule => colourWords(rule, unit, say)).join(', else ')}.`,
  'widget/markers': ({ lines }, say) =>
    `Marked: ${say.and(lines.map(({ value, label, percentile }) => `${percentile === undefined ? say.code(value) : `the ${percentileWords(percentile, say)}`}${label === undefined ? '' : ` (${say.quote(label)})`}`))}.`,
  'widget/split': ({ keys, limit, chosen }, say) =>
    `One graph for each ${eachWords(keys, say)}${limit === undefined ? '' : `, at most ${say.number(limit)}`}${chosen === 0 ? '' : `; ${say.number(chosen)} of them ${chosen === 1 ? 'is' : 'are'} chosen by hand`}.`,
  'widget/fixed-time': ({ from, to }) =>
    `Its time range is fixed${from === undefined || to === undefined ? '' : ` (${from} to ${to} UTC)`}, whatever the dashboard shows.`,
  'widget/span': ({ text, window }, say) =>
    `Always shows ${window === undefined ? (spans[text] ?? say.code(text)) : windowWords(window, say)}, whatever the dashboard shows.`,
  'widget/alert': ({ widget, title, id }, say) => `${titled(widget, title, say)} of monitor ${say.code(id)}.`,
  'widget/slo': ({ title, id, windows, budget, filter, target }, say) =>
    `${titled('slo', title, say)}: status${budget ? ' and error budget' : ''} of SLO ${say.code(id)}${filter === '' ? '' : `, where ${say.code(filter)} applies,`}${windows.length === 0 ? '' : ` over ${say.and(windows.map(window => sloWindow(window, say)))}`}.${target === undefined || !windows.includes('global_time') ? '' : ` The target for the time shown is ${say.number(Number(target))}%.`}`,
  'widget/check': ({ title, check, tags, groups }, say) => {
    const where =
      tags.length === 0 || tags.includes('*')
        ? ''
        : ` where ${say.and(say.codes(tags))} ${tags.length === 1 ? 'applies' : 'apply'}`
    const each = groups.length === 0 ? '' : `, for each ${eachWords(groups, say)}`
    return `${titled('check_status', title, say)}: the status of the check ${say.code(check)}${where}${each}.`
  },
  'widget/monitors': ({ title, query, summary }, say) => {
    const counts = summary === undefined ? undefined : summaries[summary]
    return `${titled('manage_status', title, say)}: ${isAll(query) ? 'all monitors' : `the monitors found by ${say.code(query)}`}.${counts === undefined ? '' : ` ${counts}`}`
  },
  'widget/stream': ({ widget, title, text }, say) =>
    `${titled(widget, title, say)}: ${isAll(text) ? 'all events' : `the events found by ${say.code(text)}`}.`,
  'widget/service': ({ title, service, env }, say) =>
    `${titled('trace_service', title, say)}: APM${service === '' ? '' : ` of service ${say.code(service)}`}${env === '' ? '' : ` in ${say.code(env)}`}.`,
  'widget/plain': ({ widget, title }, say) => `${titled(widget, title, say)}.`,
  'widget/other': ({ widget, title }, say) =>
    `A widget of type ${say.code(widget)}${title === undefined ? '' : ` (${say.quote(title)})`}, which is not in the documentation; it is passed to Datadog unchanged.`,
  'value/labelled': ({ label, value }, say) => `${say.quote(label)} = ${say.phrase(value)}`,
  'value/top': ({ value, count, lowest }, say) =>
    `${say.phrase(value)} (only the ${say.number(count)} ${lowest ? 'lowest' : 'highest'})`,
  'value/events-of': ({ source, clause, indexes, groups }, say) => {
    const stream = source.replace(/_stream$/, '')
    const per = groups.length === 0 ? '' : `, per ${say.and(say.codes(groups))}`
    return `${nounWhere(`${streams[stream] ?? eventsWords(stream, say)}${indexWords(indexes, say)}`, clause, say)}${per}`
  },
  'value/role': ({ role, value, label }, say) =>
    `${roles[role]}${label === undefined ? '' : ` ${say.quote(label)}`} = ${say.phrase(value)}`,
  'value/drawn': ({ value, as, right }, say) => {
    const notes = [
      ...(as === undefined ? [] : [`as ${drawn[as] ?? say.code(as)}`]),
      ...(right ? ['on the right y axis'] : []),
    ]
    return `${notes.join(', ')}: ${say.phrase(value)}`
  },
  'value/slo-measure': ({ id, measure, filter, each }, say) =>
    `${measures[measure] ?? say.code(measure)} of SLO ${say.code(id)}${filter === '' ? '' : ` where ${say.code(filter)} applies`}${each ? ', for each of its groups or monitors' : ''}`,
  'value/process': ({ source, metric, filter, tags }, say) => {
    const tagged =
      tags.length === 0
        ? ''
        : `${filter === '' ? ' with' : ' and carry'} ${tags.length === 1 ? 'the tag' : 'the tags'} ${say.and(say.codes(tags))}`
    return `${say.code(metric)} of ${source === 'container' ? 'containers' : 'processes'}${filter === '' ? '' : ` that match ${say.code(filter)}`}${tagged}`
  },
  'value/apm': ({ stat, service, operation, resource, env, groups }, say) =>
    `APM statistic ${say.code(stat)} of ${resource === '' ? '' : `the resource ${say.code(resource)} of `}${operation === '' ? '' : `the operation ${say.code(operation)} of `}service ${say.code(service)}${env === '' ? '' : ` in the environment ${say.code(env)}`}${groups.length === 0 ? '' : `, per ${say.and(say.codes(groups))}`}`,
  'value/apm-table': ({ rows, service, operation, resource, env, tag, columns }, say) => {
    const of = [
      ...(operation === '' ? [] : [`the operation ${say.code(operation)}`]),
      ...(resource === '' ? [] : [`the resource ${say.code(resource)}`]),
      ...(service === '' ? [] : [`the service ${say.code(service)}`]),
    ]
    const where = [
      ...(env === '' ? [] : [`in the environment ${say.code(env)}`]),
      ...(tag === '' ? [] : [`where the tag ${say.code(tag)} is set`]),
    ]
    const row = apmRows[rows] ?? (rows === '' ? '' : `one row per ${say.code(rows)}`)
    const shown = columns.length === 0 ? '' : `with ${say.and(say.codes(columns))}`
    return `APM statistics${of.length === 0 ? '' : ` of ${of.join(' of ')}`}${where.map(one => ` ${one}`).join('')}${apart(row)}${apart(shown)}`
  },
  'value/funnel': ({ among, expression, steps, groups }, say) => {
    const from =
      among === undefined ? '' : ` among ${nounWhere(eventsWords(among.source, say), among.clause, say)}`
    const each = groups.length === 0 ? '' : `, for each ${eachWords(groups, say)}`
    if (steps.length === 0) return `a funnel without a step yet${from}`
    const shown = steps.map((step, index) => stepWords(step, index, say)).join(', ')
    const joined = expression === undefined ? '' : `, joined as ${say.code(expression)}`
    return steps.length === 1
      ? `how many reach the only step${from}${each}: ${shown}${joined}`
      : `how many go on from each step to the next${from}${each}: ${shown}${joined}`
  },
  'value/paths': ({ source, clause, towards, end }, say) => {
    const events = nounWhere(eventsWords(source, say), clause, say)
    const where = end === '' ? events : `${say.code(end)}, among ${events}`
    return `the paths ${towards ? 'that lead to' : 'that start from'} ${where}`
  },
  'value/flow': ({ source, clause, groups }, say) =>
    `how ${nounWhere(eventsWords(source, say), clause, say)} go from ${say.codes(groups).join(' to ')}`,
  'value/retention': ({ entity, start, back, later, period }, say) => {
    const who = entity === '' ? 'users' : `different values of ${say.code(entity)}`
    const returned =
      back === undefined ? 'come back' : `come back with an event where ${clauseWords(back, say)}`
    const when = period === undefined ? '' : `, ${periods[period] ?? `per ${say.code(period)}`}`
    return `how many ${who} that begin with an event where ${clauseWords(start, say)} ${returned}${when}${later ? ', in that period or a later one' : ''}`
  },
} satisfies Partial<Words>
