import type { Account, AccountError, Outcome } from '../account/index.js'
import type { JsonObject, ResourceKind } from '../model/index.js'
import { type LiveObject, markText, readMark } from '../wire/index.js'
import { findMarked } from './find-marked.js'

export interface Creation {
  readonly kind: ResourceKind
  readonly body: JsonObject
  /** The mark in the body, by which the object is found again. */
  readonly mark: string
}

export interface Created {
  readonly object: LiveObject
  /** False when the object was found, so that somebody else may have made it. */
  readonly isOurs: boolean
  /** True when the object was there before anything was sent that could have made it: another run is at work. */
  readonly isAnothers?: boolean
}

export interface CreationOptions {
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly onUnclear: () => void
}

/** A request that was on its way when its connection broke has arrived after this time, or never will. */
const settleMs = 1_000

/**
 * Creates an object once. After an unclear answer the account is asked for the mark before the one repetition; an answer
 * that calls it a duplicate of an object with the same mark means that it exists already.
 */
export async function createOnce(
  account: Account,
  creation: Creation,
  options: CreationOptions,
): Promise<Outcome<Created>> {
  const { kind, body } = creation
  const first = await account.create(kind, body)
  if (first.ok || first.error.code !== 'unclear')
    return asAnothers(await orExisting(account, creation, first))
  // Without its mark an object could not be found again, and might be made twice.
  if (readMark(kind, body) === undefined) return first
  const found = await findAfterUnclear(account, creation, options)
  if (!found.ok) return { ok: false, error: withNote(first.error, found.error) }
  if (found.value !== undefined) return foundObject(found.value)
  const second = await account.create(kind, body)
  if (second.ok || second.error.code !== 'unclear') return orExisting(account, creation, second)
  const again = await findAfterUnclear(account, creation, options)
  return again.ok && again.value !== undefined ? foundObject(again.value) : second
}

function foundObject(object: LiveObject): Outcome<Created> {
  return { ok: true, value: { object, isOurs: false } }
}

function asAnothers(outcome: Outcome<Created>): Outcome<Created> {
  return outcome.ok && !outcome.value.isOurs
    ? { ok: true, value: { ...outcome.value, isAnothers: true } }
    : outcome
}

async function findAfterUnclear(account: Account, creation: Creation, options: CreationOptions) {
  options.onUnclear()
  await options.sleep(settleMs)
  return findMarked(account, creation.kind, creation.mark)
}

const duplicate = /Duplicate of an existing monitor_id:\s*(\d+)/

async function orExisting(
  account: Account,
  creation: Creation,
  outcome: Outcome<LiveObject>,
): Promise<Outcome<Created>> {
  if (outcome.ok) return { ok: true, value: { object: outcome.value, isOurs: true } }
  const id = duplicate.exec(outcome.error.messages.join(' '))?.[1]
  if (id === undefined) return outcome
  const existing = await account.get(creation.kind, id)
  if (!existing.ok) return outcome
  const mark = readMark(creation.kind, existing.value.payload)
  return mark !== undefined && markText(mark) === creation.mark ? foundObject(existing.value) : outcome
}

function withNote(error: AccountError, search: AccountError): AccountError {
  const note = `Looking for the object afterwards failed, too: ${search.messages.join(' ')}`
  return { ...error, messages: [...error.messages, note] }
}
