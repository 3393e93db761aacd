import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import type { Json, JsonObject } from '../json.js'
import { objectOf, stringsOf, textOf } from '../json.js'
import { type Call, numberOf } from '../route.js'
import { matches, parseSearch, type Term } from './search-query.js'

const STATUSES: ReadonlySet<string> = new Set([
  'alert',
  'warn',
  'no data',
  'ok',
  'ignored',
  'skipped',
  'unknown',
])

/** `GET /api/v1/monitor/search`: https://docs.datadoghq.com/monitors/manage/search/ */
export function searchMonitors(call: Call, account: Account): Answer {
  return search(call, account, 'monitors', summaryOf)
}

/** `GET /api/v1/monitor/groups/search`: one group per monitor, because nothing is evaluated here. */
export function searchMonitorGroups(call: Call, account: Account): Answer {
  return search(call, account, 'groups', groupOf)
}

function search(
  call: Call,
  account: Account,
  key: string,
  show: (monitor: JsonObject) => JsonObject,
): Answer {
  const terms = parseSearch(call.query.get('query') ?? '')
  const wrong = unknownStatus(terms)
  if (wrong !== undefined) return refuse(400, `Query parsing error: '${wrong}' is not a valid monitor status`)
  const found = account.store.all('monitor').filter(monitor => terms.every(term => matches(monitor, term)))
  const perPage = Math.max(1, Math.min(numberOf(call, 'per_page', 30), 1000))
  const page = numberOf(call, 'page', 0)
  const shown = sorted(found, call.query.get('sort')).slice(page * perPage, (page + 1) * perPage)
  const metadata = {
    total_count: found.length,
    page,
    per_page: perPage,
    page_count: Math.ceil(found.length / perPage),
  }
  return ok({ counts: countsOf(found), [key]: shown.map(show), metadata })
}

function unknownStatus(terms: readonly Term[]): string | undefined {
  const values = terms.filter(term => term.key === 'status').flatMap(term => term.values)
  return values.find(value => !STATUSES.has(value.toLowerCase()))
}

const SORT_FIELDS: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['status', 'overall_state'],
  ['tags', 'tags'],
])

/** `name,asc`, `status,desc`, `tags,asc`: the server's own sort keys. */
function sorted(monitors: readonly JsonObject[], sort: string | null): readonly JsonObject[] {
  const [field, order] = (sort ?? '').split(',')
  const key = SORT_FIELDS.get(field ?? '')
  if (key === undefined) return monitors
  const keyed = monitors.map(monitor => ({ monitor, text: String(monitor[key] ?? '') }))
  const sign = order === 'desc' ? -1 : 1
  keyed.sort((a, b) => (a.text < b.text ? -sign : a.text > b.text ? sign : 0))
  return keyed.map(item => item.monitor)
}

function summaryOf(monitor: JsonObject): JsonObject {
  const query = textOf(monitor.query)
  const message = textOf(monitor.message)
  return {
    id: monitor.id ?? null,
    name: monitor.name ?? null,
    type: monitor.type ?? null,
    query,
    status: monitor.overall_state ?? null,
    tags: monitor.tags ?? [],
    creator: objectOf(monitor.creator),
    org_id: monitor.org_id ?? null,
    scopes: (query.match(/\{[^{}]*\}/g) ?? []).slice(0, 1).map(scope => scope.slice(1, -1)),
    metrics: [...new Set((query.match(/[a-z]\w*(?:\.\w+)*(?=\{)/gi) ?? []).filter(name => name !== 'by'))],
    notifications: (message.match(/@[\w.+@-]+/g) ?? []).map(handle => ({
      handle: handle.slice(1),
      name: handle,
    })),
    priority: monitor.priority ?? null,
    classification: classificationOf(monitor),
    muted_until_ts: null,
    last_triggered_ts: null,
    quality_issues: [],
  }
}

function classificationOf(monitor: JsonObject): string {
  return textOf(monitor.type)
    .replace(/ alert$/, '')
    .replace(/^query$/, 'metric')
}

function groupOf(monitor: JsonObject): JsonObject {
  return {
    monitor_id: monitor.id ?? null,
    monitor_name: monitor.name ?? null,
    monitor_tags: monitor.tags ?? [],
    group: '*',
    group_tags: [],
    status: monitor.overall_state ?? null,
    last_nodata_ts: null,
    last_triggered_ts: null,
  }
}

function countsOf(monitors: readonly JsonObject[]): JsonObject {
  return {
    status: tally(monitors.map(monitor => monitor.overall_state ?? null)),
    muted: tally(monitors.map(() => false)),
    tag: tally(monitors.flatMap(monitor => [...stringsOf(monitor.tags)])),
    type: tally(monitors.map(classificationOf)),
  }
}

function tally(values: readonly Json[]): readonly JsonObject[] {
  const counts = new Map<Json, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => ({ name, count }))
}
