import type { Diagnostic } from '../diagnostic/index.js'

export type SchemaPath = readonly (string | number)[]

/** Something about a definition that its schema does not allow or does not know. */
export interface SchemaProblem extends Diagnostic {
  readonly code:
    | 'schema/enum'
    | 'schema/type'
    | 'schema/required'
    | 'schema/unknown-field'
    | 'schema/unknown-widget'
  /** From the definition down to the value it is about. */
  readonly path: SchemaPath
}
