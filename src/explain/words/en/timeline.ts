import type { Words } from '../words.js'
import {
  burnWords,
  eachWords,
  judgedWords,
  perWords,
  plural,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'

export const timeline = {
  'time/window': ({ window }, say) =>
    window.form === 'next'
      ? `Each evaluation looks at the forecast for ${windowWords(window, say)}.`
      : `Each evaluation reads ${windowWords(window, say)}.`,
  'time/frequency': ({ minutes }, say) =>
    minutes === 1 ? 'Evaluated every minute.' : `Evaluated every ${say.unit(minutes, 'm')}.`,
  'time/points': ({ points, interval, window }, say) =>
    `One point every ${perWords(interval, say)}: ${windowWords(window, say)} ${window.amount === 1 ? 'holds' : 'hold'} ${plural(points, 'point', 'points', say)}.`,
  'time/points-unpublished': () =>
    'Datadog chooses how many points that is; for monitors the documentation gives no table. `.rollup(…)` would fix it.',
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
  'time/alert-composite': () =>
    'Triggers as soon as the states of the members make the expression true. Alert, Warn and No Data count as true, OK as false; the result, too, can be Alert, Warn or No Data.',
  'time/alert-burn': (values, say) => `Alert when ${burnWords(values, say)}.`,
  'time/recover-composite': () => 'Recovers as soon as the expression is no longer true.',
} satisfies Partial<Words>
