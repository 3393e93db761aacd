import type { Lang } from '../explain/index.js'
import type { Simulation, State } from '../simulate/index.js'
import { beginning } from './replay.js'
import type { Scenario } from './scenario.js'
import type { WordKey, Words } from './words/index.js'

/** What a drawing says, in one language. */
export interface DrawingWords {
  readonly words: Words
  readonly value: (value: number) => string
  readonly time: (index: number) => string
  readonly state: (state: State) => string
  readonly share: (share: number) => string
}

const stateWords: Readonly<Record<State, WordKey>> = {
  ok: 'stateOk',
  alert: 'stateAlert',
  warning: 'stateWarning',
  'no data': 'stateNoData',
}

const statuses: readonly WordKey[] = ['statusOk', 'statusWarning', 'statusCritical', 'statusUnknown']

/** Formats are made once for a drawing: dragging a point writes a hundred of them. */
export function drawingWords({ kind, interval }: Scenario, words: Words, lang: Lang): DrawingWords {
  const plain = new Intl.NumberFormat(lang, { maximumSignificantDigits: 4 })
  const compact = new Intl.NumberFormat(lang, { maximumSignificantDigits: 4, notation: 'compact' })
  const percent = new Intl.NumberFormat(lang, { style: 'percent' })
  const clock = timeFormat(interval, lang)
  return {
    words,
    value: value =>
      kind === 'checks'
        ? words(statuses[Math.round(value)] ?? 'statusUnknown')
        : (Math.abs(value) >= 100_000 ? compact : plain).format(value),
    time: index => clock.format((beginning + index * interval) * 1000),
    state: state => words(stateWords[state]),
    share: share => percent.format(share),
  }
}

/** The clock for short spans, the day for long ones. */
function timeFormat(interval: number, lang: Lang): Intl.DateTimeFormat {
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = { month: 'numeric', day: 'numeric' } as const
  const fields = interval >= 86_400 ? day : interval >= 3_600 ? { ...day, ...hour } : hour
  return new Intl.DateTimeFormat(lang, { ...fields, timeZone: 'UTC' })
}

/** What happened at one evaluation. */
export function sentenceAt(
  scenario: Scenario,
  { ticks }: Simulation,
  index: number,
  say: DrawingWords,
): string {
  const tick = ticks[index]
  if (tick === undefined) return ''
  const before = ticks[index - 1]?.state ?? 'ok'
  const isRecovered = tick.state === 'ok' && (before === 'alert' || before === 'warning')
  const state = isRecovered ? `${say.state('ok')} (${say.words('recovered')})` : say.state(tick.state)
  const [group] = tick.groups
  const first = valueSentence(scenario, group?.value, say.time(index), state, say)
  const told = group?.notification
  return told === undefined
    ? first
    : `${first} ${say.words('told', say.state(told.from), say.state(told.to))}`
}

function valueSentence(
  { kind }: Scenario,
  value: number | undefined,
  time: string,
  state: string,
  say: DrawingWords,
): string {
  if (value === undefined || kind === 'checks') return say.words('stateSays', time, state)
  return kind === 'anomaly'
    ? say.words('shareSays', time, say.share(value), state)
    : say.words('windowSays', time, say.value(value), state)
}
