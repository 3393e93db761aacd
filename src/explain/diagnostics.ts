import { applyEdits, type Diagnostic, renderFrame } from '../diagnostic/index.js'
import { defined } from './defined.js'
import type { ExplainedDiagnostic } from './explanation.js'

/** What the parser found, with its place; the last one that can be repaired shows the text with all repairs. */
export function explainedDiagnostics(
  source: string,
  text: string,
  diagnostics: readonly Diagnostic[],
): readonly ExplainedDiagnostic[] {
  const repairs = diagnostics.flatMap(diagnostic => diagnostic.repair ?? [])
  const last = diagnostics.findLast(diagnostic => (diagnostic.repair?.length ?? 0) > 0)
  return diagnostics.map(diagnostic => {
    const { code, severity, message, hint, span } = diagnostic
    const frame = span === undefined || text === '' ? undefined : renderFrame(text, span)
    const repaired = diagnostic === last ? applyEdits(text, repairs) : undefined
    return { source, code, severity, message, ...defined({ hint, span, frame, repaired }) }
  })
}
