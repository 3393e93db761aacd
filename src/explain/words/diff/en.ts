import { sloTimeframes, widgetNamed } from '../../../catalog/index.js'
import {
  isData,
  isNamedByPerson,
  type LookField,
  type LookOf,
  type LookValue,
} from '../../diff/look-fields.js'
import type { LinkState, Topic, WidgetName } from '../../diff/sentences.js'
import type { NotifiedState } from '../../notified.js'
import type { ColourFormat } from '../../sentences/resource.js'
import type { Phrase } from '../../sentences.js'
import type { WindowValue } from '../../window.js'
import { presetWords } from '../en/dashboard.js'
import {
  compared,
  comparedTo,
  distanceWords,
  judgedWords,
  percentileWords,
  plural,
  quantity,
  reducedNoun,
  shareWords,
  sideWords,
  windowWords,
} from '../en/measure.js'
import { methodWords } from '../en/sources.js'
import type { Say } from '../say.js'
import { percentileOf } from '../written-arguments.js'
import { dataWords, lookLabels, lookWords, markerColours } from './looks-en.js'
import type { DiffWords } from './words.js'

const roles = {
  evaluation: 'Window',
  shift: 'Compared with the same span',
  trigger: 'Window of the alert',
  recovery: 'Window of the recovery',
  long: 'Long window',
  short: 'Short window',
  slo: 'Time window of the SLO',
} as const

const judgements = {
  level: 'the level',
  change: 'the change',
  pct_change: 'the change in percent',
} as const

const limits: Readonly<Record<string, string>> = {
  critical: 'Alert threshold',
  warning: 'Warning threshold',
  critical_recovery: 'Recovery threshold of the alert',
  warning_recovery: 'Recovery threshold of the warning',
  ok: 'OK results needed for recovery',
  unknown: 'UNKNOWN results needed for a notification',
}

const runLimits: Readonly<Record<string, string>> = {
  critical: 'CRITICAL results needed for an alert',
  warning: 'WARNING results needed for a warning',
}

const states: Record<NotifiedState, string> = {
  alert: 'on alert',
  warning: 'on warning',
  'alert to warning': 'when an alert eases to a warning',
  'no data': 'on no data',
  unknown: 'on status UNKNOWN',
  recovery: 'on recovery',
  'alert recovery': 'on recovery from an alert',
  'warning recovery': 'on recovery from a warning',
  'no data recovery': 'when data is back',
  renotify: 'on each reminder',
}

const topics: Record<Topic, string> = {
  threshold: 'the threshold',
  window: 'the window',
  groups: 'the grouping',
  filter: 'the filter',
  data: 'what is read',
  computation: 'how the value is computed',
  recovery: 'the recovery',
  'no-data': 'what happens without data',
  repeat: 'how often it repeats',
  recipients: 'who is told',
  message: 'the message',
  settings: 'a setting',
  labels: 'the name, tags or priority',
  target: 'the target',
  widgets: 'the widgets',
  look: 'how widgets look',
  links: 'the custom links',
  text: 'the text of a note',
  other: 'another field',
}

const kinds: Readonly<Record<string, string>> = {
  monitor: 'a monitor',
  slo: 'an SLO',
  dashboard: 'a dashboard',
  'monitor-query': 'a monitor query',
  'metric-query': 'a metric query',
  formula: 'a formula',
  search: 'a search',
  message: 'a message',
}

/** `30 days`. */
function sloDays(timeframe: string, say: Say): string {
  return Object.hasOwn(sloTimeframes, timeframe)
    ? say.unit(sloTimeframes[timeframe as keyof typeof sloTimeframes].days, 'd')
    : say.code(timeframe)
}

const sloParts = { numerator: 'Good events', denominator: 'All events', bad: 'Bad events' } as const

const ofMetric = (of: string | undefined, say: Say) => (of === undefined ? '' : ` (${say.code(of)})`)

function windowLength(window: WindowValue, say: Say): string {
  const isCurrent = window.form === 'current' || window.form === 'next'
  return isCurrent ? windowWords(window, say) : distanceWords(window, say)
}

/** ` 5 → 10 minutes`, ` 5 minutes → 1 hour`, `: 1 hour instead of the current hour so far`. */
function windowChange(before: WindowValue, after: WindowValue, say: Say): string {
  const isPlain = [before, after].every(one => one.form !== 'current' && one.form !== 'next')
  const from =
    isPlain && before.unit === after.unit && after.amount !== 1
      ? say.number(before.amount)
      : windowLength(before, say)
  const isOther = (before.form === 'current') !== (after.form === 'current')
  return isOther
    ? `: ${windowLength(after, say)} instead of ${windowLength(before, say)}`
    : ` ${from} → ${windowLength(after, say)}`
}

const keys = (groups: readonly string[], say: Say) => say.codes(groups).join(', ')

function changed(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `now ${after}; there was none before`
  return after === undefined ? `none any more (it was ${before})` : `${after} instead of ${before}`
}

/** After “Alerts”. */
function alertsAt(comparator: Parameters<typeof comparedTo>[0], shown: string): string {
  const isPlace = comparator === '>' || comparator === '<'
  return isPlace
    ? comparedTo(comparator, shown)
    : `at ${comparedTo(comparator, shown).replace('higher', 'more').replace('lower', 'less')}`
}

const widgetLabel = (type: string, say: Say) => widgetNamed(type)?.label ?? say.code(type)

function widgetName({ title, widget, number }: WidgetName, say: Say): string {
  return title === ''
    ? `Widget ${say.number(number)} (${widgetLabel(widget, say)})`
    : `Widget ${say.quote(title)}`
}

const axes = { xaxis: 'X axis', yaxis: 'Y axis', right_yaxis: 'Right y axis' } as const

/** ` (request 2, “errors”)`, where a widget has several. */
function lookOf({ request, formula }: LookOf, say: Say): string {
  const which = [
    ...(request === undefined ? [] : [`request ${say.number(request)}`]),
    ...(formula === undefined ? [] : [say.quote(formula)]),
  ]
  return which.length === 0 ? '' : ` (${which.join(', ')})`
}

function lookValue(field: LookField, value: LookValue, say: Say): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'object') return say.and(say.codes(value))
  // The id `123456` is no number.
  if (typeof value === 'string' && isData(field)) return dataWords[value] ?? say.code(value)
  // Sizes and limits are numbers in quotes.
  if (typeof value === 'number' || !Number.isNaN(Number(value))) return say.number(Number(value))
  if (field === 'aggregator' && (value === 'min' || value === 'max'))
    return value === 'min' ? 'the lowest value' : 'the highest value'
  if (isNamedByPerson(field)) return say.quote(value)
  // The palette `purple` is many colours.
  return (field === 'palette' ? undefined : lookWords[value]) ?? say.code(value)
}

const places = { background: 'background', text: 'text', image: 'image' } as const

/** `red background where above 5, else green text where 5 or lower`. */
function colours(rules: readonly ColourFormat[], say: Say): string {
  if (rules.length === 0) return 'none'
  return rules.map(rule => colourWords(rule, say)).join(', else ')
}

function colourWords(rule: ColourFormat, say: Say): string {
  if ('range' in rule) return `the colours ${say.code(rule.range)} by the value`
  const { comparator, value, colour, on, own, hidden, during } = rule
  const named = colour === 'custom' ? 'its own' : (lookWords[colour] ?? say.code(colour))
  const notes = [
    ...(during === undefined ? [] : [`compared over ${say.code(during)}`]),
    ...(hidden === true ? ['number hidden'] : []),
  ]
  const noted = notes.length === 0 ? '' : ` (${notes.join(', ')})`
  return `${own === undefined ? named : say.code(own)} ${places[on]} where ${compared(comparator, value, say)}${noted}`
}

function markerStyle(style: string, say: Say): string {
  const words = style.split(' ').map(word => markerColours[word] ?? lookWords[word])
  return words.includes(undefined) ? say.code(style) : words.join(', ')
}

function times(notes: readonly Phrase[], say: Say): string {
  return notes.length === 0 ? 'It shows the time of the dashboard.' : notes.map(say.phrase).join(' ')
}

/** What the arguments of a step are; any other is named as it is written. */
const stepLabels: Readonly<Record<string, string>> = {
  index: 'Index searched',
  indexes: 'Indexes searched',
  source: 'Origin of the errors',
  over: 'Tags required',
  exclude: 'Tags left out',
  last: 'Runs looked at',
}

export const en: DiffWords = {
  'diff/threshold': ({ judged, judgedBefore, before, after, unit, unitBefore = unit }, say) => {
    if (judgedBefore !== undefined)
      return `Alerts when ${judgedWords(judged, after.comparator, after.threshold, say)}. Before: when ${judgedWords(judgedBefore, before.comparator, before.threshold, say)}.`
    const isShare = judged === 'percent-change' || judged === 'budget'
    const was = quantity(before.threshold, isShare ? { name: 'percent' } : (unitBefore ?? undefined), say)
    const is = quantity(after.threshold, isShare ? { name: 'percent' } : unit, say)
    const isSameSide = before.comparator === after.comparator
    const isStrict = after.comparator === '>' || after.comparator === '<'
    const old = isSameSide && isStrict ? was : alertsAt(before.comparator, was)
    return judged === 'value'
      ? `Alerts ${alertsAt(after.comparator, is)} instead of ${old}.`
      : `Alerts when ${judgedWords(judged, after.comparator, after.threshold, say, unit)} instead of ${comparedTo(before.comparator, was)}.`
  },
  'diff/anomaly': ({ before, after }, say) =>
    `Alerts when ${shareWords(after, say)} ${sideWords(after)} the band. Before: when ${shareWords(before, say)} ${sideWords(before)} it.`,
  'diff/window': ({ role, before, after }, say) => {
    if (before !== undefined && after !== undefined) {
      const earlier = role === 'shift' ? ' earlier' : ''
      return `${roles[role]}${windowChange(before, after, say)}${earlier}.`
    }
    return after === undefined
      ? `${roles[role]}: not set any more (it was ${windowLength(before!, say)}).`
      : `${roles[role]}: now ${windowLength(after, say)}; it was not set.`
  },
  'diff/reduction': ({ before, after }, say) =>
    `Takes ${reduction(after, say)} over the window instead of ${reduction(before, say)}.`,
  'diff/judged': ({ before, after, shift }, say) => {
    const since =
      shift === undefined ? '' : ` (against the same span ${say.unit(shift.amount, shift.unit)} earlier)`
    return `Judges ${judgements[after]}${since} instead of ${judgements[before]}.`
  },
  'diff/groups': ({ per, before, after, of }, say) => {
    const what = per === 'alert' ? 'one alert' : 'one line'
    const where = ofMetric(of, say)
    if (after.length === 0) return `Now ${what} for everything${where}.`
    const old = before.length === 0 ? '' : ` instead of per ${keys(before, say)}`
    return `Now ${what} per ${keys(after, say)}${old}${where}.`
  },
  'diff/filter-added': ({ filter, of }, say) => `Filter ${say.code(filter)} added${ofMetric(of, say)}.`,
  'diff/filter-removed': ({ filter, of }, say) => `Filter ${say.code(filter)} removed${ofMetric(of, say)}.`,
  'diff/filter-changed': ({ before, after, of }, say) =>
    `Filter ${say.code(after)} instead of ${say.code(before)}${ofMetric(of, say)}.`,
  'diff/space': ({ before, after, of }, say) =>
    `Combines the sources by ${say.code(after)} instead of ${say.code(before)}${ofMetric(of, say)}.`,
  'diff/metric': ({ before, after }, say) => `Reads ${say.code(after)} instead of ${say.code(before)}.`,
  'diff/function-added': ({ written, of }, say) => `Function ${say.code(written)} added${ofMetric(of, say)}.`,
  'diff/function-removed': ({ written, of }, say) =>
    `Function ${say.code(written)} removed${ofMetric(of, say)}.`,
  'diff/function-order': ({ before, after, of }, say) =>
    `The functions are applied in another order${ofMetric(of, say)}: first ${say.codes(after).join(', then ')}; before, first ${say.codes(before).join(', then ')}.`,
  'diff/argument': ({ function: name, argument, before, after, of }, say) => {
    const which = typeof argument === 'number' ? `argument ${argument}` : say.code(argument)
    const texts = [before, after].map(text => (text === undefined ? undefined : say.code(text)))
    const now =
      texts[1] === undefined ? `not given any more (it was ${texts[0]})` : changed(texts[0], texts[1])
    return `${say.code(name)}: ${which} is ${now}${ofMetric(of, say)}.`
  },
  'diff/expression': ({ before, after }, say) =>
    `Computes ${say.code(after)} instead of ${say.code(before)}.`,
  'diff/source': ({ before, after }, say) => `Looks at ${say.code(after)} instead of ${say.code(before)}.`,
  'diff/step-added': ({ step }, say) => `Step ${say.code(step)} added.`,
  'diff/step-removed': ({ step }, say) => `Step ${say.code(step)} removed.`,
  'diff/step-changed': ({ step, before, after }, say) => {
    const texts = [before, after].map(text => (text === '' ? undefined : say.code(text)))
    const label = stepLabels[step]
    return `${label === undefined ? `${say.code(`.${step}(…)`)} is` : `${label}:`} ${changed(texts[0], texts[1])}.`
  },
  'diff/measured': ({ before, after }, say) =>
    `Measures ${measured(after, say)} instead of ${measured(before, say)}.`,
  'diff/check': ({ before, after }, say) =>
    `Watches the check ${say.code(after)} instead of ${say.code(before)}.`,
  'diff/slo-watched': ({ before, after }, say) =>
    `Watches the SLO ${say.code(after)} instead of ${say.code(before)}.`,
  'diff/slo-measure': ({ after }) =>
    after === 'burn_rate'
      ? 'Watches how fast the error budget is used (burn rate) instead of how much of it is used.'
      : 'Watches how much of the error budget is used instead of how fast (burn rate).',
  'diff/composite': ({ before, after }, say) =>
    `Alerts while ${say.phrase(after)}. Before: while ${say.phrase(before)}.`,
  'diff/type': ({ before, after }, say) => `The type is ${say.code(after)} instead of ${say.code(before)}.`,
  'diff/limit': ({ name, unit, measured, before, after }, say) => {
    const label = (unit === 'runs' ? runLimits[name] : undefined) ?? limits[name] ?? say.code(name)
    const shown = (value: number | undefined) =>
      value === undefined ? undefined : quantity(value, unit === 'percent' ? { name: unit } : measured, say)
    return `${label}: ${changed(shown(before), shown(after))}.`
  },
  'diff/no-data': ({ before, after }, say) =>
    [...after.map(say.phrase), ...before.map(one => `Before: ${say.phrase(one)}`)].join(' '),
  'diff/repeat': ({ before, after }, say) =>
    [...after.map(say.phrase), ...before.map(one => `Before: ${say.phrase(one)}`)].join(' '),
  'diff/setting': ({ name, before, after }, say) => {
    const now = after === undefined ? 'Not set any more.' : say.phrase(after)
    return `${say.code(name)}: ${now} Before: ${before === undefined ? 'Not set.' : say.phrase(before)}`
  },
  'diff/name': ({ before, after }, say) =>
    before === ''
      ? `Now called ${say.quote(after)}.`
      : after === ''
        ? `Has no name any more (it was ${say.quote(before)}).`
        : `Renamed from ${say.quote(before)} to ${say.quote(after)}.`,
  'diff/priority': ({ before, after }, say) => {
    const shown = (value: number | undefined) => (value === undefined ? undefined : `P${say.number(value)}`)
    return `Priority: ${changed(shown(before), shown(after))}.`
  },
  'diff/members': ({ what, added, removed }, say) => {
    const noun = {
      tags: 'Tags',
      groups: 'Groups',
      monitors: 'Monitors of the SLO',
      notified: 'Told when somebody edits it',
      roles: 'Roles that may edit it',
      columns: 'Columns',
    }[what]
    const parts = [
      ...(added.length === 0 ? [] : [`${say.and(say.codes(added))} added`]),
      ...(removed.length === 0 ? [] : [`${say.and(say.codes(removed))} removed`]),
    ]
    return `${noun}: ${parts.join(', ')}.`
  },
  'diff/told': ({ added, handles, states: on, conditions }, say) => {
    const who = say.and(say.codes(handles))
    const always = added ? ' on every change of state' : ''
    const when = on.length === 0 ? always : ` ${say.and(on.map(state => states[state]))}`
    const only = conditions.length === 0 ? '' : ` (only if ${say.and(conditions.map(say.phrase))})`
    const verb = handles.length === 1 ? 'is' : 'are'
    return `${who} ${verb} ${added ? 'now' : 'no longer'} told${when}${only}.`
  },
  'diff/message': ({ before, after }, say) => {
    if (before === '') return `Added to the text of the message: ${say.code(after)}.`
    if (after === '') return `Removed from the text of the message: ${say.code(before)}.`
    return `The text of the message says ${say.code(after)} instead of ${say.code(before)}.`
  },
  'diff/reminder': ({ before, after }, say) => {
    if (before === '') return `Reminders now have a text of their own: ${say.code(after)}.`
    if (after === '') return `Reminders have no text of their own any more (it was ${say.code(before)}).`
    return `The text of reminders says ${say.code(after)} instead of ${say.code(before)}.`
  },
  'diff/described': ({ before, after }, say) => {
    if (before === '') return `Now described as ${say.quote(after)}.`
    if (after === '') return `Has no description any more (it was ${say.quote(before)}).`
    return `Described as ${say.quote(after)} instead of ${say.quote(before)}.`
  },
  'diff/layout': ({ free }) =>
    free
      ? 'Now a free layout: widgets stand where they were put.'
      : 'Now an ordered layout: widgets in a grid, top to bottom.',
  'diff/shown-lines': ({ before, after, ...of }, say) => {
    const shown = (lines: typeof before) =>
      lines === undefined
        ? 'all lines'
        : `only the ${say.number(lines.count)} ${lines.lowest ? 'lowest' : 'highest'} lines`
    return `Shows ${shown(after)}${lookOf(of, say)} instead of ${shown(before)}.`
  },
  'diff/query-added': ({ name, query }, say) => `Query ${say.code(name)} added: ${say.code(query)}.`,
  'diff/query-removed': ({ name, query }, say) => `Query ${say.code(name)} removed: ${say.code(query)}.`,
  'diff/target': ({ timeframe, before, after }, say) =>
    `Target over ${sloDays(timeframe, say)}: ${changed(percent(before, say), percent(after, say))}.`,
  'diff/target-warning': ({ timeframe, before, after }, say) =>
    `Warning target over ${sloDays(timeframe, say)}: ${changed(percent(before, say), percent(after, say))}.`,
  'diff/widget-added': ({ shows }, say) => `New widget. ${say.phrase(shows)}`,
  'diff/widget-regrouped': ({ before, after, ...name }, say) => {
    const group = (title: string) => (title === '' ? 'a group without a title' : `group ${say.quote(title)}`)
    const from = before === undefined ? '' : ` out of ${group(before)}`
    return `${widgetName(name, say)} moved${from}${after === undefined ? '' : ` into ${group(after)}`}.`
  },
  'diff/tab': ({ added, name, widgets }, say) =>
    `Tab ${say.quote(name)} (${plural(widgets, 'widget', 'widgets', say)}) ${added ? 'added' : 'removed'}.`,
  'diff/tab-renamed': ({ before, after }, say) =>
    `Tab ${say.quote(before)} is now called ${say.quote(after)}.`,
  'diff/tab-widgets': ({ name, added, removed }, say) => {
    const names = (widgets: typeof added) =>
      say.and(widgets.map(one => widgetName(one, say).replace('Widget', 'widget')))
    const parts = [
      ...(added.length === 0 ? [] : [`${names(added)} added`]),
      ...(removed.length === 0 ? [] : [`${names(removed)} removed`]),
    ]
    return `On the tab ${say.quote(name)}: ${parts.join(', ')}.`
  },
  'diff/link': ({ name, before, after }, say) => {
    const link = `Custom link ${say.quote(name)}`
    const shown = ({ link: url, hidden }: LinkState) =>
      hidden === true || url === undefined ? '' : `: ${say.code(url)}`
    if (after === undefined) return `${link} removed.`
    if (before === undefined) return `${link} ${after.hidden === true ? 'hidden' : 'added'}${shown(after)}.`
    if (before.hidden !== after.hidden)
      return `${link} is ${after.hidden === true ? 'hidden now' : 'shown again'}${shown(after)}.`
    return `${link} leads to ${say.code(after.link ?? '')} instead of ${say.code(before.link ?? '')}.`
  },
  'diff/events': ({ added, query }, say) =>
    `The events found by ${say.code(query)} are ${added ? 'now' : 'no longer'} drawn over it.`,
  'diff/note': ({ before, after }, say) => {
    if (before === '') return `Added to the text: ${say.quote(after)}.`
    if (after === '') return `Removed from the text: ${say.quote(before)}.`
    return `The text says ${say.quote(after)} instead of ${say.quote(before)}.`
  },
  'diff/widget-removed': (name, say) => `${widgetName(name, say)} removed.`,
  'diff/widget-order': () => 'The widgets stand in another order.',
  'diff/widget-type': ({ before, after }, say) =>
    `Now a widget of type ${widgetLabel(after, say)} instead of ${widgetLabel(before, say)}.`,
  'diff/widget-moved': ({ before, after }, say) =>
    `Moved to x ${say.number(after.x)}, y ${say.number(after.y)} (it was at x ${say.number(before.x)}, y ${say.number(before.y)}).`,
  'diff/widget-placed': ({ added, x, y, width, height }, say) => {
    const place = `x ${say.number(x)}, y ${say.number(y)}, ${say.number(width)} wide and ${say.number(height)} high`
    return added
      ? `Now stands at ${place}; it had no place of its own.`
      : `Has no place of its own any more (it was at ${place}).`
  },
  'diff/widget-resized': ({ before, after }, say) =>
    `Now ${say.number(after.width)} wide and ${say.number(after.height)} high instead of ${say.number(before.width)} and ${say.number(before.height)}.`,
  'diff/widget-time': ({ before, after }, say) => `${times(after, say)} Before: ${times(before, say)}`,
  'diff/request-added': ({ values }, say) => `Now also shows ${values.map(say.phrase).join('; ')}.`,
  'diff/request-removed': ({ values }, say) => `No longer shows ${values.map(say.phrase).join('; ')}.`,
  'diff/look': ({ field, axis, before, after, ...of }, say) => {
    const label = axis === undefined ? lookLabels[field] : `${axes[axis]}: ${lookLabels[field].toLowerCase()}`
    const [was, is] = [before, after].map(value =>
      value === undefined ? undefined : lookValue(field, value, say),
    )
    const now =
      was === undefined
        ? `now ${is} (it was not set)`
        : is === undefined
          ? `not set any more (it was ${was})`
          : `${is} instead of ${was}`
    return `${label}${lookOf(of, say)}: ${now}.`
  },
  'diff/colours': ({ before, after, ...of }, say) =>
    `Colours${lookOf(of, say)}: ${colours(after, say)}. Before: ${colours(before, say)}.`,
  'diff/marker': ({ added, value, style, label }, say) => {
    const notes = [
      ...(label === undefined ? [] : [say.quote(label)]),
      ...(style === undefined ? [] : [markerStyle(style, say)]),
    ]
    return `Marked ${value.includes('<') ? 'range' : 'line'} ${say.code(value)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`} ${added ? 'added' : 'removed'}.`
  },
  'diff/variable-added': ({ name }, say) => `Template variable ${say.code(`$${name}`)} added.`,
  'diff/variable-removed': ({ name }, say) => `Template variable ${say.code(`$${name}`)} removed.`,
  'diff/variable-start': ({ name, before, after }, say) => {
    const shown = (values: readonly string[]) =>
      values.length === 0 ? 'everything' : say.or(say.codes(values))
    return `Template variable ${say.code(`$${name}`)} starts with ${shown(after)} instead of ${shown(before)}.`
  },
  'diff/variable-choices': ({ name, before, after }, say) => {
    const shown = (values: readonly string[]) =>
      values.length === 0 ? 'any value' : say.and(say.codes(values))
    return `To choose from for ${say.code(`$${name}`)}: ${shown(after)} instead of ${shown(before)}.`
  },
  'diff/variable-prefix': ({ name, before, after }, say) => {
    const shown = (prefix: string) => (prefix === '' ? 'a free text' : say.code(prefix))
    return `Template variable ${say.code(`$${name}`)} filters by ${shown(after)} instead of ${shown(before)}.`
  },
  'diff/preset': ({ name, before, after }, say) => {
    const view = `Saved view ${say.quote(name)}`
    if (after === undefined) return `${view} removed.`
    const now = presetWords(after, say)
    return before === undefined
      ? `${view} added${now === '' ? '' : `: ${now}`}.`
      : `${view}: ${now === '' ? 'no values' : now}. Before: ${presetWords(before, say) || 'no values'}.`
  },
  'diff/field': ({ path, before, after }, say) => {
    if (before === undefined) return `The field ${say.code(path)} is new: ${say.code(after ?? '')}.`
    return after === undefined
      ? `The field ${say.code(path)} is gone; it was ${say.code(before)}.`
      : `The field ${say.code(path)} is ${say.code(after)} instead of ${say.code(before)}.`
  },
  'diff/slo-measured': ({ before, after }, say) =>
    `Measured in another way. ${say.phrase(after)} Before: ${say.phrase(before)}`,
  'diff/slo-primary': ({ before, after }, say) =>
    `Its status is shown over ${sloDays(after, say)} instead of ${sloDays(before, say)}.`,
  'diff/slice-limit': ({ before, after, unit }, say) =>
    `A slice of time is good when its value is ${compared(after.comparator, after.threshold, say, unit)} instead of ${compared(before.comparator, before.threshold, say, unit)}.`,
  'diff/slice-length': ({ before, after }, say) =>
    `Time is cut into slices of ${say.seconds(after)} instead of ${say.seconds(before)}.`,
  'diff/rewritten': ({ before, after }, say) =>
    `Another kind of query. ${say.phrase(after)} Before: ${say.phrase(before)}`,
  'diff/unsaid': ({ before, after }, say) =>
    `This change cannot be put into words. Before: ${say.code(before)}. After: ${say.code(after)}.`,
  'diff/kinds': ({ before, after }) =>
    `These are two different things: ${kinds[before] ?? 'something else'} before, ${kinds[after] ?? 'something else'} after.`,
  'diff/only-queries': () => 'One of the two is a query alone, so only the queries are compared.',
  'diff/broken': ({ side }) =>
    `The text ${side === 'before' ? 'before' : 'after'} the change has an error; it is compared as far as it could be read.`,
  'diff/where-query': ({ name }, say) => `Query ${say.code(name)}`,
  'diff/where-part': ({ part }) => sloParts[part],
  'diff/where-widget': widgetName,
  'diff/same': () => 'The two are the same.',
  'diff/only-error': ({ side, stored }) =>
    side === 'before'
      ? 'The text before the change has an error; apart from that, the two say the same.'
      : `The text after the change has an error, so ${stored ? 'the widget would show an error instead of its data' : 'Datadog would refuse it'}${side === 'both' ? ', and the one before it too' : ''}; apart from that, the two say the same.`,
  'diff/only-spelling': () => 'Nothing changes in behaviour: only the spelling differs.',
  'diff/summary': ({ topics: changedTopics }, say) =>
    `What changes: ${say.and(changedTopics.map(topic => topics[topic]))}.`,
}

function percent(value: number | undefined, say: Say): string | undefined {
  return value === undefined ? undefined : `${say.number(value)}%`
}

/** `the lowest point`, for `min`. */
function reduction(aggregator: string, say: Say): string {
  const percentile = percentileOf(aggregator)
  return percentile === undefined
    ? reducedNoun({ aggregator }, say).replace('its', 'the')
    : `the ${percentileWords(percentile, say)}`
}

/** `the number of different values of @usr.id`, for the arguments `cardinality, @usr.id`. */
function measured(text: string, say: Say): string {
  const [method = '', measure] = text.split(', ')
  if (method === 'count') return 'the number of matches'
  return methodWords(method, measure, say).replace(/ (?:of|among|over)$/, '')
}
