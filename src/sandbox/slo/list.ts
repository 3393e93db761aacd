import type { Account } from '../account.js'
import { type Answer, okText, refuse } from '../answer.js'
import { pythonText } from '../dashboard/python-text.js'
import type { JsonObject } from '../json.js'
import { objectOf, stringsOf, textOf } from '../json.js'
import { type Call, listOf, numberOf } from '../route.js'
import { sloText } from './view.js'

const LARGEST_PAGE = 1000

/** `GET /api/v1/slo`: `metadata` is left out when `ids` is given. */
export function listSlos(call: Call, account: Account): Answer {
  if (call.query.has('ids')) {
    const ids = listOf(call, 'ids')
    // The name of the parameter is the server's own slip.
    if (new Set(ids).size < ids.length) return refuse(400, "All items in parameter 'True' must be unique")
    const named = ids.flatMap(id => {
      const slo = account.store.get('slo', id)
      return slo ? [slo] : []
    })
    if (named.length === 0) return refuse(404, `no SLOs found for ids: ${pythonText(ids)} not found`)
    return okText(`{"data":${textsOf(named, account)},"error":null}`)
  }
  const found = account.store.all('slo').filter(filterOf(call))
  const offset = numberOf(call, 'offset', 0)
  const shown = found.slice(offset, offset + Math.min(numberOf(call, 'limit', LARGEST_PAGE), LARGEST_PAGE))
  const page = { total_count: account.store.count('slo'), total_filtered_count: found.length }
  return okText(`{"data":${textsOf(shown, account)},"error":null,"metadata":${JSON.stringify({ page })}}`)
}

function textsOf(slos: readonly JsonObject[], account: Account): string {
  return `[${slos.map(slo => sloText(slo, account)).join(',')}]`
}

function filterOf(call: Call): (slo: JsonObject) => boolean {
  const name = call.query.get('query')?.toLowerCase() ?? ''
  const tags = call.query.get('tags_query')?.split(/\s+AND\s+|,/) ?? []
  const metric = call.query.get('metrics_query') ?? ''
  return slo =>
    textOf(slo.name).toLowerCase().includes(name) &&
    tags.every(tag => hasTag(slo, tag.trim())) &&
    Object.values(objectOf(slo.query))
      .concat(metric === '' ? [''] : [])
      .some(text => textOf(text).includes(metric))
}

function hasTag(slo: JsonObject, tag: string): boolean {
  return tag === '' || stringsOf(slo.tags).includes(tag)
}
