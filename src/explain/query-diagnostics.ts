import { checkQuery, checkRepaired } from '../check/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import { type MonitorQuery, type ParseResult, parseMonitorQuery } from '../query/index.js'

/** What is wrong with a monitor query; of one that does not parse, also what shows once it is repaired. */
export function monitorQueryDiagnostics(
  text: string,
  type: string | undefined,
  parsed: ParseResult<MonitorQuery>,
): readonly Diagnostic[] {
  const parse = (written: string) => parseMonitorQuery(written, { type })
  return checkRepaired(text, parsed, parse, node => checkQuery(node, { type })) ?? parsed.diagnostics
}
