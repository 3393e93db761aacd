import type { Lang } from '../explain/index.js'
import type { MonitorDefinition } from '../model/index.js'
import type { MonitorQuery } from '../query/index.js'
import type { Simulation, State, Tick } from '../simulate/index.js'
import { backdrop, type Frame, frameFor, type Limit, type Picture, setSize } from './chart.js'
import { drawn, element, setAttributes } from './elements.js'
import { beginning, type ExtraThresholds, reasonsAgainst, replay } from './replay.js'
import { type Scenario, scenarioOf, type Undrawn } from './scenario.js'
import type { WordKey, Words } from './words.js'

/** What the drawing is about. */
export interface Subject {
  readonly monitor: MonitorDefinition
  readonly node: MonitorQuery
}

/** The drawing of how a monitor behaves. */
export interface Drawing {
  /** A reason instead of a subject is shown as a sentence. */
  readonly show: (subject: Subject | WordKey, words: Words, lang: Lang) => void
}

const stateWords: Readonly<Record<State, WordKey>> = {
  ok: 'stateOk',
  alert: 'stateAlert',
  warning: 'stateWarning',
  'no data': 'stateNoData',
}

const statuses: readonly WordKey[] = ['statusOk', 'statusWarning', 'statusCritical', 'statusUnknown']

/** Puts an empty drawing into an element. */
export function createDrawing(parent: HTMLElement): Drawing {
  let stop = () => {}
  let shown = ''
  return {
    show: (subject, words, lang) => {
      const identity = JSON.stringify([subject, lang])
      // What the reader dragged stays while an edit elsewhere changes nothing here.
      if (identity === shown) return
      shown = identity
      stop()
      stop = () => {}
      if (typeof subject === 'string') return parent.replaceChildren(note(words(subject)))
      const scenario = scenarioOf(subject.monitor, subject.node)
      if (typeof scenario === 'string') return parent.replaceChildren(...refusal(scenario, subject, words))
      stop = drawScenario(parent, scenario, words, lang)
    },
  }
}

const note = (text: string) => element('p', { class: 'note' }, text)

function refusal(reason: Undrawn, { monitor }: Subject, words: Words): readonly Node[] {
  const first = note(words(reason))
  const reasons = reason === 'behaviourNotSimulated' ? reasonsAgainst(monitor) : []
  if (reasons.length === 0) return [first]
  const items = reasons.map(each => element('li', { lang: 'en' }, each))
  return [first, note(words('behaviourUnsupported')), element('ul', { class: 'reasons' }, ...items)]
}

function drawScenario(parent: HTMLElement, scenario: Scenario, words: Words, lang: Lang): () => void {
  const { shape } = scenario
  let values: (number | undefined)[] = [...shape.values]
  let selected = Math.min(14, values.length - 1)
  let extra = givenThresholds(scenario)
  let simulation = replay(scenario, values, extra)
  let frame: Frame | undefined

  const behind = drawn('g')
  const points = shape.values.map(() => pointNode())
  const svg = drawn('svg', { class: 'chart', role: 'group' }, behind, ...points)
  const says = element('p', { class: 'says', role: 'status', 'aria-live': 'polite' })
  const holder = element('div', { class: 'chart-holder' }, svg)
  const fields = thresholdFields(scenario, extra, words, next => {
    extra = next
    run()
  })
  const reset = element('button', { type: 'button', class: 'quiet' }, words('reset'))
  setAttributes(svg, { 'aria-label': words('behaviour') })

  const picture = (): Picture => ({
    shape,
    values,
    selected,
    evaluated: values.map((_, index) => evaluatedAt(scenario, simulation.ticks[index])),
    limits: limitsOf(scenario, extra, words),
    steps: scenario.kind === 'checks',
    valueText: value => valueText(scenario, value, words, lang),
    timeText: index => timeText(scenario.interval, index, lang),
    stateText: state => words(stateWords[state]),
  })
  const paint = () => {
    const current = picture()
    frame = frameFor(current, Math.max(280, holder.clientWidth))
    setSize(svg, frame)
    behind.replaceChildren(...backdrop(current, frame))
    points.forEach((point, index) => placePoint(point, index, current, frame!, words))
    says.textContent = sentenceAt(scenario, simulation, selected, picture(), words, lang)
  }
  const run = () => {
    simulation = replay(scenario, values, extra)
    paint()
  }
  const change = (index: number, value: number | undefined) => {
    values = values.with(index, value === undefined ? undefined : snapped(scenario, value))
    selected = index
    run()
  }
  const choose = (index: number) => {
    selected = Math.max(0, Math.min(values.length - 1, index))
    paint()
    points[selected]!.focus({ preventScroll: true })
  }

  dragging(svg, () => frame, choose, change)
  svg.addEventListener('keydown', event => {
    if (pressed(event, scenario, values, selected, choose, change)) event.preventDefault()
  })
  svg.addEventListener('focusin', event => {
    const index = points.indexOf(event.target as SVGGElement)
    if (index !== -1 && index !== selected) {
      selected = index
      paint()
    }
  })
  reset.addEventListener('click', () => {
    values = [...shape.values]
    run()
  })
  const observer = new ResizeObserver(() => paint())
  parent.replaceChildren(
    element('p', { class: 'help', id: 'drawing-help' }, words('behaviourHelp')),
    holder,
    says,
    legendOf(scenario, words),
    element('div', { class: 'drawing-tools' }, ...fields, reset),
    element('p', { class: 'note small' }, words(aboutOf(scenario))),
  )
  observer.observe(holder)
  paint()
  return () => observer.disconnect()
}

function aboutOf({ kind }: Scenario): WordKey {
  const about = { values: 'oneGroup', counts: 'drawnCounts', checks: 'drawnChecks', anomaly: 'drawnAnomaly' } as const
  return about[kind]
}

function givenThresholds({ monitor }: Scenario): ExtraThresholds {
  const { warning, critical_recovery } = monitor.options?.thresholds ?? {}
  return {
    ...(typeof warning === 'number' ? { warning } : {}),
    ...(typeof critical_recovery === 'number' ? { critical_recovery } : {}),
  }
}

function evaluatedAt(scenario: Scenario, tick: Tick | undefined) {
  const group = tick?.groups[0]
  const reach = tick === undefined ? 0 : Math.round((tick.window.to - tick.window.from) / scenario.interval)
  const isLine = scenario.kind === 'values' || scenario.kind === 'counts'
  const { lowest, highest } = scenario.shape
  const value = group?.value
  const fits = isLine && value !== undefined && value >= lowest && value <= highest
  return {
    state: tick?.state ?? 'ok',
    reach: scenario.kind === 'checks' ? (group?.points.length ?? 0) : reach,
    ...(fits ? { value } : {}),
  }
}

function limitsOf(scenario: Scenario, extra: ExtraThresholds, words: Words): readonly Limit[] {
  const { critical, shape, kind, monitor } = scenario
  if (critical === undefined || kind === 'anomaly' || kind === 'checks') return []
  const { warning_recovery } = monitor.options?.thresholds ?? {}
  const limits: readonly (readonly [Limit['kind'], WordKey, number | null | undefined])[] = [
    ['alert', 'threshold', critical],
    ['warning', 'warnLine', extra.warning],
    ['recovery', 'recoveryLine', extra.critical_recovery],
    ['recovery', 'warnRecoveryLine', warning_recovery],
  ]
  return limits.flatMap(([kind, word, value]) =>
    typeof value === 'number' && value >= shape.lowest && value <= shape.highest
      ? [{ kind, value, label: `${words(word)} ${value}` }]
      : [],
  )
}

function pointNode(): SVGGElement {
  return drawn(
    'g',
    { class: 'point', role: 'slider', 'aria-orientation': 'vertical', 'aria-describedby': 'drawing-help' },
    drawn('circle', { class: 'hit', r: 14 }),
    drawn('circle', { class: 'dot', r: 4.5 }),
  )
}

function placePoint(point: SVGGElement, index: number, picture: Picture, { x, y }: Frame, words: Words): void {
  const value = picture.values[index]
  const { lower, upper } = picture.shape.band ?? {}
  const isOut = value !== undefined && (value > (upper?.[index] ?? value) || value < (lower?.[index] ?? value))
  setAttributes(point, {
    class: `point${value === undefined ? ' missing' : ''}${isOut ? ' outside' : ''}${index === picture.selected ? ' selected' : ''}`,
    transform: `translate(${x(index)} ${y(value ?? picture.shape.lowest)})`,
    tabindex: index === picture.selected ? 0 : -1,
    'data-index': index,
    'aria-label': words('point', picture.timeText(index)),
    'aria-valuemin': picture.shape.lowest,
    'aria-valuemax': picture.shape.highest,
    'aria-valuenow': value ?? picture.shape.lowest,
    'aria-valuetext': value === undefined ? words('noPoint') : picture.valueText(value),
  })
}

function dragging(
  svg: SVGSVGElement,
  frameNow: () => Frame | undefined,
  choose: (index: number) => void,
  change: (index: number, value: number) => void,
): void {
  let dragged: number | undefined
  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = svg.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }
  svg.addEventListener('pointerdown', event => {
    const frame = frameNow()
    if (frame === undefined || event.button !== 0) return
    const index = frame.indexAt(place(event).x)
    choose(index)
    const isPoint = event.target instanceof Element && event.target.closest('.point') !== null
    if (!isPoint) return
    dragged = index
    svg.setPointerCapture(event.pointerId)
    event.preventDefault()
  })
  svg.addEventListener('pointermove', event => {
    const frame = frameNow()
    if (dragged !== undefined && frame !== undefined) change(dragged, frame.valueAt(place(event).y))
  })
  const drop = () => {
    dragged = undefined
  }
  svg.addEventListener('pointerup', drop)
  svg.addEventListener('pointercancel', drop)
}

/** Carries out a key; false for one that means nothing here. */
function pressed(
  { key }: KeyboardEvent,
  { shape }: Scenario,
  values: readonly (number | undefined)[],
  selected: number,
  choose: (index: number) => void,
  change: (index: number, value: number | undefined) => void,
): boolean {
  const value = values[selected]
  const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
  const lifts: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }
  if (moves[key] !== undefined) choose(selected + moves[key])
  else if (key === 'Home') choose(0)
  else if (key === 'End') choose(values.length - 1)
  else if (lifts[key] !== undefined) {
    const next = (value ?? shape.values[selected]!) + lifts[key] * shape.step
    change(selected, Math.max(shape.lowest, Math.min(shape.highest, next)))
  } else if (key === 'Delete' || key === 'Backspace') {
    change(selected, value === undefined ? shape.values[selected] : undefined)
  } else return false
  return true
}

function snapped({ kind, shape }: Scenario, value: number): number {
  if (kind === 'checks') return Math.max(0, Math.min(3, Math.round(value)))
  if (kind === 'counts') return Math.max(0, Math.round(value / shape.step) * shape.step)
  return Number(value.toPrecision(4))
}

function thresholdFields(
  scenario: Scenario,
  given: ExtraThresholds,
  words: Words,
  changed: (extra: ExtraThresholds) => void,
): readonly HTMLElement[] {
  if (scenario.kind !== 'values' && scenario.kind !== 'counts') return []
  let extra = given
  const field = (name: keyof ExtraThresholds, word: WordKey) => {
    const input = element('input', { type: 'number', step: 'any', value: given[name] })
    input.addEventListener('input', () => {
      const { [name]: _, ...rest } = extra
      extra = Number.isNaN(input.valueAsNumber) ? rest : { ...rest, [name]: input.valueAsNumber }
      changed(extra)
    })
    return element('label', { class: 'number' }, element('span', {}, words(word)), input)
  }
  return [field('warning', 'warningThreshold'), field('critical_recovery', 'recoveryThreshold')]
}

function legendOf({ kind }: Scenario, words: Words): HTMLElement {
  const entries: readonly (readonly [string, WordKey])[] = [
    ['points', 'legendPoints'],
    ...(kind === 'values' || kind === 'counts' ? [['value', 'legendValue'] as const] : []),
    ...(kind === 'anomaly' ? [['band', 'legendBand'] as const] : []),
    ['window', 'legendWindow'],
  ]
  const items = entries.map(([name, word]) =>
    element('li', {}, element('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), words(word)),
  )
  return element('ul', { class: 'legend' }, ...items)
}

/** What happened at one evaluation, in a sentence. */
function sentenceAt(
  scenario: Scenario,
  { ticks }: Simulation,
  index: number,
  picture: Picture,
  words: Words,
  lang: Lang,
): string {
  const tick = ticks[index]
  const group = tick?.groups[0]
  if (tick === undefined) return ''
  const before = ticks[index - 1]?.state ?? 'ok'
  const isRecovered = tick.state === 'ok' && (before === 'alert' || before === 'warning')
  const state = isRecovered ? `${words('stateOk')} (${words('recovered')})` : words(stateWords[tick.state])
  const time = timeText(scenario.interval, index, lang)
  const first = firstSentence(scenario, group?.value, time, state, picture, words, lang)
  const told = group?.notification
  if (told === undefined) return first
  const [from, to] = [words(stateWords[told.from]), words(stateWords[told.to])]
  return `${first} ${words('told', from, to)}`
}

function firstSentence(
  { kind }: Scenario,
  value: number | undefined,
  time: string,
  state: string,
  { valueText: textOf }: Picture,
  words: Words,
  lang: Lang,
): string {
  if (value === undefined || kind === 'checks') return words('stateSays', time, state)
  if (kind === 'anomaly') {
    const share = new Intl.NumberFormat(lang, { style: 'percent' }).format(value)
    return words('shareSays', time, share, state)
  }
  return words('windowSays', time, textOf(value), state)
}

function valueText({ kind }: Scenario, value: number, words: Words, lang: Lang): string {
  if (kind === 'checks') return words(statuses[Math.round(value)] ?? 'statusUnknown')
  const notation = Math.abs(value) >= 100_000 ? { notation: 'compact' as const } : {}
  return new Intl.NumberFormat(lang, { maximumSignificantDigits: 4, ...notation }).format(value)
}

/** A time of the drawing: the clock for short spans, the day for long ones. */
function timeText(interval: number, index: number, lang: Lang): string {
  const date = new Date((beginning + index * interval) * 1000)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = { month: 'numeric', day: 'numeric' } as const
  const format = interval >= 86_400 ? day : interval >= 3_600 ? { ...day, hour: '2-digit', hourCycle: 'h23' } as const : clock
  return new Intl.DateTimeFormat(lang, { ...format, timeZone: 'UTC' }).format(date)
}
