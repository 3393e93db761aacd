import { element } from './elements.js'
import type { ExtraThresholds } from './replay.js'
import type { Scenario } from './scenario.js'
import type { WordKey, Words } from './words/index.js'

/** Fields for the thresholds that a query text cannot hold. */
export function thresholdFields(
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

/** What the signs of the drawing mean. */
export function legendOf({ kind, change }: Scenario, words: Words): HTMLElement {
  const isLine = (kind === 'values' || kind === 'counts') && change === undefined
  const entries: readonly (readonly [string, WordKey])[] = [
    ['points', 'legendPoints'],
    ...(change === undefined ? [] : [['limit', 'legendChange'] as const]),
    ...(isLine ? [['value', 'legendValue'] as const] : []),
    ...(kind === 'anomaly' ? [['band', 'legendBand'] as const] : []),
    ['window', 'legendWindow'],
  ]
  const items = entries.map(([name, word]) =>
    element('li', {}, element('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), words(word)),
  )
  return element('ul', { class: 'legend' }, ...items)
}
