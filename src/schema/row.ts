/** One model of the API as the generated table holds it. Types are text, see `type.ts`. */
export type Row = ObjectRow | ValuesRow | ChoiceRow | EitherRow

export interface ObjectRow {
  readonly fields: Readonly<Record<string, string>>
  readonly required?: readonly string[]
  /** Declared as required, while the account keeps definitions without them. */
  readonly expected?: readonly string[]
}

export interface ValuesRow {
  readonly values: readonly (string | number)[]
}

/** Objects that one of their fields tells apart. */
export interface ChoiceRow {
  readonly tag: string
  readonly cases: readonly (readonly [values: readonly (string | number)[], type: string])[]
  /** What is meant when the field is absent. */
  readonly otherwise?: string
}

export interface EitherRow {
  readonly either: string
}
