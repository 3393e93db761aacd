import type { State } from '../simulate/index.js'
import { drawn, setAttributes } from './elements.js'
import type { Values } from './replay.js'
import type { Shape } from './shape.js'

/** A line across the drawing. */
export interface Limit {
  readonly kind: 'alert' | 'warning' | 'recovery'
  readonly value: number
  readonly label: string
  /** Where its words stand, so that neighbouring limits do not write over each other. */
  readonly place: 'right' | 'left' | 'below'
}

/** What one evaluation made of its window. */
export interface Evaluated {
  readonly state: State
  /** In the scale of the data; absent where something else is compared. */
  readonly value?: number
  /** How many points back its window begins. */
  readonly reach: number
}

/** All that a drawing shows. */
export interface Picture {
  readonly shape: Shape
  readonly values: Values
  readonly evaluated: readonly Evaluated[]
  readonly limits: readonly Limit[]
  /** The limit at each point, where it moves with the data. */
  readonly movingLimit?: Values
  readonly selected: number
  readonly steps: boolean
  readonly valueText: (value: number) => string
  readonly timeText: (index: number) => string
  readonly stateText: (state: State) => string
}

/** Where things stand, in pixels. */
export interface Frame {
  readonly width: number
  readonly left: number
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly indexAt: (x: number) => number
  readonly valueAt: (y: number) => number
}

const height = 300
const top = 14
const bottom = 232
const strip = { y: 246, height: 22 }
const narrow = 50
/** The statuses of checks are words. */
const wide = 84
const right = 14

export function frameFor({ shape, values, steps }: Picture, width: number): Frame {
  const left = steps ? wide : narrow
  const { lowest, highest } = shape
  const perPoint = (width - left - right) / values.length
  const perValue = (bottom - top) / (highest - lowest || 1)
  return {
    width,
    left,
    x: index => left + perPoint * (index + 0.5),
    y: value => bottom - (value - lowest) * perValue,
    indexAt: x => Math.max(0, Math.min(values.length - 1, Math.floor((x - left) / perPoint))),
    valueAt: y => Math.max(lowest, Math.min(highest, lowest + (bottom - y) / perValue)),
  }
}

/** Everything but the points, which stay so that they keep the focus. */
export function backdrop(picture: Picture, frame: Frame): readonly SVGElement[] {
  return [
    windowOf(picture, frame),
    ...axis(picture, frame),
    ...bandOf(picture, frame),
    ...picture.limits.map(limit => limitLine(limit, frame)),
    lineThrough(picture.movingLimit ?? [], 'limit-line', picture, frame),
    lineThrough(picture.values, 'data-line', picture, frame),
    lineThrough(
      picture.evaluated.map(({ value }) => value),
      'value-line',
      picture,
      frame,
    ),
    ...stateStrip(picture, frame),
    ...times(picture, frame),
  ]
}

export function setSize(svg: SVGSVGElement, { width }: Frame): void {
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}`, width, height })
}

function windowOf({ evaluated, selected }: Picture, { x, width, left }: Frame): SVGElement {
  const reach = evaluated[selected]?.reach ?? 0
  const half = (x(1) - x(0)) / 2
  const from = Math.max(left, x(selected - reach + 1) - half)
  const to = Math.min(width - right, x(selected) + half)
  return drawn('rect', {
    class: 'window',
    x: from,
    y: top - 8,
    width: Math.max(0, to - from),
    height: bottom - top + 14,
    rx: 4,
  })
}

function axis({ shape, steps, valueText }: Picture, { y, width, left }: Frame): readonly SVGElement[] {
  const marks = steps ? [0, 1, 2, 3] : niceMarks(shape.lowest, shape.highest)
  return marks.flatMap(mark => [
    drawn('line', { class: 'grid', x1: left, x2: width - right, y1: y(mark), y2: y(mark) }),
    drawn('text', { class: 'axis', x: left - 8, y: y(mark) + 4, 'text-anchor': 'end' }, valueText(mark)),
  ])
}

/** Round numbers between two values: four or five of them. */
export function niceMarks(lowest: number, highest: number): readonly number[] {
  const raw = (highest - lowest) / 4
  const unit = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map(each => each * unit).find(each => each >= raw) ?? raw
  const marks: number[] = []
  for (let index = Math.ceil(lowest / step); index * step <= highest; index += 1) {
    marks.push(Number((index * step).toPrecision(12)))
  }
  return marks
}

function bandOf({ shape: { band } }: Picture, { x, y }: Frame): readonly SVGElement[] {
  if (band === undefined) return []
  const above = band.upper.map((value, index) => `${x(index)},${y(value)}`)
  const below = band.lower.map((value, index) => `${x(index)},${y(value)}`).reverse()
  return [drawn('polygon', { class: 'band', points: [...above, ...below].join(' ') })]
}

function limitLine({ kind, value }: Limit, { y, width, left }: Frame): SVGElement {
  const line = drawn('line', { x1: left, x2: width - right, y1: y(value), y2: y(value) })
  return drawn('g', { class: `limit ${kind}` }, line)
}

// Where made-up data leave their calm: there the lines between calm and alert have room for words.
const leaving = 11

/** The words of the limits, to be drawn over the points, which would hide them. */
export function limitLabels({ limits }: Picture, frame: Frame): readonly SVGElement[] {
  return limits.map(({ kind, value, label, place }) => {
    const at = frame.y(value)
    const words =
      place === 'right'
        ? { x: frame.width - right - 2, y: at - 5, 'text-anchor': 'end' }
        : { x: frame.x(leaving) + 8, y: place === 'left' ? at - 5 : at + 14, 'text-anchor': 'start' }
    return drawn('g', { class: `limit ${kind}` }, drawn('text', words, label))
  })
}

function lineThrough(values: Values, kind: string, { steps }: Picture, { x, y }: Frame): SVGElement {
  let path = ''
  let isOpen = false
  values.forEach((value, index) => {
    if (value !== undefined) {
      const to = steps && isOpen ? `H${x(index)}V${y(value)}` : `${isOpen ? 'L' : 'M'}${x(index)},${y(value)}`
      path += to
    }
    isOpen = value !== undefined
  })
  return drawn('path', { class: kind, d: path, fill: 'none' })
}

interface Run {
  readonly state: State
  readonly from: number
  to: number
}

function stateRuns(evaluated: readonly Evaluated[]): readonly Run[] {
  const runs: Run[] = []
  evaluated.forEach(({ state }, index) => {
    const last = runs.at(-1)
    if (last?.state === state) last.to = index
    else runs.push({ state, from: index, to: index })
  })
  return runs
}

/** The states under the data: a colour and, where there is room, the word. */
function stateStrip({ evaluated, stateText, selected }: Picture, { x }: Frame): readonly SVGElement[] {
  const half = (x(1) - x(0)) / 2
  const runs = stateRuns(evaluated).map(({ state, from, to }) => {
    const [start, end] = [x(from) - half, x(to) + half]
    const word = stateText(state)
    const fits = end - start > word.length * (/[^ -~]/.test(word) ? 13 : 7) + 8
    return drawn(
      'g',
      { class: `state ${state.replace(' ', '-')}` },
      drawn(
        'rect',
        { x: start, y: strip.y, width: end - start, height: strip.height },
        drawn('title', {}, word),
      ),
      ...(fits
        ? [
            drawn(
              'text',
              { class: 'state-word', x: (start + end) / 2, y: strip.y + 15.5, 'text-anchor': 'middle' },
              word,
            ),
          ]
        : []),
    )
  })
  const here = drawn('rect', {
    class: 'here',
    x: x(selected) - half,
    y: strip.y - 2,
    width: half * 2,
    height: strip.height + 4,
    rx: 2,
  })
  return [...runs, here]
}

function times({ values, timeText }: Picture, { x, width }: Frame): readonly SVGElement[] {
  const every = Math.ceil(values.length / Math.max(3, Math.floor(width / 90)))
  return values.flatMap((_, index) =>
    index % every === 0
      ? [
          drawn(
            'text',
            { class: 'axis', x: x(index), y: height - 14, 'text-anchor': 'middle' },
            timeText(index),
          ),
        ]
      : [],
  )
}
