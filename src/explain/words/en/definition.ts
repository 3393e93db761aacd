import type { NotifiedState } from '../../notified.js'
import type { OtherProduct } from '../../other-json.js'
import type { JudgedThreshold, Recipient } from '../../sentences/definition.js'
import type { Phrase } from '../../sentences.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { burnWords, compared, judgedWords, perWords, shareWords, sideWords, windowWords } from './measure.js'
import { resetWords, scheduleWords } from './schedule.js'
import { methodNoun } from './sources.js'

const opposite = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '==': '!=', '!=': '==' } as const

/** When a recovery threshold is passed. Of a forecast, one point beyond the limit is enough to stay. */
function backWords({ comparator, threshold, judged, unit }: JudgedThreshold, say: Say): string {
  return judged === 'forecast'
    ? `no point of the forecast is ${compared(comparator, threshold, say, unit)} any more`
    : judgedWords(judged, opposite[comparator], threshold, say, unit)
}

const states: Record<NotifiedState, string> = {
  alert: 'On alert',
  warning: 'On warning',
  'alert to warning': 'When an alert eases to a warning',
  'no data': 'On no data',
  unknown: 'On status UNKNOWN',
  recovery: 'On recovery',
  'alert recovery': 'On recovery from an alert',
  'warning recovery': 'On recovery from a warning',
  'no data recovery': 'When data is back',
  renotify: 'On each reminder',
}

function recipientsWords(recipients: readonly Recipient<Phrase>[], say: Say): string {
  return say.and(
    recipients.map(({ handle, conditions }) =>
      conditions.length === 0
        ? say.code(handle)
        : `${say.code(handle)} (only if ${say.and(conditions.map(say.phrase))})`,
    ),
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const products: Record<OtherProduct, string> = {
  'prometheus-rule': 'an alerting rule of Prometheus',
  'prometheus-rules': 'a file of rules of Prometheus',
  'grafana-dashboard': 'a dashboard of Grafana',
  'grafana-rule': 'an alert rule of Grafana',
  'cloudwatch-alarm': 'an alarm of Amazon CloudWatch',
  cloudformation: 'a template of AWS CloudFormation',
  'google-policy': 'an alerting policy of Google Cloud',
  'azure-alert': 'an alert rule of Azure Monitor',
  'new-relic-condition': 'an alert condition of New Relic',
  'elastic-watch': 'a watch of Elasticsearch',
  kubernetes: 'a Kubernetes object',
  terraform: 'Terraform configuration or state',
  'datadog-downtime': 'a downtime of Datadog',
  'datadog-synthetics': 'a Synthetics test of Datadog',
  'datadog-list': 'a list of objects: give one of them',
  'datadog-event': 'an event of Datadog',
  'npm-package': 'a package of npm',
}

const reasons = {
  'no-warning': 'no warning threshold is set',
  'no-data-off': 'no data is not notified',
  'no-renotify': 'there is no `renotify_interval`',
} as const

/** https://docs.datadoghq.com/monitors/types/data_observability/ */
const qualities: Readonly<Record<string, string>> = {
  freshness: 'the time since the last update (freshness)',
  row_count: 'the number of rows',
  uniqueness: 'the percentage of unique values',
  nullness: 'the percentage of null values',
  cardinality: 'the number of different values',
  percent_zero: 'the percentage of values equal to zero',
  percent_negative: 'the percentage of negative values',
  custom: 'the value of a custom SQL query',
}

/** What only the JSON of a definition makes an explanation say. */
export const definition = {
  'value/reference-table': ({ table }, say) => `the reference table ${say.code(table)}`,
  'value/filtered-by': ({ base, other, pairs }, say) => {
    const kept = pairs.map(
      pair =>
        `${say.code(pair.base)} is ${pair.excluded ? 'not ' : ''}among ${say.code(pair.other)} of ${say.phrase(other)}`,
    )
    return `${say.phrase(base)}${kept.length === 0 ? '' : `, only where ${say.and(kept)}`}`
  },
  'value/joined-with': ({ base, other, pair, matchedOnly, method, groups }, say) => {
    const joined = `${say.phrase(base)}, joined with ${say.phrase(other)} where ${say.code(pair.base)} equals its ${say.code(pair.other)}`
    const how =
      method === undefined
        ? ''
        : `, and of that ${method === 'count' ? 'the count' : methodNoun(method, say)}`
    const rest = matchedOnly ? ' (what has no match is left out)' : ''
    return `${joined}${rest}${how}${groups.length === 0 ? '' : `${how === '' ? ',' : ''} per ${say.and(say.codes(groups))}`}`
  },
  'value/data-quality': ({ measure, filter, sql, where, groups }, say) => {
    const of = filter === '' ? 'all data' : `the data found by ${say.code(filter)}`
    const rows = where === '' ? '' : `, only the rows where ${say.code(where)}`
    const by = sql === '' ? '' : `, measured by ${say.code(sql)}`
    const per = groups.length === 0 ? '' : `, per ${say.and(say.codes(groups))}`
    return `${qualities[measure] ?? `the measure ${say.code(measure)}`} of ${of}${rows}${by}${per}`
  },
  'value/data-jobs': ({ type, query }, say) =>
    `the runs of ${say.code(type)}${query === '' ? '' : ` found by ${say.code(query)}`}`,
  'summary/no-object': ({ broken }) =>
    broken
      ? 'This looks like JSON, but it is broken: a bracket, a quote or a comma is missing or one too many, so nothing of it can be read.'
      : 'This JSON is a list. Give one monitor, SLO or dashboard of it.',
  'summary/other-json': ({ keys, product }, say) => {
    const seems = product === undefined ? '' : ` It seems to be ${products[product]}.`
    return keys.length === 0
      ? 'This JSON is not a monitor, an SLO or a dashboard.'
      : `This JSON is not a monitor (\`type\` and \`query\`), an SLO (\`type\` and \`thresholds\`) or a dashboard (\`widgets\`).${seems} It has ${say.and(say.codes(keys))}.`
  },
  'summary/draft': () => 'But it is a draft: nothing is sent until it is published.',
  'time/schedule': (schedule, say) =>
    `Evaluated on a schedule of its own: ${scheduleWords(schedule, say)}. Each evaluation that is not OK notifies, whatever the one before said.`,
  'time/reset': (reset, say) => `That window starts again ${resetWords(reset, say)}.`,
  'time/delay': ({ seconds }, say) =>
    `Every evaluation looks ${say.seconds(seconds)} back in time, so that late data still counts.`,
  'time/alert-check': ({ count }, say) =>
    `Alert after ${say.number(count)} CRITICAL ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/alert-check-share': ({ percent }, say) =>
    `Alert when more than ${say.number(percent)}% of the checks are CRITICAL.`,
  'time/warn-check-share': ({ percent }, say) =>
    `Warning when more than ${say.number(percent)}% of the checks are WARNING.`,
  'time/warn': ({ comparator, threshold, judged, unit }, say) =>
    `Warning while ${judgedWords(judged, comparator, threshold, say, unit)} (and not yet an alert).`,
  'time/warn-burn': (values, say) => `Warning when ${burnWords(values, say)} (and it is not yet an alert).`,
  'time/warn-anomaly': (values, say) =>
    `Warning when ${shareWords(values, say)} ${sideWords(values)} the band (and it is not yet an alert).`,
  'time/warn-check': ({ count }, say) =>
    `Warning after ${say.number(count)} WARNING ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/unknown-check': ({ count }, say) =>
    `Unknown after ${say.number(count)} UNKNOWN ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/no-warn': () => 'No warning threshold is set.',
  'time/recover': (values, say) =>
    `Recovers from alert only when ${backWords(values, say)} (recovery threshold); until then it stays in alert.`,
  'time/recover-warning': (values, say) =>
    `Recovers from warning only when ${backWords(values, say)} (recovery threshold).`,
  'time/recover-anomaly': ({ share, window, stated, direction }, say) => {
    const over = window === undefined ? 'the recovery window' : windowWords(window, say)
    const side = direction === 'above' || direction === 'below' ? direction : 'outside'
    const rule =
      share === 0
        ? `no point of ${over} lies ${side} the band any more`
        : `at most ${say.rounded(share * 100)}% of the points of ${over} lie ${side} the band`
    return `Recovers when ${rule} (recovery threshold ${say.number(share)}${stated ? '' : ', the default'}).`
  },
  'time/recover-at-once': ({ state, scheduled, alone }) => {
    const its = state === 'alert' && alone ? 'the' : 'its'
    const when = scheduled
      ? `at the next evaluation where ${its} condition is not true`
      : `as soon as ${its} condition is no longer true`
    if (state === 'warning') return `The warning ends ${when}.`
    return `${alone ? 'Recovers' : 'The alert ends'} ${when}: there is no recovery threshold${alone ? '' : ' for it'}.`
  },
  'time/recover-check': ({ count }, say) =>
    `Recovers after ${say.number(count)} OK ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/no-data-silent': ({ timeframe, composite }, say) =>
    composite
      ? 'Where the result is No Data, nothing is sent and the last known state stays: `notify_no_data` is off.'
      : timeframe === undefined
        ? 'Nothing is sent when data stops: `notify_no_data` is off.'
        : `Nothing is sent when data stops: \`notify_no_data\` is off, so \`no_data_timeframe: ${timeframe}\` notifies nobody. (${say.seconds(timeframe * 60)} is only when the web page shows No Data.)`,
  'time/no-data-notify': ({ grouped, composite, minutes }, say) => {
    const which = composite
      ? 'the result has been No Data'
      : grouped
        ? 'a group has sent nothing'
        : 'nothing has been sent'
    const then = composite
      ? 'this is notified.'
      : `${grouped ? 'it' : 'the state'} becomes No Data and this is notified.`
    return minutes === undefined
      ? `When ${which} for a while, ${then} How long it takes is Datadog's default: no \`no_data_timeframe\` is set.`
      : `When ${which} for ${say.seconds(minutes * 60)}, ${then}`
  },
  'time/missing-default': ({ zero }) =>
    zero === undefined
      ? "When data is missing, Datadog's default applies: a query that counts is read as 0, any other keeps its last state."
      : zero
        ? 'When data is missing, 0 is compared with the thresholds (the default for a count).'
        : 'When data is missing, the last state is kept and the evaluation is skipped (the default).',
  'time/quiet-groups': () =>
    'A group that has no events at all is not read as 0: a limit from below fires for a group that still has some, or when no group has any.',
  'time/missing-show': () => 'When data is missing, the state becomes No Data, but nobody is notified.',
  'time/missing-notify': () => 'When data is missing, the state becomes No Data and this is notified.',
  'time/missing-resolve': () => 'When data is missing, the state becomes OK.',
  'time/repeat-never': () => 'Never repeats: one notification per change of state.',
  'time/repeat': ({ minutes, statuses, occurrences }, say) => {
    const which = ` in the ${statuses.length === 1 ? 'state' : 'states'} ${say.and(say.codes(statuses))}`
    const most = occurrences === undefined ? '' : `, at most ${say.number(occurrences)} times`
    return `Repeats every ${perWords(minutes * 60, say)}${which} until it recovers${most}.`
  },
  'time/told': ({ state, recipients }, say) => `${states[state]}: ${recipientsWords(recipients, say)}.`,
  'time/told-reminder': () => 'A reminder goes to those who are told of the state that lasts.',
  'time/told-every-state': ({ recipients, unguarded, scheduled }, say) => {
    const block = recipients.every(one => one.conditions.length === 0)
      ? 'conditional block'
      : 'block for a state'
    return `${recipientsWords(recipients, say)}: on every ${scheduled ? 'notification' : 'change of state, recovery included'}${unguarded ? ` (no ${block} around the handle)` : ''}.`
  },
  'time/told-nobody-in': ({ states: silent }, say) =>
    `Nobody is told: ${say.and(silent.map(state => lowerFirst(states[state])))}.`,
  'time/told-nobody': ({ empty }) =>
    empty
      ? 'Nobody: `message` is empty. Only a notification rule of the account could still send something.'
      : 'Nobody: `message` names no one with `@`. Only a notification rule of the account could still send something.',
  'told/match': ({ variable, values, exact, negated }, say) => {
    if (exact && values.length === 1 && values[0] === '')
      return `${say.code(variable)} is ${negated ? 'not ' : ''}missing or empty`
    const verb = exact ? (negated ? 'is not' : 'is') : negated ? 'does not contain' : 'contains'
    return `${say.code(variable)} ${verb} ${say.or(say.codes(values))}`
  },
  'told/priority': ({ priority, negated }, say) =>
    `the priority is ${negated ? 'not ' : ''}${say.code(priority)}`,
  'told/block': ({ name, negated }, say) => `the block ${say.code(name)} is ${negated ? 'not ' : ''}true`,
  'caution/no-notification': ({ empty }) =>
    empty
      ? 'Nobody is notified: `message` is empty. Write a text with at least one handle, such as `@slack-…`.'
      : 'Nobody is notified: `message` holds no handle, such as `@slack-…`.',
  'caution/empty-name': () =>
    'The name is empty: in lists and notifications nobody can tell what this monitor is about.',
  'caution/recovery-missing': ({ threshold }, say) =>
    `No recovery threshold: a value that swings around ${say.number(threshold)} alerts and recovers again and again.`,
  'caution/silent-no-data': ({ setting }, say) =>
    `It alerts on low values, but not when data stops altogether: the worst case stays silent. Consider ${say.code(setting)}.`,
  'caution/no-data-timeframe-unused': ({ minutes }) =>
    `\`no_data_timeframe: ${minutes}\` has no effect: \`notify_no_data\` is off.`,
  'caution/unreachable-state': ({ block, reason }, say) =>
    `${say.code(`{{#${block}}}`)} is never reached: ${reasons[reason]}.`,
  'caution/page-on-warning': ({ handle }, say) =>
    `${say.code(handle)} stands outside every conditional block, so it is paged on warnings too. If that is not meant, put it inside \`{{#is_alert}}…{{/is_alert}}\`, and in \`{{#is_recovery}}\` to close the page.`,
  'caution/recovery-silent': ({ handle }, say) =>
    `${say.code(handle)} is told of the alert but not of the recovery, so what it opens stays open.`,
  'caution/variable-not-grouped': ({ variable, key }, say) =>
    `${say.code(`{{${variable}}}`)} stays empty: the query neither groups nor filters by ${say.code(key)}.`,
  'caution/is-match-variable': ({ variable, key }, say) =>
    `A block asks for ${say.code(variable)}, which stays empty: the query neither groups nor filters by ${say.code(key)}. So its answer is always the same.`,
  'caution/cloud-delay': ({ metric }, say) =>
    `${say.code(metric)} comes from a cloud provider and arrives late; an \`evaluation_delay\` of 900 seconds is advised.`,
  'caution/slo-no-threshold': () => 'The SLO has no target.',
  'caution/slo-target': ({ timeframe, target, full }, say) =>
    full
      ? `A target of ${say.number(target)}% (${say.code(timeframe)}) leaves no error budget: a single failure breaks it, and burn-rate alerts have nothing to measure.`
      : `A target of ${say.number(target)}% (${say.code(timeframe)}) is outside of what an SLO takes: above 0% and below 100%.`,
  'caution/slo-warning': ({ timeframe, target, warning }, say) =>
    `The warning of ${say.number(warning)}% (${say.code(timeframe)}) must lie between the target of ${say.number(target)}% and 100%; Datadog refuses it.`,
  'caution/slo-as-count': () =>
    'The events of an SLO are counted: numerator and denominator should use `.as_count()` (or a count of values).',
  'caution/formula-unknown-query': ({ number, title, name }, say) =>
    `Widget ${number}${title === '' ? '' : ` ${say.quote(title)}`}: the formula names ${say.code(name)}, and the request has no such query.`,
  'caution/slo-groups': () =>
    'The queries are not all grouped alike. Datadog divides group by group, so a group that only one of them has gets no status.',
  'caution/variable-unused': ({ name }, say) =>
    `No widget uses the template variable ${say.code(`$${name}`)}.`,
  'change/slo-target': ({ target, to }, say) =>
    `Stricter: ${say.number(to)}% instead of ${say.number(target)}% leaves a tenth of the budget.`,
  'change/dashboard': () =>
    'Filter the whole dashboard: add a template variable and use it in the queries, for example `{$env}`.',
  'basics/slo': () =>
    'An SLO promises a share of good. SLI = the share measured, target = the share promised, error budget = the share that may be bad.',
  'basics/dashboard': () => 'A dashboard only shows data; nothing here alerts.',
  'label/numerator': () => 'Good events, piece by piece',
  'label/denominator': () => 'All events, piece by piece',
  'label/widgets': () => 'Widgets',
} satisfies Partial<Words>
