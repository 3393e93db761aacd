import type { Account, Outcome } from '../account/index.js'
import type { ResourceKind } from '../model/index.js'
import { createdAt, type LiveObject, markText, readMark } from '../wire/index.js'

/** The oldest object with a mark, or undefined when there is none. */
export async function findMarked(
  account: Account,
  kind: ResourceKind,
  mark: string,
): Promise<Outcome<LiveObject | undefined>> {
  const listed = await account.list(kind, { mark, wantsDetails: () => false })
  return listed.ok ? { ok: true, value: oldestByMark(listed.value).get(mark) } : listed
}

/** The oldest object of each mark. */
export function oldestByMark(objects: readonly LiveObject[]): ReadonlyMap<string, LiveObject> {
  const oldest = new Map<string, LiveObject>()
  for (const object of objects) {
    const mark = readMark(object.kind, object.payload)
    if (mark === undefined) continue
    const text = markText(mark)
    const other = oldest.get(text)
    if (other === undefined || isOlder(object, other)) oldest.set(text, object)
  }
  return oldest
}

/** Ids of monitors increase, and dashboards know the microsecond, so two runs agree which is older. */
function isOlder(a: LiveObject, b: LiveObject): boolean {
  const [first, second] = [createdAt(a), createdAt(b)]
  if (first !== second) return first < second
  return a.id.length === b.id.length ? a.id < b.id : a.id.length < b.id.length
}
