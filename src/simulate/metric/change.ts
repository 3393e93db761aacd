import type { TimeSpan } from '../series-input.js'
import type { CompiledLines } from './compiled.js'
import { finite, type Line, type Values } from './line.js'

/** How two values are compared. A percentage of nothing is no point. */
const changes = {
  change: (now: number, then: number) => now - then,
  pct_change: (now: number, then: number) => ((now - then) / then) * 100,
} as const

/** `change(avg(last_5m),last_1h)`: each point less the one so many seconds before. Points without a past drop. */
export function changeOver(
  target: CompiledLines,
  kind: keyof typeof changes,
  shiftSeconds: number,
): CompiledLines {
  return {
    ...target,
    evaluate: span => {
      const past = target.evaluate(before(span, shiftSeconds))
      return new Map(
        [...target.evaluate(span)].flatMap(([key, line]): [string, Line][] => {
          const then = past.get(key)
          if (then === undefined) return []
          return [[key, { ...line, values: changed(line.values, then.values, changes[kind]) }]]
        }),
      )
    },
  }
}

function before({ from, to }: TimeSpan, seconds: number): TimeSpan {
  return { from: from - seconds, to: to - seconds }
}

function changed(now: Values, then: Values, compare: (now: number, then: number) => number): Values {
  return now.map((value, slot) => {
    const past = then[slot]
    return value === undefined || past === undefined ? undefined : finite(compare(value, past))
  })
}
