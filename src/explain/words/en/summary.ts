import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords } from './clause.js'
import {
  amounts,
  capital,
  changeUnit,
  closed,
  compared,
  distanceWords,
  emptyWords,
  fallOrRise,
  forEach,
  plural,
  reducedNoun,
  reducedWords,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'
import { measureWords, methodNoun } from './sources.js'

const costWords = {
  anomaly: 'the result of its anomaly check',
  change: 'its change',
  forecast: 'its forecast',
} as const

/** `where a and b are set, except c`. */
function checkedWhere(tags: readonly string[], excluded: readonly string[], say: Say): string {
  const except = excluded.length === 0 ? '' : `, except ${say.or(say.codes(excluded))}`
  if (tags.length === 0 || tags.includes('*')) return except
  return ` where ${say.and(say.codes(tags))} ${tags.length === 1 ? 'is' : 'are'} set${except}`
}

function speedWords(comparator: keyof typeof amounts, rate: number, say: Say): string {
  if (rate === 1) return comparator === '>=' ? 'at least as fast as planned' : 'faster than planned'
  return `${amounts[comparator]} ${say.number(rate)} times as fast as planned`
}

export const summary = {
  'summary/several': ({ sentences }, say) => sentences.map(say.phrase).join(' '),
  'summary/metric-query': ({ value }, say) => `${capital(say.phrase(value))}.`,
  'summary/formula': ({ value, bare }, say) =>
    bare
      ? `A formula that shows the query ${say.phrase(value)} as it is.`
      : `A formula: ${say.phrase(value)}.`,
  'summary/search': ({ clause }, say) =>
    clause.is === 'all'
      ? 'Finds everything: the search has no condition.'
      : `Finds events where ${clauseWords(clause, say)}.`,
  'summary/metric-monitor': ({ value, condition, groups }, say) =>
    `${forEach(groups, 'watches', say)} ${say.phrase(value)}, and alerts when ${reducedWords(condition, say)}.`,
  'summary/dynamic-monitor': ({ value, window, groups }, say) =>
    `${forEach(groups, 'watches', say)} ${say.phrase(value)} over ${windowWords(window, say)}, and alerts by a threshold that is itself computed.`,
  'summary/anomaly': ({ value, share, algorithm, groups }, say) =>
    `${forEach(groups, 'watches', say)} ${say.phrase(value)}, and alerts when ${shareWords(share, say)} ${sideWords(share)} the band that the ${say.code(algorithm)} algorithm expects.`,
  'summary/outlier': ({ value, groups, window, algorithm }, say) =>
    `${forEach(groups, 'watches', say)} ${say.phrase(value)}, and alerts when a group behaves unlike the others over ${windowWords(window, say)}, by the ${say.code(algorithm)} algorithm.`,
  'summary/forecast': ({ value, comparator, threshold, unit, horizon, algorithm, groups }, say) =>
    `${forEach(groups, 'watches', say)} ${say.phrase(value)}, and alerts when its ${say.code(algorithm)} forecast says that within ${windowWords(horizon, say)} it will be ${compared(comparator, threshold, say, unit)}.`,
  'summary/change': (
    { value, change, aggregator, window, shift, comparator, threshold, unit, groups },
    say,
  ) =>
    `${forEach(groups, 'watches', say)} ${say.phrase(value)}, and alerts when its change against ${distanceWords(shift, say)} earlier (${reducedNoun({ aggregator }, say).replace('its', 'the')} over ${windowWords(window, say)}) is ${compared(comparator, threshold, say, changeUnit(change, unit))}${fallOrRise(comparator, threshold, changeUnit(change, unit), say)}.`,
  'summary/events': ({ events, window, comparator, threshold, unit }, say) => {
    const limit =
      threshold === undefined ? 'beyond its threshold' : compared(comparator, threshold, say, unit)
    const over = window === undefined ? '' : `, over ${windowWords(window, say)},`
    return `${forEach(events.groups, 'alerts', say)} when${over} ${closed(measureWords({ ...events, groups: [] }, say))} is ${limit}.`
  },
  'summary/formula-monitor': (
    { value, bare, window, method, judged, comparator, threshold, unit, groups },
    say,
  ) => {
    const limit =
      threshold === undefined ? 'beyond its threshold' : compared(comparator, threshold, say, unit)
    const over =
      window === undefined
        ? ''
        : judged === 'forecast'
          ? ` for ${windowWords(window, say).replace(/ so far$/, '')}`
          : ` over ${windowWords(window, say)}`
    const result =
      judged === undefined
        ? method === undefined
          ? 'the result'
          : `${methodNoun(method, say)} of the result`
        : costWords[judged]
    return `${forEach(groups, bare ? 'watches' : 'computes', say)} ${say.phrase(value)}, and alerts when ${result}${over} is ${limit}.`
  },
  'summary/check': ({ check, tags, excluded, groups, critical }, say) => {
    const where = checkedWhere(tags, excluded, say)
    const after =
      critical === undefined
        ? 'after as many CRITICAL results in a row as the thresholds say'
        : `after ${plural(critical, 'CRITICAL result', 'CRITICAL results', say)}${critical === 1 ? '' : ' in a row'}`
    return `${forEach(groups, 'watches', say)} the service check ${say.code(check)}${where}, and alerts ${after}.`
  },
  'summary/check-share': ({ check, tags, excluded, groups, critical }, say) => {
    const where = checkedWhere(tags, excluded, say)
    const limit =
      critical === undefined
        ? 'too many of the checks are'
        : `more than ${say.number(critical)}% of the checks are`
    return `${forEach(groups, 'watches', say)} the service check ${say.code(check)}${where}, and alerts when ${limit} CRITICAL.`
  },
  'summary/composite': ({ value }, say) => `Combines other monitors: alerts while ${say.phrase(value)}.`,
  'summary/burn-rate': ({ slo, name, comparator, rate, longWindow, shortWindow, hoursToEmpty }, say) => {
    const windows = [longWindow, shortWindow]
      .filter(window => window !== undefined)
      .map(window => windowWords(window, say))
    const over = windows.length === 0 ? '' : `, measured over ${windows.join(' and also over ')}`
    const gone =
      hoursToEmpty === undefined ? '' : `, fast enough to empty it in ${emptyWords(hoursToEmpty, say)}`
    return `Alerts when SLO ${name === undefined ? say.code(slo) : say.quote(name)} uses up its error budget ${speedWords(comparator, rate, say)}${gone}${over}.`
  },
  'summary/error-budget': ({ slo, name, comparator, threshold, days }, say) =>
    `Alerts when ${amounts[comparator]} ${say.number(threshold)}% of the error budget of SLO ${name === undefined ? say.code(slo) : say.quote(name)} is used up${days === undefined ? '' : `, counted over ${say.unit(days, 'd')}`}.`,
  'summary/placeholder': () => 'Belongs to a Synthetics test: the test decides when it alerts, not a query.',
  'summary/opaque': () =>
    'This text is not in a form that the documentation describes, so what it does cannot be said here.',
  'summary/broken': () =>
    'The text has an error, so Datadog would refuse it. What could be read of it is explained below.',
  'summary/unreadable': () =>
    'The text has an error, so Datadog would refuse it, and it could not be read far enough to explain it.',
  'summary/empty': () => 'The text is empty: there is nothing to explain.',
  'summary/message': ({ handles }, say) =>
    handles.length === 0
      ? 'A notification message. It names nobody, so by itself it reaches nobody.'
      : `A notification message for ${say.and(say.codes(handles))}.`,
  'summary/nobody': ({ empty }) =>
    empty
      ? 'As it stands nobody would be told: the message is empty.'
      : 'As it stands nobody would be told: the message names no one with `@`.',
  'summary/told': ({ handles }, say) => `It tells ${say.and(say.codes(handles))}.`,
} satisfies Partial<Words>
