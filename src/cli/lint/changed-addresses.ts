import { addressOf } from '../../model/index.js'
import type { Loaded } from '../../project/index.js'
import { addressesChangedSince, filesChangedSince } from '../changed-since.js'
import type { Context } from '../context.js'
import type { Checked } from './checked.js'

/**
 * The addresses of what Git says changed since a revision: definitions whose file, or a file that it imports, changed, with
 * those that refer to them; and everything in changed JSON files.
 */
export async function changedAddresses(
  context: Context,
  { resources, sources, project }: Checked,
  revision: string,
): Promise<Loaded<ReadonlySet<string>>> {
  const files = await filesChangedSince(context.folder, revision)
  if (!files.ok) return files
  const own = resources.filter(resource => !sources.has(addressOf(resource)))
  const changed =
    project === undefined || own.length === 0
      ? undefined
      : await addressesChangedSince(context.folder, revision, project, own)
  if (changed?.ok === false) return changed
  const changedFiles = new Set(files.value)
  const read = resources.filter(
    resource => sources.has(addressOf(resource)) && changedFiles.has(resource.origin?.file ?? ''),
  )
  return { ok: true, value: new Set([...(changed?.value ?? []), ...read.map(addressOf)]), problems: [] }
}
