interface Place {
  /** The model of the client that it is about. */
  readonly model: string
  /** How it is known that the account accepts or returns this. */
  readonly evidence: string
}

/** One place where the account accepts or returns more than the client's declarations say. Types as in `src/schema/type.ts`. */
export type Correction = Place &
  (
    | { readonly change: 'values'; readonly values: readonly (string | number)[] }
    | { readonly change: 'case'; readonly value: string; readonly type: string }
    | { readonly change: 'field'; readonly field: string; readonly type: string }
    | { readonly change: 'type'; readonly field: string; readonly type: string }
    | { readonly change: 'nullable'; readonly field: string }
    | { readonly change: 'optional'; readonly field: string }
  )

export const corrections: readonly Correction[] = []
