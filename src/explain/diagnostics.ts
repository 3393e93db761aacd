import { applyEdits, type Diagnostic, renderFrame } from '../diagnostic/index.js'
import { defined } from './defined.js'
import type { ExplainedDiagnostic } from './explanation.js'

/** What the parser found, with its place and the repaired text, ready to show. */
export function explainedDiagnostics(source: string, text: string, diagnostics: readonly Diagnostic[]): readonly ExplainedDiagnostic[] {
  return diagnostics.map(({ code, severity, message, hint, span, repair }) => ({
    source,
    code,
    severity,
    message,
    ...defined({
      hint,
      span,
      frame: span === undefined || text === '' ? undefined : renderFrame(text, span),
      repaired: repair === undefined || repair.length === 0 ? undefined : applyEdits(text, repair),
    }),
  }))
}
