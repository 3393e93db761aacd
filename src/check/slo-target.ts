import type { DefinitionFacts, DefinitionReport } from './definition-facts.js'
import { sloTimeframeOf } from './slo.js'

/** `slo/timeframe-missing`: the SLO has no target for the time frame of the query. */
export function checkSloHasTimeframe(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.query?.kind !== 'slo-monitor') return
  const slo = facts.sloNamed(facts.query.slo.value)
  const timeframe = sloTimeframeOf(facts.query)
  if (slo === undefined || timeframe === undefined) return
  if (slo.thresholds.some(threshold => threshold.timeframe === timeframe)) return
  report({
    code: 'slo/timeframe-missing',
    severity: 'error',
    message: `The SLO has no target for \`${timeframe}\`.`,
    path: ['query'],
    span: facts.query.steps.find(step => step.name === 'over')?.span ?? facts.query.span,
    hint: `Use one that it has: ${slo.thresholds.map(threshold => `\`${threshold.timeframe}\``).join(', ')}.`,
  })
}

/** `slo/burn-rate-range`: a burn rate cannot exceed 1 / (1 − target), where every event is bad. */
export function checkBurnRateRange(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.query?.kind !== 'slo-monitor' || facts.query.measure !== 'burn_rate') return
  const { threshold } = facts.query.condition
  const timeframe = sloTimeframeOf(facts.query)
  const target = facts
    .sloNamed(facts.query.slo.value)
    ?.thresholds.find(row => row.timeframe === timeframe)?.target
  if (target === undefined || threshold.kind !== 'number' || target >= 100) return
  // Rounded, because 1 − 0.999 is not exact in floating point.
  const highest = Math.round((100 / (100 - target)) * 1e6) / 1e6
  if (threshold.value <= highest) return
  report({
    code: 'slo/burn-rate-range',
    severity: 'error',
    message: `With a target of ${target} % the burn rate never exceeds ${highest}, so it cannot pass ${threshold.text}.`,
    path: ['query'],
    span: threshold.span,
    hint: `Write a burn rate below ${highest}.`,
  })
}
