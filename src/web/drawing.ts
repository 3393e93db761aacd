import type { Lang } from '../explain/index.js'
import type { MonitorDefinition } from '../model/index.js'
import type { MonitorQuery } from '../query/index.js'
import type { Simulation, Tick } from '../simulate/index.js'
import { backdrop, type Frame, frameFor, type Limit, type Picture, setSize } from './chart.js'
import { dragging, pressed, snapped } from './drawing-input.js'
import { legendOf, thresholdFields } from './drawing-tools.js'
import { type DrawingWords, drawingWords, sentenceAt } from './drawing-words.js'
import { drawn, element, setAttributes } from './elements.js'
import { type ExtraThresholds, reasonsAgainst, replay } from './replay.js'
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
      if (typeof subject === 'string') {
        parent.replaceChildren(note(words(subject)))
        return
      }
      const scenario = scenarioOf(subject.monitor, subject.node)
      if (typeof scenario === 'string') parent.replaceChildren(...refusal(scenario, subject, words))
      else stop = drawScenario(parent, scenario, words, lang)
    },
  }
}

/** Where it is worth to look first. */
function firstAlert({ ticks }: Simulation): number {
  const index = ticks.findIndex(({ state }) => state === 'alert')
  return index === -1 ? Math.floor(ticks.length / 2) : index
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
  const say = drawingWords(scenario, words, lang)
  let values: (number | undefined)[] = [...shape.values]
  let extra = givenThresholds(scenario)
  let simulation = replay(scenario, values, extra)
  let selected = firstAlert(simulation)
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
    limits: limitsOf(scenario, extra, say),
    ...movingLimit(scenario, values),
    steps: scenario.kind === 'checks',
    valueText: say.value,
    timeText: say.time,
    stateText: say.state,
  })
  const paint = () => {
    const current = picture()
    frame = frameFor(current, Math.max(280, holder.clientWidth))
    setSize(svg, frame)
    behind.replaceChildren(...backdrop(current, frame))
    for (const [index, point] of points.entries()) placePoint(point, index, current, frame!, words)
    says.textContent = sentenceAt(scenario, simulation, selected, say)
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
  const about = {
    values: 'oneGroup',
    counts: 'drawnCounts',
    checks: 'drawnChecks',
    anomaly: 'drawnAnomaly',
  } as const
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
  const isLine = (scenario.kind === 'values' || scenario.kind === 'counts') && scenario.change === undefined
  const value = group?.value
  const fits = isLine && value !== undefined && isShown(value, scenario.shape)
  return {
    state: tick?.state ?? 'ok',
    reach: scenario.kind === 'checks' ? (group?.points.length ?? 0) : reach,
    ...(fits ? { value } : {}),
  }
}

function limitsOf(
  scenario: Scenario,
  extra: ExtraThresholds,
  { words, value: textOf }: DrawingWords,
): readonly Limit[] {
  const { critical, shape, kind, monitor } = scenario
  if (critical === undefined || kind === 'anomaly' || scenario.change !== undefined) return []
  const { warning_recovery } = monitor.options?.thresholds ?? {}
  const limits: readonly (readonly [Limit['kind'], Limit['place'], WordKey, number | null | undefined])[] = [
    ['alert', 'right', 'threshold', critical],
    ['warning', 'right', 'warnLine', extra.warning],
    ['recovery', 'left', 'recoveryLine', extra.critical_recovery],
    ['recovery', 'below', 'warnRecoveryLine', warning_recovery],
  ]
  return limits.flatMap(([kind, place, word, value]) =>
    typeof value === 'number' && value >= shape.lowest && value <= shape.highest
      ? [{ kind, place, value, label: `${words(word)} ${textOf(value)}` }]
      : [],
  )
}

/** What a value may be before its change is too much: the value of then, and the limit. */
function movingLimit(
  { change, shape }: Scenario,
  values: readonly (number | undefined)[],
): { readonly movingLimit?: readonly (number | undefined)[] } {
  if (change === undefined) return {}
  const { points, limit, isPercent } = change
  const line = values.map((_, index) => {
    const then = index < points ? shape.values[0] : values[index - points]
    return then === undefined ? undefined : isPercent ? then * (1 + limit / 100) : then + limit
  })
  return {
    movingLimit: line.map(value => (value !== undefined && isShown(value, shape) ? value : undefined)),
  }
}

const isShown = (value: number, { lowest, highest }: Scenario['shape']) => value >= lowest && value <= highest

function pointNode(): SVGGElement {
  return drawn(
    'g',
    { class: 'point', role: 'slider', 'aria-orientation': 'vertical', 'aria-describedby': 'drawing-help' },
    drawn('circle', { class: 'hit', r: 14 }),
    drawn('circle', { class: 'dot', r: 4.5 }),
  )
}

function placePoint(
  point: SVGGElement,
  index: number,
  picture: Picture,
  { x, y }: Frame,
  words: Words,
): void {
  const value = picture.values[index]
  const { lower, upper } = picture.shape.band ?? {}
  const isOut =
    value !== undefined && (value > (upper?.[index] ?? value) || value < (lower?.[index] ?? value))
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
