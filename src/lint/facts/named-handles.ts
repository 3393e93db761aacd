import type { MonitorDefinition } from '../../model/index.js'
import type { LiveFacts } from '../live-facts.js'
import { handlesOf, type PlacedHandle } from './handles.js'
import { kept, memo } from './memo.js'

/** A handle that names somebody of a family: `sre` of `team`. */
export interface NamedHandle {
  /** The word after `@`, `email` for an address. */
  readonly family: string
  readonly name: string
  readonly placed: PlacedHandle
}

/** The handles of a monitor whose recipient is written out, each where it first stands. */
export const namedHandlesOf = memo((definition: MonitorDefinition): readonly NamedHandle[] => {
  const byText = new Map<string, NamedHandle>()
  for (const placed of handlesOf(definition)) {
    const { channel, text } = placed.part
    const name = nameIn(channel, text)
    // What a variable stands for is only known when the monitor alerts.
    if (name !== '' && !text.includes('{{') && !byText.has(text))
      byText.set(text, { family: channel, name, placed })
  }
  return [...byText.values()]
})

function nameIn(channel: string, text: string): string {
  if (channel === 'email') return text.slice(1)
  // `@workflow-restart(host=host.name)`
  return text.slice(channel.length + 2).replace(/\(.*$/s, '')
}

/** Nobody says that Datadog tells capital letters apart in handles. */
export function comparable(name: string): string {
  return name.toLowerCase()
}

/** What is known about the handles of an account, ready to be asked by family and {@link comparable} name. */
export const knownHandles = kept((handles: NonNullable<LiveFacts['handles']>) => {
  const families = Object.entries(handles).map(([family, { names, inactive }]) => {
    const reasons = Object.entries(inactive ?? {}).map(([name, why]) => [comparable(name), why] as const)
    const known = { names: names && new Set(names.map(comparable)), inactive: new Map(reasons) }
    return [family, known] as const
  })
  return new Map(families)
})
