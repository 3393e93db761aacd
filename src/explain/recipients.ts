import { type MessageTemplate, parseMessage } from '../query/index.js'
import { type NotifiedState, type RecipientCondition, recipientsByState } from './notified.js'
import type { Recipient } from './sentences/definition.js'
import { type Phrase, phrase } from './sentences.js'

/** Who is told in one state. */
export interface ToldInState {
  readonly state: NotifiedState
  readonly recipients: readonly Recipient<Phrase>[]
}

/** Who is told in each state, in the order in which states come. */
export function toldByState(message: MessageTemplate): readonly ToldInState[] {
  const byState = new Map<NotifiedState, Recipient<Phrase>[]>()
  for (const { state, conditions, handles } of recipientsByState(message)) {
    const recipients = byState.get(state) ?? []
    byState.set(state, recipients)
    const phrases = conditions.map(conditionPhrase)
    for (const handle of handles) recipients.push({ handle: handle.text, conditions: phrases })
  }
  return [...byState].map(([state, recipients]) => ({ state, recipients: withoutRepeats(recipients) }))
}

/** Those whom `options.escalation_message` names: they are told on each reminder. */
export function escalatedTo(escalation: string): readonly Recipient<Phrase>[] {
  const { node } = escalation.includes('@') ? parseMessage(escalation) : {}
  if (node === undefined) return []
  return toldByState(node).find(one => one.state === 'alert')?.recipients ?? []
}

/** One who is told in any case need not be named again with a condition. */
function withoutRepeats(recipients: readonly Recipient<Phrase>[]): readonly Recipient<Phrase>[] {
  if (recipients.every(one => one.conditions.length === 0)) return recipients
  const always = new Set(recipients.filter(one => one.conditions.length === 0).map(one => one.handle))
  return recipients.filter(one => one.conditions.length === 0 || !always.has(one.handle))
}

function conditionPhrase(condition: RecipientCondition): Phrase {
  const { name, inverted: negated } = condition
  const [variable, ...values] = condition.arguments
  if ((name === 'is_match' || name === 'is_exact_match') && variable !== undefined) {
    return phrase('told/match', { variable, values, exact: name === 'is_exact_match', negated })
  }
  if (name === 'is_priority' && variable !== undefined)
    return phrase('told/priority', { priority: variable, negated })
  return phrase('told/block', { name: [name, ...condition.arguments].join(' '), negated })
}

/** True where the same people are told under the same conditions. */
export function tellsTheSame(one: ToldInState, other: ToldInState): boolean {
  if (one.recipients.length !== other.recipients.length) return false
  return one.recipients.every(({ handle, conditions }, index) => {
    const beside = other.recipients[index]!
    if (handle !== beside.handle || conditions.length !== beside.conditions.length) return false
    return conditions.length === 0 || JSON.stringify(conditions) === JSON.stringify(beside.conditions)
  })
}

/** True where nobody of the other is left out. */
export function tellsAllOf(one: ToldInState, other: ToldInState): boolean {
  const handles = new Set(one.recipients.map(({ handle }) => handle))
  return other.recipients.every(({ handle }) => handles.has(handle))
}

/** Every handle of a message, once. */
export function handlesOf(told: readonly ToldInState[]): readonly string[] {
  const handles = new Set<string>()
  for (const { recipients } of told) for (const { handle } of recipients) handles.add(handle)
  return [...handles]
}
