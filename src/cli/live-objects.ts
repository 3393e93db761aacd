import type { Account } from '../account/index.js'
import { nearest } from '../diagnostic/index.js'
import { addressOf, type ResourceKind, resourceKinds } from '../model/index.js'
import type { Loaded } from '../project/index.js'
import { type LiveObject, readMark } from '../wire/index.js'
import { accountProblem } from './account-problem.js'

/** Every object of every kind that the account holds. */
export async function listAll(account: Account): Promise<Loaded<readonly LiveObject[]>> {
  const lists = await Promise.all(resourceKinds.map(kind => account.list(kind)))
  const problems = lists.flatMap(list => (list.ok ? [] : [accountProblem(list.error, account.name)]))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: lists.flatMap(list => (list.ok ? list.value : [])), problems: [] }
}

/** `monitor.api-latency` of a managed object, or undefined for one without a mark. */
export function addressOfLive({ kind, payload }: LiveObject): string | undefined {
  const mark = readMark(kind, payload)
  return mark && addressOf({ kind, key: mark.key })
}

/** The kind and id that a person names: `monitor/123`, a bare id, or the address of a page in the web interface. */
export function readId(text: string): { readonly kind: ResourceKind; readonly id: string } | undefined {
  const page =
    /\/(?:(monitors)\/(\d+)|slo\/manage\?.*slo_id=([0-9a-f]{32})|slo\/([0-9a-f]{32})|dashboard\/([a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}))/.exec(
      text,
    )
  if (page?.[2] !== undefined) return { kind: 'monitor', id: page[2] }
  const slo = page?.[3] ?? page?.[4]
  if (slo !== undefined) return { kind: 'slo', id: slo }
  if (page?.[5] !== undefined) return { kind: 'dashboard', id: page[5] }
  const named = /^(monitor|slo|dashboard)\/([\w-]+)$/.exec(text)
  if (named !== null) return { kind: named[1] as ResourceKind, id: named[2]! }
  return kindOfId(text)
}

function kindOfId(id: string): { readonly kind: ResourceKind; readonly id: string } | undefined {
  if (/^\d+$/.test(id)) return { kind: 'monitor', id }
  if (/^[0-9a-f]{32}$/.test(id)) return { kind: 'slo', id }
  if (/^[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}$/.test(id)) return { kind: 'dashboard', id }
  return undefined
}

/** The object that a person names by id, by page, or by the address of its definition. */
export async function findObject(account: Account, name: string): Promise<Loaded<LiveObject>> {
  const id = readId(name)
  if (id !== undefined) {
    const found = await account.get(id.kind, id.id)
    if (!found.ok) return { ok: false, problems: [accountProblem(found.error, account.name)] }
    return { ok: true, value: found.value, problems: [] }
  }
  const all = await listAll(account)
  if (!all.ok) return all
  const match = all.value.find(object => addressOfLive(object) === name)
  if (match === undefined) return { ok: false, problems: [unknownObject(name, all.value)] }
  const whole = match.partial ? await account.get(match.kind, match.id) : { ok: true as const, value: match }
  if (!whole.ok) return { ok: false, problems: [accountProblem(whole.error, account.name)] }
  return { ok: true, value: whole.value, problems: [] }
}

function unknownObject(name: string, objects: readonly LiveObject[]) {
  const close = nearest(
    name,
    objects.flatMap(object => addressOfLive(object) ?? []),
  )
  return {
    code: 'account/unknown-object',
    severity: 'error',
    message: `The account holds no object \`${name}\`.`,
    hint:
      close === undefined
        ? 'Name it as KIND/ID or KIND.KEY; `dogma sandbox show` lists the sandbox.'
        : `Did you mean \`${close}\`?`,
  } as const
}
