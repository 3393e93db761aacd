import type { Words } from '../words.js'
import { eachWords } from './measure.js'

export const basics = {
  'basics/metric-query': ({ grouped }) =>
    grouped
      ? 'The shape is `aggregator:metric{scope} by {tags}`: how to combine, what to read, from whom, and into which lines to split.'
      : 'The shape is `aggregator:metric{scope}`: how to combine, what to read, from whom.',
  'basics/metric': () =>
    'A metric is a named number that is sent again and again, by every host, container or program that has it. So one name stands for many lines.',
  'basics/tag': () =>
    'A tag is a label such as `env:prod` that each of those sources carries; the scope in `{…}` picks sources by their tags.',
  'basics/order': () =>
    'Read it from the inside out: take the metric, keep the sources in the scope, then combine their values at each moment into one line.',
  'basics/metric-monitor': () =>
    'The shape is `how(window): query comparison limit`: read the query over the window, make one number of it, compare that number with the limit.',
  'basics/event-monitor': () =>
    'The shape is `source("search").steps… comparison limit`: find events, count or measure them, compare the result with the limit.',
  'basics/service-check': ({ share }) =>
    `The shape is \`"check".over(tags).by(tags).last(n).${share ? 'pct' : 'count'}_by_status()\`. There is no limit in the query; it stands in the options.`,
  'basics/composite': () =>
    'Each number is the id of another monitor; `&&` is “and”, `||` is “or”, `!` is “not”.',
  'basics/slo-alert': () =>
    'An SLO promises that a share of events or time is good; the error budget is what may be bad. This monitor watches that budget.',
  'basics/formula': () => 'A formula computes with the results of named queries.',
  'basics/search': () =>
    'Conditions side by side must all hold (AND). `OR` gives a choice, `-` or `NOT` turns the next one round, `@` marks an attribute.',
  'basics/message': () =>
    'Text is sent as it stands; `{{…}}` is replaced, `{{#…}}…{{/…}}` is sent only in some states, `@…` names who is told.',
  'basics/result': ({ grouped, keys }, say) =>
    grouped
      ? `The result: one line over time for each ${eachWords(keys, say)}.`
      : 'The result: one line over time.',
} satisfies Partial<Words>
