import type { Json } from '../../model/index.js'
import { named } from './names.js'

/** A column of a list. */
export interface ListColumn {
  readonly field: string
  readonly width: 'auto' | 'compact' | 'full'
}

export function columnsJson(columns: unknown): Json {
  if (!Array.isArray(columns)) return columns as Json
  return columns.map((column: unknown) =>
    typeof column === 'string' ? { field: column, width: 'auto' } : named(column),
  )
}
