import type { ResourceKind } from '../model/index.js'
import { type LiveObject, usesOf } from '../wire/index.js'

/** Which live objects name a live object by its id. */
export type Users = (kind: ResourceKind, id: string) => readonly LiveObject[]

/** Looks up users of any object; reads every live object once. */
export function indexUsers(live: readonly LiveObject[]): Users {
  const users = new Map<string, LiveObject[]>()
  for (const object of live) {
    for (const use of usesOf(object.kind, object.payload)) {
      const text = `${use.kind}:${use.id}`
      const known = users.get(text)
      if (known === undefined) users.set(text, [object])
      else known.push(object)
    }
  }
  return (kind, id) => users.get(`${kind}:${id}`) ?? []
}
