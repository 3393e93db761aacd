import type { Account } from '../../account/index.js'
import { type ResourceKind, resourceKinds } from '../../model/index.js'
import type { LiveObject } from '../../wire/index.js'
import { accountProblem } from '../account-problem.js'
import type { Context } from '../context.js'
import { findObject } from '../live-objects.js'
import { startProgress } from '../progress.js'
import { type WithAssets, withAssets } from './assets.js'
import type { Found, Source } from './found.js'

/**
 * Every object of the account, dashboards with their widgets and wanted monitors with their assets. What cannot be read
 * is told; the rest is there.
 */
export async function readWholeAccount(
  context: Context,
  account: Account,
  isWanted: (found: Found) => boolean,
): Promise<Source> {
  const progress = await startProgress(context, `Reading account ${account.name}`)
  const counts = new Map<ResourceKind, { readonly read: number; readonly total: number }>()
  const lists = await Promise.all(
    resourceKinds.map(kind =>
      account.list(kind, {
        onProgress: ({ read, total }) => {
          counts.set(kind, { read, total: total ?? read })
          const all = [...counts.values()]
          progress.update(
            all.reduce((sum, count) => sum + count.read, 0),
            all.reduce((sum, count) => sum + count.total, 0),
          )
        },
      }),
    ),
  )
  progress.stop()
  const objects = lists.flatMap(list => (list.ok ? list.value : []))
  const monitors = await readAssets(context, account, objects, isWanted)
  const complete = new Map(monitors.objects.map(object => [object.id, object]))
  return {
    found: objects.map(object =>
      foundLive(object.kind === 'monitor' ? (complete.get(object.id) ?? object) : object),
    ),
    problems: [
      ...lists.flatMap(list => (list.ok ? [] : [accountProblem(list.error, account.name)])),
      ...monitors.problems,
    ],
  }
}

async function readAssets(
  context: Context,
  account: Account,
  objects: readonly LiveObject[],
  isWanted: (found: Found) => boolean,
): Promise<WithAssets> {
  const wanted = objects.filter(object => object.kind === 'monitor' && isWanted(foundLive(object)))
  const progress = await startProgress(context, 'Reading the runbooks of monitors')
  let read = 0
  const monitors = await withAssets(account, wanted, () => {
    read += 1
    progress.update(read, wanted.length)
  })
  progress.stop()
  return monitors
}

/** The objects that a person names: `monitor/123`, a bare id, the address of a page. */
export async function readNamed(
  context: Context,
  account: Account,
  names: readonly string[],
): Promise<Source> {
  const progress = await startProgress(context, `Reading account ${account.name}`)
  let read = 0
  const objects = await Promise.all(
    [...new Set(names)].map(async name => {
      const object = await findObject(account, name)
      read += 1
      progress.update(read, names.length)
      return object
    }),
  )
  progress.stop()
  return {
    found: objects.flatMap(object => (object.ok ? [foundLive(object.value)] : [])),
    problems: objects.flatMap(object => (object.ok ? [] : object.problems)),
  }
}

function foundLive({ kind, id, payload }: LiveObject): Found {
  return { kind, id, payload }
}
