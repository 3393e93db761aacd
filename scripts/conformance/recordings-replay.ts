import { type Sandbox, startSandbox } from '../../src/sandbox/index.js'
import { instantOf, withoutAccountFields } from './recordings-accounts.js'
import { type IdMap, learnIds, translate, translateText, unknownIds } from './recordings-ids.js'
import {
  canonical,
  firstDifference,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from './recordings-json.js'
import { fieldOf, normalForm, sortedList, withField } from './recordings-normal.js'
import type { Interaction, Recording } from './recordings-read.js'

/** What became of one recorded interaction. */
export interface Outcome {
  readonly interaction: Interaction
  /** `prior`: it needs objects that existed before the recording. `other`: no endpoint of the sandbox. */
  readonly kind: 'compared' | 'prior' | 'other'
  readonly isStatusEqual: boolean
  /** Equal as recorded, whatever the account. */
  readonly isBodyEqualStrictly: boolean
  /** Equal apart from fields that only some accounts have. */
  readonly isBodyEqual: boolean
  readonly difference: string | undefined
}

/** Kinds of interactions that the sandbox serves. */
export const SERVED_KINDS: ReadonlySet<string> = new Set([
  'monitor',
  'slo',
  'slo_correction',
  'dashboard',
  'dashboard_list',
  'downtime',
  'monitor_notification_rule',
  'monitor_config_policy',
  'monitor_user_template',
  'restriction_policy',
])

interface AccountUnderTest {
  readonly sandbox: Sandbox
  readonly ids: IdMap
  readonly client: string
  /** Paths that the recording wrote to. */
  readonly written: Set<string>
  now: number
}

/** Replays one recording, with a fresh sandbox per recorded host. */
export async function replayRecording(recording: Recording): Promise<readonly Outcome[]> {
  const accounts = new Map<string, AccountUnderTest>()
  const outcomes: Outcome[] = []
  try {
    for (const interaction of recording.interactions) {
      const account = accounts.get(interaction.host) ?? (await openAccount(recording))
      accounts.set(interaction.host, account)
      outcomes.push(await replay(account, interaction))
    }
  } finally {
    for (const account of accounts.values()) await account.sandbox.close()
  }
  return outcomes
}

async function openAccount(recording: Recording): Promise<AccountUnderTest> {
  const times = recording.interactions.map(interaction => instantOf(interaction.responseBody))
  const account = {
    ids: new Map<string, string>(),
    client: clientOf(recording.source),
    written: new Set<string>(),
    now: times.find(time => time !== undefined) ?? Date.now(),
  }
  const sandbox = await startSandbox({ clock: () => new Date(account.now) })
  return Object.assign(account, { sandbox })
}

async function replay(account: AccountUnderTest, interaction: Interaction): Promise<Outcome> {
  if (!SERVED_KINDS.has(interaction.kind)) return skipped(interaction, 'other')
  if (needsPriorState(account, interaction)) return skipped(interaction, 'prior')
  await addStandIns(account, interaction)
  // Downtimes and corrections look at the clock: it follows the recording.
  if (interaction.method !== 'GET') account.now = instantOf(interaction.responseBody) ?? account.now + 1000
  if (interaction.method !== 'GET') account.written.add(interaction.path)
  const answer = await send(account, interaction)
  if (interaction.status < 300 && answer.status < 300)
    learnIds(account.ids, ...listless(interaction, answer.body))
  return compare(account, interaction, answer)
}

function skipped(interaction: Interaction, kind: 'prior' | 'other'): Outcome {
  const equal = { isStatusEqual: true, isBodyEqual: true, isBodyEqualStrictly: true }
  return { interaction, kind, ...equal, difference: undefined }
}

/** Lists of everything teach no ids: objects stand in another order there. */
function listless(interaction: Interaction, body: Json): [Json, Json] {
  return interaction.method === 'GET' ? [null, null] : [interaction.responseBody, body]
}

function needsPriorState(account: AccountUnderTest, interaction: Interaction): boolean {
  const named = [interaction.path, ...idsInQuery(interaction.query)].flatMap(text =>
    unknownIds(account.ids, text),
  )
  if (interaction.status < 300 && named.length > 0) return true
  if (showsPriorPolicy(account, interaction)) return true
  const duplicateOf = /Duplicate of an existing monitor_id:(\d+)/.exec(
    canonical(interaction.responseBody),
  )?.[1]
  if (duplicateOf !== undefined && !account.ids.has(duplicateOf)) return true
  return (
    isListing(interaction) &&
    ownObjects(account, interaction).length === 0 &&
    listOf(interaction.responseBody).length > 0
  )
}

/** A policy read with bindings, of a resource that the recording did not make; everything else has an empty one. */
function showsPriorPolicy(
  account: AccountUnderTest,
  { kind, method, path, responseBody }: Interaction,
): boolean {
  if (kind !== 'restriction_policy' || method !== 'GET' || account.written.has(path)) return false
  const attributes = fieldOf(fieldOf(responseBody, 'data') ?? null, 'attributes')
  return listOf({ data: fieldOf(attributes ?? null, 'bindings') ?? [] }).length > 0
}

function idsInQuery(query: JsonObject): readonly string[] {
  return ['ids', 'monitor_ids'].flatMap(key => String(query[key] ?? '').split(','))
}

interface Answer {
  readonly status: number
  readonly body: Json
}

const HEADERS = { 'dd-api-key': 'key', 'dd-application-key': 'key', 'content-type': 'application/json' }

/** A few answers depend on the client, which its recording is named after. */
function clientOf(source: string): string {
  return source.slice(0, source.indexOf('/'))
}

async function request(
  account: AccountUnderTest,
  method: string,
  address: string,
  body: Json,
): Promise<Answer> {
  const payload = body === null ? {} : { body: JSON.stringify(body) }
  const headers = { ...HEADERS, 'user-agent': account.client }
  const response = await fetch(`${account.sandbox.url}${address}`, { method, headers, ...payload })
  const text = await response.text()
  return { status: response.status, body: parse(text) }
}

function parse(text: string): Json {
  if (text === '') return null
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

function send(account: AccountUnderTest, interaction: Interaction): Promise<Answer> {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(interaction.query)) {
    for (const item of isJsonArray(value) ? value : [value])
      query.append(key, translateText(account.ids, String(item)))
  }
  const search = query.size > 0 ? `?${query}` : ''
  const path = translateText(account.ids, interaction.path)
  return request(account, interaction.method, path + search, translate(account.ids, interaction.requestBody))
}

/** Monitors that existed before the recording and that a write needs are replaced by plain ones. */
async function addStandIns(account: AccountUnderTest, interaction: Interaction): Promise<void> {
  const body = interaction.requestBody
  if (!isJsonObject(body) || interaction.status >= 300) return
  const composed = body.type === 'composite' ? (String(body.query).match(/\d{4,}/g) ?? []) : []
  const monitors = isJsonArray(body.monitor_ids) ? body.monitor_ids.map(String) : []
  for (const id of [...composed, ...monitors]) {
    if (account.ids.has(id)) continue
    const query = `avg(last_5m):avg:stand.in{id:${id}} > 1`
    const made = await request(account, 'POST', '/api/v1/monitor', {
      type: 'metric alert',
      name: `stand-in ${id}`,
      query,
    })
    account.ids.set(id, String(fieldOf(made.body, 'id')))
  }
}

function compare(account: AccountUnderTest, interaction: Interaction, answer: Answer): Outcome {
  const isStatusEqual = answer.status === interaction.status
  const base = { interaction, kind: 'compared' as const, isStatusEqual }
  if (!isStatusEqual) {
    const difference = `status: recorded ${interaction.status}, sandbox ${answer.status} ${canonical(answer.body).slice(0, 200)}`
    return { ...base, isBodyEqual: false, isBodyEqualStrictly: false, difference }
  }
  if (interaction.isBodyOmitted)
    return { ...base, isBodyEqual: true, isBodyEqualStrictly: true, difference: undefined }
  const [recorded, ours] = comparable(account, interaction, answer.body)
  const strict = firstDifference(recorded, ours)
  const difference =
    strict &&
    firstDifference(
      withoutAccountFields(interaction.kind, recorded),
      withoutAccountFields(interaction.kind, ours),
    )
  return {
    ...base,
    isBodyEqual: difference === undefined,
    isBodyEqualStrictly: strict === undefined,
    difference,
  }
}

/** Both answers in normal form; of lists only the objects that the recording itself made. */
function comparable(account: AccountUnderTest, interaction: Interaction, body: Json): [Json, Json] {
  if (typeof interaction.responseBody === 'string' || typeof body === 'string') {
    return [typeof interaction.responseBody, typeof body]
  }
  const recorded = normalForm(interaction.kind, translate(account.ids, interaction.responseBody))
  const ours = normalForm(interaction.kind, body)
  if (!isListing(interaction)) return [recorded, ours]
  const known = new Set(account.ids.values())
  return [withoutStrangers(recorded, known), withoutStrangers(ours, known)]
}

const LIST_PATHS =
  /^\/api\/v[12]\/(monitor|slo|slo\/correction|slo\/search|dashboard|dashboard\/lists\/manual|downtime|dashboards\/usage|monitor\/notification_rule|monitor\/template|monitor\/policy|monitor\/search|monitor\/groups\/search)$/

function isListing(interaction: Interaction): boolean {
  return interaction.method === 'GET' && interaction.status === 200 && LIST_PATHS.test(interaction.path)
}

const LIST_KEYS = ['data', 'dashboards', 'dashboard_lists', 'monitors', 'groups'] as const

function listOf(body: Json): readonly Json[] {
  if (isJsonArray(body)) return body
  const key = LIST_KEYS.find(name => isJsonArray(fieldOf(body, name)))
  const list = key === undefined ? undefined : fieldOf(body, key)
  if (isJsonArray(list)) return list
  const found = fieldOf(fieldOf(fieldOf(body, 'data') ?? null, 'attributes') ?? null, 'slos')
  return isJsonArray(found) ? found : []
}

function idOf(item: Json): string {
  const id = fieldOf(item, 'id') ?? fieldOf(fieldOf(item, 'data') ?? null, 'id')
  return String(id)
}

function ownObjects(account: AccountUnderTest, interaction: Interaction): readonly Json[] {
  return listOf(interaction.responseBody).filter(item => account.ids.has(idOf(item)))
}

/** A list with the known objects only, and without totals when others were among them. */
function withoutStrangers(body: Json, known: ReadonlySet<string>): Json {
  const list = listOf(body)
  const own = sortedList(list.filter(item => known.has(idOf(item))))
  if (isJsonArray(body)) return own
  if (!isJsonObject(body)) return body
  const key = LIST_KEYS.find(name => isJsonArray(body[name]))
  if (key === undefined) return own
  const kept = withField(body, key, own)
  return Object.fromEntries(
    Object.entries(kept).filter(([name]) => !['metadata', 'meta', 'links', 'counts'].includes(name)),
  )
}
