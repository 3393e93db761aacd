import type { Frame } from './chart.js'
import type { Scenario } from './scenario.js'

/** Lets the pointer choose a point anywhere in the drawing, and drag it up and down where it grabs one. */
export function dragging(
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
export function pressed(
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

/** The nearest value that a point can have. */
export function snapped({ kind, shape }: Scenario, value: number): number {
  if (kind === 'checks') return Math.max(0, Math.min(3, Math.round(value)))
  if (kind === 'counts') return Math.max(0, Math.round(value / shape.step) * shape.step)
  return Number(value.toPrecision(4))
}
