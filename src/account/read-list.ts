import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import type { Account } from './account.js'
import { failed, type Outcome, succeeded } from './outcome.js'

/** A list of the API, with how it is cut into pages. */
export interface ListOf {
  /** With its query, but for the page. */
  readonly path: string
  /** Absent where everything comes at once. */
  readonly pages?: Pages
}

export interface Pages {
  /** How many items a full page has; absent where the account may give fewer than were asked for. */
  readonly size?: number
  /** The part of the query that asks for a page, the first of which is 0, behind the items that were read. */
  readonly query: (page: number, read: number) => string
}

/** JSON:API pages by number; 100 is the documented maximum. */
export const numberedPages: Pages = {
  size: 100,
  query: page => `page[size]=100&page[number]=${page}`,
}

/** Every item of a list: of an array, or of the `data` of an object. Pages are read until one is not full or brings nothing new. */
export async function readList(account: Account, list: ListOf): Promise<Outcome<readonly JsonObject[]>> {
  const found: JsonObject[] = []
  const known = new Set<Json>()
  for (let page = 0; ; page += 1) {
    const path = pathOf(list, page, found.length)
    const answer = await account.read(path)
    if (!answer.ok) return answer
    const items = itemsIn(answer.value)
    if (items === undefined) return failed(notAList(path))
    const fresh = items.filter(isJsonObject).filter(({ id }) => id === undefined || !known.has(id))
    found.push(...fresh)
    for (const { id } of fresh) if (id !== undefined) known.add(id)
    if (isLast(list, items.length, fresh.length)) return succeeded(found)
  }
}

function isLast({ pages }: ListOf, read: number, fresh: number): boolean {
  return pages === undefined || fresh === 0 || (pages.size !== undefined && read < pages.size)
}

function pathOf({ path, pages }: ListOf, page: number, read: number): string {
  if (pages === undefined) return path
  return `${path}${path.includes('?') ? '&' : '?'}${pages.query(page, read)}`
}

function itemsIn(answer: Json): readonly Json[] | undefined {
  const items = isJsonObject(answer) ? answer.data : answer
  return Array.isArray(items) ? items : undefined
}

function notAList(path: string) {
  const messages = ['The account answered a listing with something that is not a list.']
  return { code: 'unreadable' as const, messages, request: { method: 'GET', path } }
}
