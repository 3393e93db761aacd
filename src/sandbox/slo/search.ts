import type { Account } from '../account.js'
import { type Answer, ok } from '../answer.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, objectOf, omit, stringsOf, textOf } from '../json.js'
import { PERSON } from '../people.js'
import { type Call, isFlagSet, numberOf } from '../route.js'

/** `GET /api/v1/slo/search`: a shape of its own, with tags sorted into kinds and displays without the final point. */
export function searchSlos(call: Call, account: Account): Answer {
  const words = (call.query.get('query') ?? '').split(/\s+/).filter(word => word !== '' && word !== 'AND')
  const found = account.store.all('slo').filter(slo => words.every(word => hasWord(slo, word)))
  const size = Math.max(1, Math.min(numberOf(call, 'page[size]', 10), 1000))
  const number = numberOf(call, 'page[number]', 0)
  const slos = found.slice(number * size, (number + 1) * size).map(slo => ({ data: entryOf(slo) }))
  const facets = isFlagSet(call, 'include_facets') ? { facets: facetsOf(found) } : {}
  return ok({
    data: { type: 'service_level_objective_search_results', attributes: { slos, ...facets } },
    meta: { pagination: paginationOf(number, size, found.length) },
    links: linksOf(call, number, size),
  })
}

function hasWord(slo: JsonObject, word: string): boolean {
  const [, key, value] = /^(?:(slo_type|type):)(.+)$/.exec(word) ?? []
  if (key !== undefined) return slo.type === value
  const plain = word.replace(/^"|"$/g, '').toLowerCase()
  return textOf(slo.name).toLowerCase().includes(plain) || stringsOf(slo.tags).includes(plain)
}

function entryOf(slo: JsonObject): JsonObject {
  const tags = stringsOf(slo.tags)
  const ofKind = (kind: string) => tags.filter(tag => tag.startsWith(`${kind}:`))
  const query = slo.query === undefined ? null : { metrics: null, ...objectOf(slo.query) }
  return {
    type: 'slo',
    id: slo.id ?? null,
    attributes: {
      name: slo.name ?? null,
      description: slo.description ?? null,
      slo_type: slo.type ?? null,
      all_tags: tags,
      env_tags: ofKind('env'),
      service_tags: ofKind('service'),
      team_tags: ofKind('team'),
      monitor_ids: slo.monitor_ids ?? null,
      groups: slo.groups ?? null,
      query,
      thresholds: arrayOf(slo.thresholds).map(threshold => thresholdOf(objectOf(threshold))),
      timeframe: slo.timeframe ?? null,
      target_threshold: slo.target_threshold ?? null,
      warning_threshold: slo.warning_threshold ?? null,
      creator: omit(PERSON, new Set(['handle'])),
      created_at: slo.created_at ?? null,
      modified_at: slo.modified_at ?? null,
    },
  }
}

/** `warning_display` repeats the target here; so the recorded server answers. */
function thresholdOf(threshold: JsonObject): JsonObject {
  const { timeframe, target, warning } = threshold
  const shown = String(target)
  const hasWarning = typeof warning === 'number'
  return {
    timeframe: timeframe ?? null,
    target: target ?? null,
    target_display: shown,
    warning: warning ?? null,
    warning_display: hasWarning ? shown : null,
  }
}

function facetsOf(slos: readonly JsonObject[]): JsonObject {
  const count = (values: readonly Json[]) => {
    const counts = new Map<Json, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].map(([name, total]) => ({ name, count: total }))
  }
  return {
    all_tags: count(slos.flatMap(slo => [...stringsOf(slo.tags)])),
    slo_type: count(slos.map(slo => slo.type ?? null)),
    target: count(slos.map(slo => slo.target_threshold ?? null)),
  }
}

/** The page numbers as recorded: `next_number` always counts on, and `last_number` stays 0. */
function paginationOf(number: number, size: number, total: number): JsonObject {
  return {
    number,
    first_number: 0,
    prev_number: Math.max(0, number - 1),
    next_number: number + 1,
    last_number: 0,
    size,
    type: 'number_size',
    total,
  }
}

function linksOf(call: Call, number: number, size: number): JsonObject {
  const query = call.query.has('query') ? `query=${encodeURIComponent(call.query.get('query')!)}&` : ''
  const page = (index: number) => `${call.path}?${query}page[number]=${index}&page[size]=${size}`
  return {
    self: `${call.path}${call.search}`,
    last: null,
    next: page(number + 1),
    prev: number > 0 ? page(number - 1) : null,
    first: page(0),
  }
}
