import type { Expression } from '../../expression.js'

/** A search over events in the superseded form. */
export interface ClassicSearch {
  readonly index?: string
  readonly search?: { readonly query: string }
  readonly compute?: ClassicCompute
  readonly multiCompute?: readonly ClassicCompute[]
  readonly groupBy?: readonly {
    readonly facet: string
    readonly limit?: number
    readonly sort?: {
      readonly aggregation: string
      readonly order: 'asc' | 'desc'
      readonly facet?: string
    }
  }[]
}

interface ClassicCompute {
  readonly aggregation: string
  readonly facet?: string
  /** Milliseconds. */
  readonly interval?: number
}

/** Live processes in the superseded form. */
export interface ClassicProcesses {
  readonly metric: string
  readonly searchBy?: string
  readonly filterBy?: readonly string[]
  readonly limit?: number
}

/** Figures of APM in the superseded form. */
export interface ClassicApmStats {
  readonly env: string
  readonly service: string
  readonly name: string
  readonly primaryTag: string
  readonly rowType: 'service' | 'resource' | 'span'
  readonly resource?: string
  readonly columns?: readonly {
    readonly name: string
    readonly alias?: string
    readonly order?: 'asc' | 'desc'
    readonly cellDisplayMode?: 'number' | 'bar' | 'trend'
  }[]
}

/** A request in the superseded form: one of these queries, and neither `queries` nor `formulas`. */
export interface ClassicPart {
  /** A metric query, or several with commas between them. */
  readonly q?: Expression | string
  readonly logQuery?: ClassicSearch
  readonly apmQuery?: ClassicSearch
  readonly rumQuery?: ClassicSearch
  readonly eventQuery?: ClassicSearch | { readonly search: string; readonly tagsExecution: string }
  readonly networkQuery?: ClassicSearch
  readonly securityQuery?: ClassicSearch
  readonly processQuery?: ClassicProcesses
  readonly auditQuery?: ClassicSearch
  readonly profileMetricsQuery?: ClassicSearch
  readonly apmStatsQuery?: ClassicApmStats
  readonly queries?: never
  readonly formulas?: never
}
