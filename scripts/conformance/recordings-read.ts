import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from './recordings-json.js'

/** One recorded request with its answer. */
export interface Interaction {
  readonly source: string
  readonly order: number
  readonly kind: string
  readonly host: string
  readonly method: string
  readonly path: string
  readonly query: JsonObject
  readonly requestBody: Json
  readonly status: number
  readonly responseBody: Json
  readonly isBodyOmitted: boolean
}

/** One test run; its hosts are different accounts. */
export interface Recording {
  readonly source: string
  readonly interactions: readonly Interaction[]
}

/** Reads every `*.jsonl` file of the directory; interactions are in the order in which they happened. */
export function readRecordings(directory: string): readonly Recording[] {
  const files = readdirSync(directory).filter(name => name.endsWith('.jsonl'))
  const bySource = new Map<string, Interaction[]>()
  for (const line of files.sort().flatMap(name => readFileSync(join(directory, name), 'utf8').split('\n'))) {
    if (line === '') continue
    const interaction = interactionOf(JSON.parse(line) as Json)
    bySource.set(interaction.source, [...(bySource.get(interaction.source) ?? []), interaction])
  }
  return [...bySource].map(([source, interactions]) => ({
    source,
    interactions: interactions.toSorted((a, b) => a.order - b.order),
  }))
}

function interactionOf(row: Json): Interaction {
  const fields = isJsonObject(row) ? row : {}
  return {
    source: String(fields.source),
    order: Number(fields.order),
    kind: String(fields.kind),
    host: String(fields.host),
    method: String(fields.method),
    path: String(fields.path),
    query: isJsonObject(fields.query) ? fields.query : {},
    requestBody: fields.requestBody ?? null,
    status: Number(fields.status),
    responseBody: fields.responseBody ?? null,
    isBodyOmitted: fields.responseBodyOmitted === true,
  }
}
