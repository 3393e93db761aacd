import type { Management } from '../model/index.js'
import { type Code, jsonLiteral, listOf, type Members, objectOf } from './code/index.js'

/** The members of a definition that say how the live object is treated. */
export function managementMembers({ adopt, aliases, protect }: Management): Members {
  return [
    ['aliases', aliases === undefined ? undefined : listOf(aliases)],
    ['adopt', adopt],
    ['protect', protect],
  ]
}

/** The same as an argument of its own, which is left out when there is nothing to say. */
export function managementArgument(management: Management): readonly Code[] {
  const members = managementMembers(management).filter(([, value]) => value !== undefined)
  return members.length === 0 ? [] : [objectOf(members)]
}

/** A definition in Datadog's own form, a member on each line. */
export function rawSpec(definition: Parameters<typeof jsonLiteral>[0]): Code {
  const code = jsonLiteral(definition)
  return code.kind === 'object' ? { ...code, isExpanded: true } : code
}
