import type { Position } from '../../diagnostic/index.js'
import type { JsonPath } from '../../lint/index.js'
import type { Resource } from '../../model/index.js'
import type { JsonNode } from './json-positions.js'

/** Where a resource was read from. */
export type Source = JsonSource | TerraformSource | LiveSource

/** A value in a Datadog JSON file. */
export interface JsonSource {
  readonly kind: 'json'
  readonly file: JsonFile
  /** The place of the definition in the file: `[3]` in a list, `['data']` in an answer of the API. */
  readonly path: JsonPath
}

/** A resource of a Terraform plan. */
export interface TerraformSource {
  readonly kind: 'terraform'
  /** `module.web.datadog_monitor.load["prod"]` */
  readonly address: string
  /** Fields whose values Terraform only knows after it has applied the plan, or hides because they are sensitive. */
  readonly unknown: readonly string[]
}

/** An object of an account. */
export interface LiveSource {
  readonly kind: 'live'
  /** `monitor/123` */
  readonly name: string
  /** Its name or title, for people. */
  readonly title: string
}

/** A JSON file as it was when it was read. */
export interface JsonFile {
  /** Relative to the folder of the command. */
  readonly path: string
  readonly text: string
  /** The same with the byte order mark, if it has one. */
  readonly content: string
  /** The places of its values; found out when somebody first asks. */
  readonly positions: () => JsonNode | undefined
  readonly placeAt: (offset: number) => Position
}

/** A resource and where it was read from; no source means the project's TypeScript. */
export interface SourcedResource {
  readonly resource: Resource
  readonly source: Source
}
