import type { Account, AccountError } from '../../account/index.js'
import type { ProjectProblem } from '../../project/index.js'
import type { LiveObject } from '../../wire/index.js'
import { accountProblem } from '../account-problem.js'

/** Monitors as they are when they are read one by one, and what was in the way. */
export interface WithAssets {
  readonly objects: readonly LiveObject[]
  readonly problems: readonly ProjectProblem[]
}

/**
 * The monitors with their runbooks and other assets, which listings never show.
 * https://docs.datadoghq.com/api/latest/monitors/#get-a-monitors-details
 * A monitor that cannot be read stays as the listing had it; each reason is told once.
 */
export async function withAssets(
  account: Pick<Account, 'name' | 'get'>,
  listed: readonly LiveObject[],
  onRead: () => void,
): Promise<WithAssets> {
  const errors = new Map<string, AccountError>()
  const objects = await Promise.all(
    listed.map(async object => {
      const read = await account.get('monitor', object.id)
      onRead()
      if (read.ok) return read.value
      // Somebody deleted it since it was listed.
      if (read.error.code !== 'not-found') errors.set(read.error.code, read.error)
      return object
    }),
  )
  return { objects, problems: [...errors.values()].map(error => unread(accountProblem(error, account.name))) }
}

function unread(problem: ProjectProblem): ProjectProblem {
  return { ...problem, message: `The runbooks of some monitors could not be read. ${problem.message}` }
}
