import { type MessageTemplate, parseMessage } from '../../query/index.js'
import type { NotifiedState } from '../notified.js'
import { escalatedTo, toldByState } from '../recipients.js'
import type { Recipient } from '../sentences/definition.js'
import type { Phrase } from '../sentences.js'
import { change, type DraftChange, membersChanged } from './change.js'

/** Whether a monitor sends anything in a state at all. */
type Reached = (state: NotifiedState) => boolean

/** What changes in a notification: first who is told in which state, then the text itself. */
export function messageChanges(
  before: string,
  after: string,
  isReached: Reached = () => true,
): readonly DraftChange[] {
  const [was, is] = [parseMessage(before).node, parseMessage(after).node]
  const told = was === undefined || is === undefined ? [] : toldChanges(was, is, isReached)
  const lines = lineDifferences(before, after)
  return lines === undefined || isHandlesOnly(lines)
    ? told
    : [...told, change('message', 'diff/message', lines)]
}

/** The lines that only one of two texts has; both texts where they only stand in another order, undefined where they are the same. */
export function lineDifferences(before: string, after: string): Lines | undefined {
  const [was, is] = [normalLines(before), normalLines(after)]
  if (was.join('\n') === is.join('\n')) return undefined
  const lines = { before: onlyIn(was, is).join('\n'), after: onlyIn(is, was).join('\n') }
  return lines.before === '' && lines.after === '' ? { before, after } : lines
}

interface Lines {
  readonly before: string
  readonly after: string
}

/** The text of reminders, and whether any are sent. */
interface Reminder {
  readonly text: string
  readonly sent: boolean
}

/** What changes in `options.escalation_message`: whom it tells, and what it says. */
export function reminderChanges(before: Reminder, after: Reminder): readonly DraftChange[] {
  const [was, is] = [before, after].map(({ text, sent }) =>
    sent ? escalatedTo(text).map(one => one.handle) : [],
  )
  const { added, removed } = membersChanged(was!, is!)
  const told = (handles: readonly string[], isNew: boolean) =>
    handles.length === 0
      ? []
      : [
          change('options.escalation_message', 'diff/told', {
            added: isNew,
            handles,
            states: ['renotify'],
            conditions: [],
          }),
        ]
  const texts = { before: before.text.trim(), after: after.text.trim() }
  const said = [...told(added, true), ...told(removed, false)]
  return texts.before === texts.after || (said.length > 0 && isHandlesOnly(texts))
    ? said
    : [...said, change('options.escalation_message', 'diff/reminder', texts)]
}

/** Blanks at the end of a line and empty lines around the text are not seen in a notification. */
function normalLines(text: string): readonly string[] {
  return text
    .trim()
    .split('\n')
    .map(line => line.trimEnd())
}

function onlyIn(lines: readonly string[], others: readonly string[]): readonly string[] {
  return lines.filter(line => line !== '' && !others.includes(line))
}

const handle = /@[\w.+@/-]+/g

/** True when what remains of the changed lines without their handles is the same: then all has been said. */
function isHandlesOnly({ before, after }: Lines): boolean {
  const words = (text: string) => text.replace(handle, '').replace(/\s+/g, '')
  return words(before) === words(after)
}

/** One handle in one state, with the conditions under which it is told. */
interface Told {
  readonly key: string
  readonly state: NotifiedState
  readonly recipient: Recipient<Phrase>
}

function toldChanges(
  before: MessageTemplate,
  after: MessageTemplate,
  isReached: Reached,
): readonly DraftChange[] {
  const toldWhen = (message: MessageTemplate) => toldIn(message).filter(one => isReached(one.state))
  const [was, is] = [toldWhen(before), toldWhen(after)]
  return [...grouped(missingIn(is, was), true, isReached), ...grouped(missingIn(was, is), false, isReached)]
}

function missingIn(told: readonly Told[], others: readonly Told[]): readonly Told[] {
  const known = new Set(others.map(one => one.key))
  return told.filter(one => !known.has(one.key))
}

const recoveries = ['alert recovery', 'warning recovery', 'no data recovery'] as const

/** Every state on its own, so that two messages can be compared that are told in other groups. */
function toldIn(message: MessageTemplate): readonly Told[] {
  const written = toldByState(message)
  return written.flatMap(({ state, recipients }) =>
    membersOf(state, written).flatMap(member =>
      recipients.map(recipient => ({
        key: JSON.stringify([member, recipient.handle, recipient.conditions]),
        state: member,
        recipient,
      })),
    ),
  )
}

function membersOf(
  state: NotifiedState,
  written: readonly { readonly state: NotifiedState }[],
): readonly NotifiedState[] {
  if (state === 'recovery') return recoveries
  const own = written.some(one => one.state === 'alert to warning')
  return state === 'warning' && !own ? ['warning', 'alert to warning'] : [state]
}

/** One sentence for those who come or go in the same states under the same conditions. */
function grouped(told: readonly Told[], added: boolean, isReached: Reached): readonly DraftChange[] {
  const byHandle = new Map<string, Told[]>()
  for (const one of told) {
    const key = JSON.stringify([one.recipient.handle, one.recipient.conditions])
    byHandle.set(key, [...(byHandle.get(key) ?? []), one])
  }
  const sentences = new Map<string, { handles: string[]; states: readonly NotifiedState[]; first: Told }>()
  for (const all of byHandle.values()) {
    const states = statesOf(all, isReached)
    const first = all[0]!
    const key = JSON.stringify([states, first.recipient.conditions])
    const sentence = sentences.get(key) ?? { handles: [], states, first }
    sentences.set(key, sentence)
    sentence.handles.push(first.recipient.handle)
  }
  return [...sentences.values()].map(({ handles, states, first }) =>
    change('message', 'diff/told', { added, handles, states, conditions: first.recipient.conditions }),
  )
}

/** The states in words: none for every state, and `recovery` for all its kinds. */
function statesOf(told: readonly Told[], isReached: Reached): readonly NotifiedState[] {
  const states = new Set(told.map(one => one.state))
  if (everyState.filter(isReached).every(state => states.has(state))) return []
  const isWholeRecovery = recoveries.filter(isReached).every(state => states.has(state))
  const shown: NotifiedState[] = []
  for (const state of states) {
    const isRecovery = (recoveries as readonly NotifiedState[]).includes(state)
    if (isWholeRecovery && isRecovery) {
      if (!shown.includes('recovery')) shown.push('recovery')
    } else if (!isImplied(state, states)) shown.push(state)
  }
  return shown
}

/** A reminder goes where the state that lasts goes, and is sent in some states only. */
function isImplied(state: NotifiedState, states: ReadonlySet<NotifiedState>): boolean {
  if (state === 'alert to warning') return states.has('warning')
  return state === 'renotify' && (['alert', 'warning', 'no data'] as const).some(one => states.has(one))
}

/** The states in which a handle outside of every block is told. */
const everyState: readonly NotifiedState[] = [
  'alert',
  'warning',
  'no data',
  'unknown',
  'alert recovery',
  'warning recovery',
  'no data recovery',
  'renotify',
]
