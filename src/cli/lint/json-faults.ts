import type { Severity } from '../../diagnostic/index.js'
import type { Finding } from '../../lint/index.js'
import { addressOf, type Json, type JsonPath, valueAt } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import { checkSchema, type SchemaProblem } from '../../schema/index.js'
import type { SourcedResource } from './source.js'

/** Something that a definition has wrong by its schema, and where in its JSON. */
export interface Fault extends ProjectProblem {
  readonly path?: JsonPath
}

/**
 * What definitions in JSON files have wrong by Datadog's own schema: a word that is none of those it lists, a text where a
 * number is wanted. Definitions in TypeScript hear of it when they are loaded. A field that the schema does not know is no fault:
 * answers of accounts are full of them, as of numbers written as texts.
 */
export function jsonFaults(resources: readonly SourcedResource[]): Fault[] {
  return resources.flatMap(({ resource }) =>
    checkSchema(resource.kind, resource.definition).flatMap(problem => {
      const severity = severityOf(problem, valueAt(resource.definition, problem.path))
      if (severity === undefined) return []
      const origin = resource.origin && { origin: resource.origin }
      return [{ ...problem, severity, address: addressOf(resource), ...origin }]
    }),
  )
}

/** Undefined for what is no fault. Exports of accounts hold `"0"` and `""` where numbers belong, so those were taken once. */
function severityOf({ code, severity }: SchemaProblem, value: Json | undefined): Severity | undefined {
  if (code === 'schema/unknown-field' || (code === 'schema/required' && severity !== 'error'))
    return undefined
  if (code !== 'schema/type') return severity
  if (value === '') return undefined
  const isReadable = typeof value === 'number' || (typeof value === 'string' && plain.test(value))
  return isReadable ? 'warning' : severity
}

/** A number or a truth, written as text. */
const plain = /^(-?\d+(\.\d+)?|true|false)$/

/** The faults of which no rule has said more at the same place, or at the list around it. Advice is about something else. */
export function untold(faults: readonly Fault[], findings: readonly Finding[]): readonly Fault[] {
  if (faults.every(({ path }) => path === undefined)) return faults
  const serious = findings.filter(({ severity }) => severity !== 'info')
  const told = new Set(serious.map(({ resource, path }) => placeKey(resource, path)))
  return faults.filter(({ address = '', path }) => {
    if (path === undefined) return true
    const around = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
    return !told.has(placeKey(address, path)) && !told.has(placeKey(address, around))
  })
}

function placeKey(resource: string, path: JsonPath | undefined): string {
  return `${resource} ${JSON.stringify(path)}`
}
