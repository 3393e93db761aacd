import {
  canonical,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  mapJson,
} from './recordings-json.js'

/** Times are compared only as null or set. */
const TIMES: ReadonlySet<string> = new Set([
  'created',
  'created_at',
  'modified',
  'modified_at',
  'edited_at',
  'canceled',
  'deleted_at',
  'invitation_expiry',
])
/** People and organisations are other ones. */
const PEOPLE: ReadonlySet<string> = new Set([
  'creator',
  'author',
  'author_handle',
  'author_name',
  'creator_id',
  'updater_id',
  'creator_uuid',
  'modifier',
  'created_by',
  'included',
  'org_id',
  'invitees',
])
/** What evaluation decides, not the write. */
const LIVE: ReadonlySet<string> = new Set([
  'overall_state',
  'overall_state_modified',
  'dashboard_quality_score',
  // How long the server's own query took.
  'timing',
])
/** Lists that the server gives in random order, per kind. */
const UNORDERED: Readonly<Record<string, readonly string[]>> = {
  slo: ['tags', 'all_tags'],
  downtime: ['notify_end_types', 'notify_end_states'],
}
/** The author's own content: nothing in it is masked. */
const VERBATIM: ReadonlySet<string> = new Set(['definition', 'options', 'monitor_definition'])

/** An answer without what differs between any two accounts. */
export function normalForm(kind: string, value: Json): Json {
  return mapJson(value, (key, item) => normalMember(kind, key, item)) ?? null
}

function normalMember(kind: string, key: string, value: Json): Json | undefined {
  if (kind === 'downtime' && key === 'start' && isServersTime(value)) return '<time>'
  if (VERBATIM.has(key)) return frozen(value)
  if (TIMES.has(key) && !isJsonObject(value)) return value === null ? null : '<time>'
  // A person without a name is `null` where only the name is shown.
  if (PEOPLE.has(key)) return value === null && key !== 'author_name' ? null : '<person>'
  if (LIVE.has(key)) return undefined
  // Nobody can tell a secret beforehand.
  if (key === 'credential') return '<secret>'
  if (key === 'share_list' && isJsonArray(value)) return value.map(() => '<person>')
  if (UNORDERED[kind]?.includes(key) && isJsonArray(value))
    return value.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
  if (typeof value === 'string') return normalText(value)
  return value
}

/** People give whole seconds; a start with a fraction is the server's own "now". */
function isServersTime(value: Json): boolean {
  return typeof value === 'string' && /:\d\d\.\d{6}\+/.test(value)
}

/** A wrapper makes `mapJson` keep the content as it is, because a changed member is not walked again. */
function frozen(value: Json): Json {
  return isJsonObject(value) || isJsonArray(value) ? JSON.parse(JSON.stringify(value)) : value
}

function normalText(text: string): string {
  return text
    .replace(/org_id[:=]\d+/g, 'org_id:<org>')
    .replace(/^https:\/\/api\.[a-z0-9.]+\//, '/')
    .replaceAll('%5B', '[')
    .replaceAll('%5D', ']')
}

/** Objects of a list, sorted by their text, so that an account's own order does not count. */
export function sortedList(items: readonly Json[]): readonly Json[] {
  return items.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
}

export function fieldOf(value: Json, key: string): Json | undefined {
  return isJsonObject(value) ? value[key] : undefined
}

export function withField(value: JsonObject, key: string, field: Json): JsonObject {
  return { ...value, [key]: field }
}
