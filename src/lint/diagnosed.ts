import type { MonitorDefinition } from '../model/index.js'
import type { RuleContext } from './context.js'
import { diagnosticsOf, type PlacedDiagnostic } from './facts/diagnostics.js'
import type { Report } from './finding.js'
import { type Fix, replaceText } from './fix.js'

/** Repairs for one diagnostic, instead of the one it brings itself. */
export type FixesFor = (diagnostic: PlacedDiagnostic, definition: MonitorDefinition) => readonly Fix[]

/**
 * A check that reports what the query front end found under these codes. Parsers and checks run once per monitor for all
 * such rules.
 */
export function diagnosed(
  codes: string | readonly string[],
  fixesFor?: FixesFor,
): (context: RuleContext<'monitor'>) => readonly Report[] {
  const wanted = typeof codes === 'string' ? [codes] : codes
  return ({ definition, project }) => {
    const found = diagnosticsOf(project, definition)
    // Nearly always there is nothing: this runs for every such rule on every monitor.
    if (!wanted.some(code => found.has(code))) return none
    return wanted.flatMap(code => found.get(code) ?? none).map(each => reportOf(each, definition, fixesFor))
  }
}

const none: readonly never[] = []

/** A diagnostic as a report; its own repair becomes a fix where the rule knows no better one. */
export function reportOf(
  diagnostic: PlacedDiagnostic,
  definition: MonitorDefinition,
  fixesFor?: FixesFor,
): Report {
  const { message, hint, path, textPath, span, severity } = diagnostic
  const better = fixesFor?.(diagnostic, definition) ?? none
  const fixes = better.length > 0 ? better : ownFix(diagnostic)
  return { message, hint, path, textPath, span, severity, fixes }
}

function ownFix({ repair, hint, textPath }: PlacedDiagnostic): Fix[] {
  if (repair === undefined || repair.length === 0) return []
  return [
    {
      title: hint ?? 'Repair the text.',
      edits: repair.map(edit => replaceText(textPath, edit.span, edit.text)),
    },
  ]
}
