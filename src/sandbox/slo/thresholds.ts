import type { Json, JsonObject } from '../json.js'
import { arrayOf, isObject } from '../json.js'

/** The shortest decimal form; a whole number keeps its point: 99 is shown as `99.`. */
function display(value: number): string {
  return Number.isInteger(value) ? `${value}.` : String(value)
}

/** Thresholds with their `*_display` texts, which override what the client sent. */
export function storedThresholds(sent: Json | undefined): readonly JsonObject[] {
  return arrayOf(sent)
    .filter(isObject)
    .map(threshold => {
      const { timeframe, target, warning } = threshold
      const first = { timeframe: timeframe ?? null, target: target ?? null }
      const shown = typeof target === 'number' ? { ...first, target_display: display(target) } : first
      return typeof warning === 'number' ? { ...shown, warning, warning_display: display(warning) } : shown
    })
}

/** The primary window: copied from the first threshold where the client does not name it. */
export function primaryWindow(body: JsonObject, thresholds: readonly JsonObject[]): JsonObject {
  const timeframe = body.timeframe ?? thresholds[0]?.timeframe ?? null
  const primary = thresholds.find(threshold => threshold.timeframe === timeframe) ?? thresholds[0] ?? {}
  const target = body.target_threshold ?? primary.target ?? null
  const warning = body.warning_threshold ?? primary.warning
  return {
    timeframe,
    target_threshold: target,
    ...(typeof warning === 'number' ? { warning_threshold: warning } : {}),
  }
}
