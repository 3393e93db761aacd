import type { NotifiedState } from '../../../query/index.js'
import type { Recipient } from '../../sentences/definition.js'
import type { Phrase } from '../../sentences.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { eachWords, judgedWords, perWords, shareWords, sideWords, windowWords } from './measure.js'
import { resetWords, scheduleWords } from './schedule.js'

const opposite = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '==': '!=', '!=': '==' } as const

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

export const timeline = {
  'time/window': ({ window }, say) =>
    window.form === 'next'
      ? `Each evaluation looks at the forecast for ${windowWords(window, say)}.`
      : `Each evaluation reads ${windowWords(window, say)}.`,
  'time/frequency': ({ minutes }, say) =>
    minutes === 1 ? 'Evaluated every minute.' : `Evaluated every ${say.unit(minutes, 'm')}.`,
  'time/schedule': (schedule, say) =>
    `Evaluated on a schedule of its own: ${scheduleWords(schedule, say)}. Each evaluation that is not OK notifies, whatever the one before said.`,
  'time/reset': (reset, say) => `That window starts again ${resetWords(reset, say)}.`,
  'time/points': ({ points, interval, window }, say) =>
    `One point every ${say.unit(interval, 's')}: ${windowWords(window, say)} hold ${say.number(points)} points.`,
  'time/points-unpublished': () =>
    'Datadog chooses how many points that is; for monitors the documentation gives no table. `.rollup(…)` would fix it.',
  'time/delay': ({ seconds }, say) =>
    `Every evaluation looks ${say.seconds(seconds)} back in time, so that late data still counts.`,
  'time/counts-first': ({ aggregator }, say) =>
    `Counts first: every part is reduced over the window (${say.code(aggregator)}), then the arithmetic is done once on the results, not point by point.`,
  'time/one-group': () => 'One state for everything together (simple alert).',
  'time/groups': ({ keys, notifyBy }, say) => {
    const own = `Each ${eachWords(keys, say)} has a state of its own (multi alert)`
    if (notifyBy === undefined) return `${own} and notifies on its own.`
    return notifyBy.includes('*')
      ? `${own}, but there is one notification for all together (\`notify_by\`).`
      : `${own}, but notifications are grouped by ${say.and(say.codes(notifyBy))} (\`notify_by\`).`
  },
  'time/every-tag': () => 'Each combination of all tags has a state of its own (multi alert).',
  'time/alert': ({ comparator, threshold, judged, unit }, say) =>
    judged === 'outlier' && threshold === 0
      ? 'Alert while a group is an outlier.'
      : `Alert while ${judgedWords(judged, comparator, threshold, say, unit)}.`,
  'time/alert-anomaly': (values, say) =>
    `Alert when ${shareWords(values, say)} ${sideWords(values)} the band.`,
  'time/alert-check': ({ count }, say) =>
    `Alert after ${say.number(count)} CRITICAL ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/alert-check-share': ({ percent }, say) =>
    `Alert when more than ${say.number(percent)}% of the checks are CRITICAL.`,
  'time/warn-check-share': ({ percent }, say) =>
    `Warning when more than ${say.number(percent)}% of the checks are WARNING.`,
  'time/alert-composite': () =>
    'Alert as soon as the states of the members make the expression true. Alert, Warn and No Data count as true, OK as false.',
  'time/alert-burn': ({ comparator, rate, longWindow, shortWindow }, say) =>
    `Alert when ${judgedWords('burn-rate', comparator, rate, say)} over ${say.and([longWindow, shortWindow].filter(window => window !== undefined).map(window => windowWords(window, say)))}.`,
  'time/warn': ({ comparator, threshold, judged, unit }, say) =>
    `Warning while ${judgedWords(judged, comparator, threshold, say, unit)} (and not yet an alert).`,
  'time/warn-anomaly': (values, say) =>
    `Warning when ${shareWords(values, say)} ${sideWords(values)} the band (and it is not yet an alert).`,
  'time/warn-check': ({ count }, say) =>
    `Warning after ${say.number(count)} WARNING ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/unknown-check': ({ count }, say) =>
    `Unknown after ${say.number(count)} UNKNOWN ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/no-warn': () => 'No warning threshold is set.',
  'time/recover': ({ comparator, threshold, judged, unit }, say) =>
    `Recovers from alert only when ${judgedWords(judged, opposite[comparator], threshold, say, unit)} (recovery threshold); until then it stays in alert.`,
  'time/recover-warning': ({ comparator, threshold, judged, unit }, say) =>
    `Recovers from warning only when ${judgedWords(judged, opposite[comparator], threshold, say, unit)} (recovery threshold).`,
  'time/recover-anomaly': ({ share, window, stated, direction }, say) => {
    const over = window === undefined ? 'the recovery window' : windowWords(window, say)
    const side = direction === 'above' || direction === 'below' ? direction : 'outside'
    const rule =
      share === 0
        ? `no point of ${over} lies ${side} the band any more`
        : `at most ${say.rounded(share * 100)}% of the points of ${over} lie ${side} the band`
    return `Recovers when ${rule} (recovery threshold ${say.number(share)}${stated ? '' : ', the default'}).`
  },
  'time/recover-at-once': ({ state }) =>
    state === 'alert'
      ? 'Recovers as soon as the condition is no longer true: there is no recovery threshold.'
      : 'The warning ends as soon as its condition is no longer true.',
  'time/recover-check': ({ count }, say) =>
    `Recovers after ${say.number(count)} OK ${count === 1 ? 'result' : 'results in a row'}.`,
  'time/recover-composite': () => 'Recovers as soon as the expression is no longer true.',
  'time/no-data-silent': ({ timeframe }, say) =>
    timeframe === undefined
      ? 'Nothing is sent when data stops: `notify_no_data` is off.'
      : `Nothing is sent when data stops: \`notify_no_data\` is off, so \`no_data_timeframe: ${timeframe}\` notifies nobody. (${say.seconds(timeframe * 60)} is only when the web page shows No Data.)`,
  'time/no-data-notify': ({ grouped, minutes }, say) => {
    const which = grouped ? 'a group has sent nothing' : 'nothing has been sent'
    const then = grouped
      ? 'it becomes No Data and this is notified.'
      : 'the state becomes No Data and this is notified.'
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
    const which =
      statuses === undefined
        ? ''
        : ` in the ${statuses.length === 1 ? 'state' : 'states'} ${say.and(say.codes(statuses))}`
    const most = occurrences === undefined ? '' : `, at most ${say.number(occurrences)} times`
    return `Repeats every ${perWords(minutes * 60, say)}${which} until it recovers${most}.`
  },
  'time/told': ({ state, recipients }, say) => `${states[state]}: ${recipientsWords(recipients, say)}.`,
  'time/told-reminder': () => 'A reminder goes to those who are told of the state that lasts.',
  'time/told-every-state': ({ recipients }, say) =>
    `${recipientsWords(recipients, say)}: on every change of state, recovery included (no conditional block around the handle).`,
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
} satisfies Partial<Words>
