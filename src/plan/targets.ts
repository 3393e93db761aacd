import { addressOf, type ResourceDiagnostic } from '../model/index.js'
import type { Match } from './match.js'
import { replacementReason } from './replacement.js'

/** A match, and why it cannot be an update. */
export interface Target extends Match {
  readonly replacement: string | undefined
}

/** The matches, each with the reason for a replacement where one is needed. */
export function targetsOf(matches: readonly Match[]): Target[] {
  return matches.map(match => {
    const { resource, live } = match
    return { ...match, replacement: replacementReason(resource.kind, resource.definition, live.payload) }
  })
}

/** Replacements that must not happen. */
export function replacementProblems({ resource, live, how, replacement }: Target): ResourceDiagnostic[] {
  if (replacement === undefined) return []
  const about = { address: addressOf(resource), ...(resource.origin && { origin: resource.origin }) }
  if (how === 'adopt') {
    const message = `The ${resource.kind} ${live.id} cannot be adopted as \`${addressOf(resource)}\`. ${replacement}`
    return [{ ...about, code: 'plan/adopt-replace', severity: 'error', message }]
  }
  if (!resource.management.protect) return []
  const message = `\`${addressOf(resource)}\` is protected, and this change would replace it. ${replacement}`
  const hint = 'Take the change back, or take `protect` out.'
  return [{ ...about, code: 'plan/protected', severity: 'error', message, hint }]
}
