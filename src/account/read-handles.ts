import type { Account } from './account.js'
import { type HandleFamily, type HandleList, handleFamilies, type ListedName } from './handle-families.js'
import { type AccountError, failed, type Outcome, succeeded } from './outcome.js'
import { readList } from './read-list.js'

/** What an account says about the handles of one family. */
export interface FamilyHandles {
  /** Every name that exists; absent where names that the account does not know work as well. */
  readonly names?: readonly string[]
  /** Names that are there and reach nobody, with the reason. */
  readonly inactive: Readonly<Record<string, string>>
}

/** A family that the account did not tell. */
export interface UntoldFamily {
  readonly label: string
  readonly error: AccountError
}

export interface HandlesRead {
  /** By the word after `@`; a family that cannot be read is absent. */
  readonly families: Readonly<Record<string, FamilyHandles>>
  readonly untold: readonly UntoldFamily[]
}

export interface HandleOptions {
  /** The Slack workspaces as the account names them; without all of them nothing is said about Slack. */
  readonly slackWorkspaces?: readonly string[]
}

/**
 * Which of the wanted handles exist: names by family, as in `new Map([['team', new Set(['sre'])]])`. Each list is read once,
 * each name of a family without a list once, and nothing for families that nobody asks about.
 *
 * @example
 * const { families } = await readHandles(account, new Map([['webhook', new Set(['pager'])]]))
 */
export async function readHandles(
  account: Account,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  options: HandleOptions = {},
): Promise<HandlesRead> {
  const listed = listsOnce(account)
  const reads = await Promise.all(
    [...wanted].flatMap(([prefix, names]) => {
      const family = Object.hasOwn(handleFamilies, prefix) ? handleFamilies[prefix] : undefined
      if (family === undefined) return []
      const reading = { account, listed, names: [...names], workspaces: options.slackWorkspaces ?? [] }
      return [readFamily(family, reading).then(told => ({ prefix, family, told }))]
    }),
  )
  return {
    families: Object.fromEntries(
      reads.flatMap(({ prefix, told }) => (told?.ok ? [[prefix, told.value] as const] : [])),
    ),
    untold: reads.flatMap(({ family, told }) =>
      told?.ok === false ? [{ label: family.label, error: told.error }] : [],
    ),
  }
}

type ReadNames = (list: HandleList) => Promise<Outcome<readonly ListedName[]>>

/** Two families may share a list. */
function listsOnce(account: Account): ReadNames {
  const known = new Map<HandleList, ReturnType<ReadNames>>()
  return list => {
    const before = known.get(list)
    if (before !== undefined) return before
    const read = namesOf(account, list)
    known.set(list, read)
    return read
  }
}

async function namesOf(account: Account, list: HandleList): Promise<Outcome<readonly ListedName[]>> {
  const items = await readList(account, list)
  return items.ok ? succeeded(items.value.flatMap(item => list.nameIn(item) ?? [])) : items
}

interface FamilyReading {
  readonly account: Account
  readonly listed: ReadNames
  readonly names: readonly string[]
  readonly workspaces: readonly string[]
}

/** Undefined where the family can only be read by somebody who knows more about it. */
async function readFamily(
  { lookup }: HandleFamily,
  { account, listed, names, workspaces }: FamilyReading,
): Promise<Outcome<FamilyHandles> | undefined> {
  if (lookup.kind === 'each') return existing(account, lookup.path, names)
  if (lookup.kind === 'lists-by-workspace') {
    return workspaces.length === 0 ? undefined : channels(workspaces, name => listed(lookup.list(name)))
  }
  const read = collected(await Promise.all(lookup.lists.map(listed)))
  if (!read.ok) return read
  const told = read.value.flat()
  const inactive = Object.fromEntries(
    told.flatMap(({ name, inactive: reason }) => (reason === undefined ? [] : [[name, reason] as const])),
  )
  if (lookup.kind === 'inactive-lists') return succeeded({ inactive })
  return succeeded({ names: told.map(({ name }) => name), inactive })
}

/** `@slack-channel` and `@slack-workspace-channel` mean the same. */
async function channels(
  workspaces: readonly string[],
  channelsOf: (workspace: string) => Promise<Outcome<readonly ListedName[]>>,
): Promise<Outcome<FamilyHandles>> {
  const read = collected(await Promise.all(workspaces.map(channelsOf)))
  if (!read.ok) return read
  const names = read.value.flatMap((listed, index) =>
    listed.flatMap(({ name }) => [name, `${workspaces[index]}-${name}`]),
  )
  return succeeded({ names, inactive: {} })
}

/** The first name is asked for alone: where it is refused, so would be all others. */
async function existing(
  account: Account,
  pathOf: (name: string) => string,
  names: readonly string[],
): Promise<Outcome<FamilyHandles>> {
  const exists = async (name: string): Promise<Outcome<readonly string[]>> => {
    const answer = await account.read(pathOf(name))
    if (answer.ok) return succeeded([name])
    return answer.error.code === 'not-found' ? succeeded([]) : failed(answer.error)
  }
  const [first, ...others] = names
  if (first === undefined) return succeeded({ names: [], inactive: {} })
  const begun = await exists(first)
  const read = begun.ok ? collected([begun, ...(await Promise.all(others.map(exists)))]) : begun
  return read.ok ? succeeded({ names: read.value.flat(), inactive: {} }) : read
}

function collected<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const values: T[] = []
  for (const outcome of outcomes) {
    if (!outcome.ok) return outcome
    values.push(outcome.value)
  }
  return succeeded(values)
}
