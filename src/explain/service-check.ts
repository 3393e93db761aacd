import type { ServiceCheckQuery, Step } from '../query/index.js'
import { defined } from './defined.js'
import { type MonitorContext, threshold } from './monitor-context.js'
import { addPart, type Pieces } from './pieces.js'
import { type Phrase, phrase } from './sentences.js'
import { argumentTexts, stepKeys, stepNamed, stepText } from './steps.js'

/** True for a cluster alert, whose thresholds are percentages. */
export function isClusterCheck(query: ServiceCheckQuery): boolean {
  return stepNamed(query.steps, 'pct_by_status') !== undefined
}

export function serviceCheckSummary(query: ServiceCheckQuery, context: MonitorContext): Phrase {
  const over = stepNamed(query.steps, 'over')
  const exclude = stepNamed(query.steps, 'exclude')
  const critical = threshold(context, 'critical')
  const values = {
    check: query.check.value,
    tags: over === undefined ? [] : argumentTexts(over),
    excluded: exclude === undefined ? [] : argumentTexts(exclude),
    groups: stepKeys(stepNamed(query.steps, 'by')),
    ...defined({ critical }),
  }
  return isClusterCheck(query) ? phrase('summary/check-share', values) : phrase('summary/check', values)
}

export function addServiceCheckParts(
  pieces: Pieces,
  query: ServiceCheckQuery,
  context: MonitorContext,
): void {
  const inQuery = { ...context, isCluster: isClusterCheck(query) }
  addPart(pieces, query.check, 0, phrase('part/check', { check: query.check.value }))
  for (const step of query.steps)
    addPart(pieces, step, 0, stepSentence(pieces, step, inQuery), stepText(pieces.text, step))
}

function stepSentence(
  pieces: Pieces,
  step: Step,
  context: MonitorContext & { readonly isCluster: boolean },
): Phrase {
  switch (step.name) {
    case 'over':
      return phrase('part/check-over', { tags: argumentTexts(step) })
    case 'exclude':
      return phrase('part/check-exclude', { tags: argumentTexts(step) })
    case 'by':
      return phrase('part/check-by', { keys: stepKeys(step), cluster: context.isCluster })
    case 'last':
      return lastSentence(pieces, step)
    case 'count_by_status':
      return phrase('part/check-count', {
        ...limit(context, 'critical'),
        ...limit(context, 'warning'),
        ...limit(context, 'ok'),
        ...limit(context, 'unknown'),
      })
    case 'pct_by_status':
      return phrase('part/check-share', { ...limit(context, 'critical'), ...limit(context, 'warning') })
    default:
      return phrase('part/other-step', { name: step.name, text: stepText(pieces.text, step) })
  }
}

function lastSentence(pieces: Pieces, step: Step): Phrase {
  const [argument] = step.arguments
  return argument?.kind === 'number'
    ? phrase('part/check-last', { count: argument.value })
    : phrase('part/other-step', { name: step.name, text: stepText(pieces.text, step) })
}

function limit<Name extends 'critical' | 'warning' | 'ok' | 'unknown'>(
  context: MonitorContext,
  name: Name,
): { readonly [K in Name]?: number } {
  const value = threshold(context, name)
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in Name]?: number }
}
