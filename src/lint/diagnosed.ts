import type { MonitorDefinition } from '../model/index.js'
import type { RuleContext } from './context.js'
import { diagnosticsOf, type PlacedDiagnostic } from './facts/diagnostics.js'
import type { Report } from './finding.js'
import { type Fix, replaceText } from './fix.js'
import { type JsonPath, valueAt } from './json-path.js'

/** Repairs for one diagnostic, beside the one it brings itself. */
export type FixesFor = (diagnostic: PlacedDiagnostic, definition: MonitorDefinition) => readonly Fix[]

/**
 * A check that reports what the query front end found under this code. Parser and checks run once per monitor for all
 * such rules; the code is the rule's id.
 */
export function diagnosed(code: string, fixesFor?: FixesFor): (context: RuleContext<'monitor'>) => readonly Report[] {
  return ({ definition, project }) =>
    (diagnosticsOf(project, definition).get(code) ?? none).map(each => reportOf(each, definition, fixesFor))
}

const none: readonly PlacedDiagnostic[] = []

/** A diagnostic as a report; its own repair becomes a fix behind those of the rule. */
export function reportOf(
  diagnostic: PlacedDiagnostic,
  definition: MonitorDefinition,
  fixesFor?: FixesFor,
): Report {
  const { message, hint, path, span, severity } = diagnostic
  const fixes = [...(fixesFor?.(diagnostic, definition) ?? []), ...ownFix(diagnostic, definition)]
  return { message, hint, path, span, severity, fixes }
}

function ownFix({ repair, hint, path }: PlacedDiagnostic, definition: MonitorDefinition): Fix[] {
  if (repair === undefined || repair.length === 0) return []
  const text = textPath(definition, path)
  return [{ title: hint ?? 'Repair the text.', edits: repair.map(edit => replaceText(text, edit.span, edit.text)) }]
}

// Spans of a finding about an option lie in the query.
function textPath(definition: MonitorDefinition, path: JsonPath | undefined): JsonPath {
  return path !== undefined && typeof valueAt(definition, path) === 'string' ? path : ['query']
}
