import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, jsonLiteral, listOf, objectOf } from '../code/index.js'

/** What the account adds to an asset, and a value that says nothing; null never says anything. */
const added: Readonly<Record<string, (value: Json) => boolean>> = {
  monitor_id: () => true,
  template_variables: isEmptyObject,
  options: isEmptyObject,
}

/** The runbooks and other pages of a monitor as its author writes them. */
export function assetsCode(assets: Json | undefined): Code | undefined {
  if (!Array.isArray(assets) || assets.length === 0) return undefined
  return listOf(assets.map(asset => (isJsonObject(asset) ? assetCode(asset) : jsonLiteral(asset))))
}

function assetCode(asset: JsonObject): Code {
  const written = Object.fromEntries(
    Object.entries(asset).filter(
      ([name, value]) => value !== undefined && value !== null && !added[name]?.(value),
    ),
  )
  const { name, url, category, resource_type: resourceType, resource_key: resourceKey, ...rest } = written
  const isPlain =
    typeof name === 'string' &&
    typeof url === 'string' &&
    category === 'runbook' &&
    (resourceType === undefined || resourceType === 'notebook') &&
    (resourceKey === undefined || typeof resourceKey === 'string') &&
    Object.keys(rest).length === 0
  if (!isPlain) return jsonLiteral(written)
  return objectOf([
    ['name', name],
    ['url', url],
    ['category', category],
    ['resourceType', resourceType],
    ['resourceKey', resourceKey],
  ])
}

function isEmptyObject(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0
}
