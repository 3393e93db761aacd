import type { MonitorDefinition } from '../model/index.js'
import type { RuleContext } from './context.js'
import { diagnosticsOf, type PlacedDiagnostic } from './facts/diagnostics.js'
import type { Report } from './finding.js'
import { type Fix, replacePieces } from './fix.js'

/** Repairs for one diagnostic, instead of the one it brings itself. */
export type FixesFor = (diagnostic: PlacedDiagnostic, definition: MonitorDefinition) => readonly Fix[]

/**
 * The check of a rule that reports what the query front end found under these codes. Parser and checks run once per monitor
 * for all such rules, and the rule is asked only where one of its codes was found.
 */
export function diagnosed(codes: string | readonly string[], fixesFor?: FixesFor): Diagnosed {
  const reports = typeof codes === 'string' ? [codes] : codes
  return {
    reports,
    check({ definition, project }) {
      const found = diagnosticsOf(project, definition)
      const own = reports.flatMap(code => found.get(code) ?? [])
      return own.map(each => reportOf(each, definition, fixesFor))
    },
  }
}

/** The part of a rule that `diagnosed` gives. */
export interface Diagnosed {
  readonly reports: readonly string[]
  check(context: RuleContext<'monitor'>): readonly Report[]
}

/** A diagnostic as a report; its own repair becomes a fix where the rule knows no better one. */
export function reportOf(
  diagnostic: PlacedDiagnostic,
  definition: MonitorDefinition,
  fixesFor?: FixesFor,
): Report {
  const { message, hint, path, textPath, span, severity } = diagnostic
  const better = fixesFor?.(diagnostic, definition) ?? []
  const fixes = better.length > 0 ? better : ownFix(diagnostic)
  return { message, hint, path, textPath, span, severity, fixes }
}

function ownFix({ repair, hint, textPath }: PlacedDiagnostic): Fix[] {
  if (repair === undefined || repair.length === 0) return []
  return [
    {
      title: hint ?? 'Repair the text.',
      edits: [replacePieces(textPath, repair)],
    },
  ]
}
