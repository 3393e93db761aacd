import type { CellDisplayMode } from '../../../catalog/index.js'
import { isAcceptable } from '../../../diagnostic/index.js'
import type { Json } from '../../../model/index.js'
import { parseFormula } from '../../../query/index.js'
import { DefinitionError } from '../../definition-error.js'
import type { ConditionalFormat } from '../conditional-format.js'
import { named } from '../names.js'

/** How the value of a formula is shown. */
export interface FormulaLooks {
  /** Keeps only so many groups. */
  readonly limit?: { readonly count?: number; readonly order?: 'asc' | 'desc' }
  readonly style?: { readonly palette?: string; readonly paletteIndex?: number }
  readonly conditionalFormats?: readonly ConditionalFormat[]
  readonly numberFormat?: NumberFormat
  /** How a cell of a table shows the value. */
  readonly cellDisplayMode?: CellDisplayMode
  readonly cellDisplayModeOptions?: {
    readonly trendType?: 'area' | 'line' | 'bars'
    readonly yScale?: 'shared' | 'independent'
  }
}

/** Unit and scale of a number. https://docs.datadoghq.com/metrics/units/ */
export interface NumberFormat {
  readonly unit?:
    | { readonly type?: 'canonical_unit'; readonly unitName?: string; readonly perUnitName?: string }
    | { readonly type?: 'custom_unit_label'; readonly label?: string }
  readonly unitScale?: { readonly type?: 'canonical_unit'; readonly unitName?: string } | null
  /** Digits after the point, or a word such as `'integer'`; accounts hold it, the API's reference does not name it. */
  readonly precision?: number | string
}

/** A formula over the names of the request's queries, in the API's form. */
export interface RequestFormula extends FormulaLooks {
  readonly formula: string
  /** The name the widget shows. */
  readonly alias?: string
  /** What it means in a scatter plot or host map. */
  readonly dimension?: 'x' | 'y' | 'radius' | 'color' | 'fill' | 'size' | 'group' | 'node'
}

/** Formulas in the API's form; the text of each is checked and kept as it is. */
export function formulasJson(formulas: unknown): Json {
  return (formulas as readonly (string | RequestFormula)[]).map(item => {
    const formula = typeof item === 'string' ? { formula: item } : item
    checkFormula(formula.formula)
    return named(formula)
  })
}

function checkFormula(text: string): void {
  const parsed = parseFormula(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics)) throw new DefinitionError(parsed.diagnostics, text)
}
