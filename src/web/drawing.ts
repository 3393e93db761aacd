import type { Lang } from '../explain/index.js'
import type { MonitorDefinition } from '../model/index.js'
import type { MonitorQuery } from '../query/index.js'
import type { Simulation, Tick } from '../simulate/index.js'
import { backdrop, type Frame, frameFor, type Limit, limitLabels, type Picture, setSize } from './chart.js'
import { chunkReady } from './chunk.js'
import { dragging, pressed, snapped } from './drawing-input.js'
import { legendOf, thresholdFields } from './drawing-tools.js'
import { type DrawingWords, drawingWords, sentenceAt } from './drawing-words.js'
import { drawn, element, setAttributes } from './elements.js'
import { inline } from './inline.js'
import { type ExtraThresholds, replay } from './replay.js'
import { type Scenario, scenarioOf } from './scenario.js'
import type { WordKey, Words } from './words/index.js'

/** What the drawing is about. */
export interface Subject {
  readonly monitor: MonitorDefinition
  readonly node: MonitorQuery
}

/** The drawing of how a monitor behaves. */
export interface Drawing {
  /** In steps. A reason instead of a subject is shown as a sentence. */
  readonly show: (subject: Subject | WordKey, words: Words, lang: Lang) => Generator<void>
}

/** Puts an empty drawing into an element. */
export function createDrawing(parent: HTMLElement, failed: (error: unknown) => void): Drawing {
  let stop = () => {}
  let shown = ''
  return {
    show: function* (subject, words, lang) {
      const scenario = typeof subject === 'string' ? subject : scenarioOf(subject.monitor, subject.node)
      const isRefused = scenario === 'behaviourNotSimulated'
      const identity = JSON.stringify([isRefused ? subject : scenario, lang])
      // What the reader dragged stays while an edit elsewhere changes nothing here.
      if (identity === shown) return
      shown = identity
      stop()
      stop = () => {}
      yield
      if (identity !== shown) return
      const refuse = (monitor: MonitorDefinition) => {
        parent.replaceChildren(note(words('behaviourNotSimulated')))
        addReasons(parent, monitor, words, lang, () => identity === shown).catch(failed)
      }
      if (isRefused && typeof subject === 'object') return refuse(subject.monitor)
      if (typeof scenario === 'string') return parent.replaceChildren(note(words(scenario)))
      const simulation = replay(scenario, scenario.shape.values, givenThresholds(scenario))
      yield
      if (identity !== shown) return
      if (simulation.unsupported.length > 0) return refuse(scenario.monitor)
      stop = drawScenario(parent, scenario, simulation, words, lang)
    },
  }
}

/** Where it is worth to look first. */
function firstAlert({ ticks }: Simulation): number {
  const index = ticks.findIndex(({ state }) => state === 'alert')
  return index === -1 ? Math.floor(ticks.length / 2) : index
}

const note = (text: string) => element('p', { class: 'note' }, text)

/** They are seldom needed, and loaded then. */
async function addReasons(
  parent: HTMLElement,
  monitor: MonitorDefinition,
  words: Words,
  lang: Lang,
  isWanted: () => boolean,
): Promise<void> {
  await chunkReady('reasons')
  const { reasonsAgainst } = await import('./reasons.js')
  const items = reasonsAgainst(monitor, lang).map(each => element('li', {}, ...inline(each)))
  if (items.length === 0 || !isWanted()) return
  parent.append(note(words('behaviourUnsupported')), element('ul', { class: 'reasons' }, ...items))
}

/** Below this the drawing would be no drawing; the holder then hides the rest. */
const narrowest = 240

function drawScenario(
  parent: HTMLElement,
  scenario: Scenario,
  first: Simulation,
  words: Words,
  lang: Lang,
): () => void {
  const { shape } = scenario
  const say = drawingWords(scenario, words, lang)
  let values: (number | undefined)[] = [...shape.values]
  let extra = givenThresholds(scenario)
  let simulation = first
  let selected = firstAlert(simulation)
  let frame: Frame | undefined
  let width = 0

  const behind = drawn('g')
  const points = shape.values.map(() => pointNode())
  const labels = drawn('g', { class: 'labels' })
  const svg = drawn('svg', { class: 'chart', role: 'group' }, behind, ...points, labels)
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
    frame = frameFor(current, Math.max(narrowest, width))
    setSize(svg, frame)
    behind.replaceChildren(...backdrop(current, frame))
    labels.replaceChildren(...limitLabels(current, frame))
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
  // Asking the holder itself would lay out the whole page in the middle of the work.
  const observer = new ResizeObserver(([entry]) => {
    width = entry?.contentRect.width ?? width
    paint()
  })
  parent.replaceChildren(
    element('p', { class: 'help', id: 'drawing-help' }, words('behaviourHelp')),
    holder,
    says,
    legendOf(scenario, words),
    element('div', { class: 'drawing-tools' }, ...fields, reset),
    element('p', { class: 'note small' }, words(aboutOf(scenario))),
  )
  observer.observe(holder)
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
