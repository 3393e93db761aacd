import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../model/index.js'
import { type LiveObject, markText, parseMark, readMark } from '../wire/index.js'
import type { Account, ListOptions } from './account.js'
import type { Client } from './client.js'
import type { DashboardCache } from './dashboard-cache.js'
import { idOf } from './endpoints.js'
import { failed, type Outcome, succeeded } from './outcome.js'

type Listing = Promise<Outcome<readonly LiveObject[]>>
type Page = Outcome<readonly LiveObject[]>

const pageSize = 1000
/** The number of pages is not known before the last one, so a few are asked for ahead. */
const pagesAhead = 4

/** Monitors by pages, several at once, until a page is not full. */
export async function listMonitors(client: Client, options: ListOptions): Listing {
  const filter = options.mark === undefined ? '' : `&monitor_tags=${encodeURIComponent(options.mark)}`
  const path = (page: number) =>
    `/api/v1/monitor?page=${page}&page_size=${pageSize}&with_downtimes=false${filter}`
  const found = new Map<string, LiveObject>()
  // A search for one mark has one page.
  const asked = [...Array(options.mark === undefined ? pagesAhead : 1).keys()].map(page =>
    readPage(client, 'monitor', path(page)),
  )
  for (let page = 0; page < asked.length; page += 1) {
    const objects = await asked[page]!
    if (!objects.ok) return objects
    for (const object of objects.value) found.set(object.id, object)
    options.onProgress?.({ kind: 'monitor', read: found.size })
    if (objects.value.length < pageSize) break
    asked.push(readPage(client, 'monitor', path(asked.length)))
  }
  return succeeded(inOrderOfId(found).filter(carries(options.mark)))
}

function inOrderOfId(found: ReadonlyMap<string, LiveObject>): LiveObject[] {
  return [...found.values()].sort((a, b) => Number(a.id) - Number(b.id))
}

/** SLOs by pages; the first one tells how many there are. */
export async function listSlos(client: Client, options: ListOptions): Listing {
  const filter = options.mark === undefined ? '' : `&tags_query=${encodeURIComponent(options.mark)}`
  const path = (offset: number) => `/api/v1/slo?limit=${pageSize}&offset=${offset}${filter}`
  const found = new Map<string, LiveObject>()
  let offset = 0
  for (;;) {
    const page = await readPage(client, 'slo', path(offset))
    if (!page.ok) return page
    for (const object of page.value) found.set(object.id, object)
    options.onProgress?.({ kind: 'slo', read: found.size })
    if (page.value.length < pageSize) return succeeded([...found.values()].filter(carries(options.mark)))
    offset += page.value.length
  }
}

/** Dashboards: the listing holds no widgets, so each that is wanted is read by itself, unless the cache has it. */
export async function listDashboards(
  client: Client,
  options: ListOptions,
  get: Account['get'],
  cache: DashboardCache | undefined,
): Listing {
  const summaries = await listSummaries(client)
  if (!summaries.ok) return summaries
  const listed = summaries.value.filter(carries(options.mark))
  const wants = options.wantsDetails ?? (() => true)
  let read = 0
  const objects = await Promise.all(
    listed.map(async summary => {
      const object = wants(summary) ? await readDashboard(summary, get, cache) : succeeded(summary)
      read += 1
      options.onProgress?.({ kind: 'dashboard', read, total: listed.length })
      return object
    }),
  )
  return collected(objects)
}

/** Pages until one brings nothing new: the size of a page is the account's choice. */
async function listSummaries(client: Client): Promise<Page> {
  const found = new Map<string, LiveObject>()
  for (;;) {
    const path = `/api/v1/dashboard?count=${pageSize}&start=${found.size}`
    const page = await readPage(client, 'dashboard', path)
    if (!page.ok) return page
    const before = found.size
    for (const summary of page.value) found.set(summary.id, { ...summary, partial: true })
    if (found.size === before) return succeeded([...found.values()])
  }
}

async function readDashboard(
  summary: LiveObject,
  get: Account['get'],
  cache: DashboardCache | undefined,
): Promise<Outcome<LiveObject | undefined>> {
  const modifiedAt = String(summary.payload.modified_at ?? '')
  const kept = cache?.find(summary.id, modifiedAt)
  if (kept !== undefined) return succeeded({ kind: 'dashboard', id: summary.id, payload: kept })
  const object = await get('dashboard', summary.id)
  // Deleted between the listing and the read.
  if (!object.ok && object.error.code === 'not-found') return succeeded(undefined)
  if (object.ok) cache?.keep(summary.id, String(object.value.payload.modified_at ?? ''), object.value.payload)
  return object
}

function collected(objects: readonly Outcome<LiveObject | undefined>[]): Page {
  const values: LiveObject[] = []
  for (const object of objects) {
    if (!object.ok) return object
    if (object.value !== undefined) values.push(object.value)
  }
  return succeeded(values)
}

async function readPage(client: Client, kind: ResourceKind, path: string): Promise<Page> {
  const { outcome } = await client.call({ method: 'GET', path, isRepeatable: true })
  if (!outcome.ok) return outcome
  const items = itemsIn[kind](outcome.value)
  if (!Array.isArray(items)) return failed(notAList(path))
  return succeeded(items.filter(isJsonObject).flatMap(payload => liveObjects(kind, payload)))
}

const itemsIn: Readonly<Record<ResourceKind, (answer: Json) => Json | undefined>> = {
  monitor: answer => answer,
  slo: answer => (isJsonObject(answer) ? answer.data : undefined),
  dashboard: answer => (isJsonObject(answer) ? answer.dashboards : undefined),
}

function liveObjects(kind: ResourceKind, payload: JsonObject): LiveObject[] {
  const id = idOf(payload)
  return id === undefined ? [] : [{ kind, id, payload }]
}

function notAList(path: string) {
  const messages = ['The account answered a listing with something that is not a list.']
  return { code: 'unreadable' as const, messages, request: { method: 'GET', path } }
}

/** The filters of the API match loosely, so the mark itself is looked at. */
function carries(mark: string | undefined): (object: LiveObject) => boolean {
  const wanted = mark === undefined ? undefined : parseMark(mark)
  if (wanted === undefined) return () => true
  return ({ kind, payload }) => {
    const found = readMark(kind, payload)
    return found !== undefined && markText(found) === markText(wanted)
  }
}
