import { widgetNamed } from '../../../catalog/index.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { plural } from './measure.js'
import { eventsWhere } from './sources.js'

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

export const dashboard = {
  'summary/dashboard': ({ title, widgets, groups, variables, metrics }, say) => {
    const inside = groups === 0 ? '' : ` and ${plural(groups, 'group', 'groups', say)}`
    const filters =
      variables === 0
        ? ''
        : `, with ${plural(variables, 'template variable', 'template variables', say)} to filter them`
    const shows = metrics.length === 0 ? '' : `, mostly about ${say.and(say.codes(metrics))}`
    return `Dashboard ${say.quote(title)}: ${plural(widgets, 'widget', 'widgets', say)}${inside}${filters}${shows}.`
  },
  'dashboard/description': ({ text }, say) => `Described as ${say.quote(text)}.`,
  'dashboard/layout': ({ free }) =>
    free
      ? 'Free layout: widgets stand where they were put.'
      : 'Ordered layout: widgets in a grid, top to bottom.',
  'dashboard/variable': ({ name, prefix, defaults, uses }, say) => {
    const by = prefix === undefined ? 'a free text' : `the tag ${say.code(prefix)}`
    const first = defaults.length === 0 || defaults.includes('*') ? 'everything' : say.or(say.codes(defaults))
    return `${say.code(`$${name}`)} filters by ${by}. At the start: ${first}. Used in ${plural(uses, 'query', 'queries', say)}.`
  },
  'widget/group': ({ title, count }, say) =>
    `Group${title === undefined ? '' : ` ${say.quote(title)}`} with ${plural(count, 'widget', 'widgets', say)}.`,
  'widget/text': ({ kind, text }, say) => `${kind === 'note' ? 'Note' : 'Free text'}: ${say.quote(text)}.`,
  'widget/image': () => 'Image.',
  'widget/frame': ({ url }, say) => `Frame with the page ${say.code(url)}.`,
  'widget/data': ({ widget, title, values }, say) => {
    const shown = values.map(say.phrase)
    return shown.length === 0
      ? `${titled(widget, title, say)}.`
      : `${titled(widget, title, say)}: ${shown.join('; ')}.`
  },
  'widget/alert': ({ widget, title, id }, say) => `${titled(widget, title, say)} of monitor ${say.code(id)}.`,
  'widget/slo': ({ title, id, windows }, say) =>
    `${titled('slo', title, say)}: status and error budget of SLO ${say.code(id)}${windows.length === 0 ? '' : ` over ${say.and(say.codes(windows))}`}.`,
  'widget/check': ({ title, check, tags }, say) =>
    `${titled('check_status', title, say)}: the state of ${say.code(check)}${tags.length === 0 || tags.includes('*') ? '' : ` where ${say.and(say.codes(tags))} applies`}.`,
  'widget/monitors': ({ title, query }, say) =>
    `${titled('manage_status', title, say)}: the monitors found by ${say.code(query)}.`,
  'widget/stream': ({ widget, title, text }, say) =>
    `${titled(widget, title, say)}: ${text === '' ? 'everything' : say.code(text)}.`,
  'widget/service': ({ title, service, env }, say) =>
    `${titled('trace_service', title, say)}: APM of service ${say.code(service)}${env === '' ? '' : ` in ${say.code(env)}`}.`,
  'widget/plain': ({ widget, title }, say) => `${titled(widget, title, say)}.`,
  'widget/other': ({ widget }, say) =>
    `A widget of type ${say.code(widget)}, which is not in the documentation; it is passed to Datadog unchanged.`,
  'value/labelled': ({ label, value }, say) => `${say.quote(label)} = ${say.phrase(value)}`,
  'value/top': ({ value, count, lowest }, say) =>
    `${say.phrase(value)} (only the ${say.number(count)} ${lowest ? 'lowest' : 'highest'})`,
  'value/events-of': ({ source, clause }, say) => eventsWhere({ source, clause }, say),
  'value/slo-measure': ({ id, measure }, say) =>
    `${measures[measure] ?? say.code(measure)} of SLO ${say.code(id)}`,
  'value/process': ({ source, metric, filter }, say) =>
    `${say.code(metric)} of ${source === 'container' ? 'containers' : 'processes'}${filter === '' ? '' : ` that match ${say.code(filter)}`}`,
  'value/apm': ({ stat, service }, say) => `APM statistic ${say.code(stat)} of service ${say.code(service)}`,
} satisfies Partial<Words>
