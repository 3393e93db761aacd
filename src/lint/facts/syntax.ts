import type { Severity } from '../../diagnostic/index.js'
import type { RuleContext } from '../context.js'
import { reportOf } from '../diagnosed.js'
import type { Report } from '../finding.js'
import { diagnosticsOf, type PlacedDiagnostic } from './diagnostics.js'

/** Where a finding of a parser lies: in a query or in a template. */
export type SyntaxPlace = 'query' | 'template'

const none: ReadonlySet<string> = new Set()

/** What parsers say under codes that have no rule of their own, in the order of the text; `passed` are codes to leave out. */
export function syntaxReports(
  { project, definition, ownedCodes }: RuleContext<'monitor'>,
  place: SyntaxPlace,
  severity: Severity,
  passed: ReadonlySet<string> = none,
): Report[] {
  const found = diagnosticsOf(project, definition)
  if (found.size === 0) return []
  const general = [...found].filter(([code]) => !ownedCodes.has(code) && !passed.has(code))
  return general
    .flatMap(([, diagnostics]) => diagnostics)
    .filter(each => each.severity === severity && placeOf(each) === place)
    .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
    .map(each => reportOf(each, definition))
}

function placeOf({ path }: PlacedDiagnostic): SyntaxPlace {
  const field = path?.at(-1)
  return field === 'message' || field === 'name' || field === 'escalation_message' ? 'template' : 'query'
}
