import type { Diagnostic } from '../diagnostic/index.js'
import { type Explanation, explain, type Lang } from '../explain/index.js'
import { isJsonObject, type Json, type MonitorDefinition } from '../model/index.js'
import { parseMonitorQuery } from '../query/index.js'
import type { Reading } from './reading.js'
import type { Words } from './words/index.js'

/** Reads the JSON of a monitor, SLO or dashboard, or what should be one. Never throws. */
export function readDefinition(text: string, lang: Lang, words: Words): Reading {
  const explanation = explain(text, { lang })
  const base = { text, explanation, queryText: text }
  const value = jsonIn(text)
  if (value === undefined) return { ...base, diagnostics: [brokenJson(text, words)] }
  const diagnostics = diagnosticsIn(explanation)
  if (!isJsonObject(value) || typeof value.type !== 'string' || typeof value.query !== 'string') {
    return { ...base, diagnostics }
  }
  const monitor = value as MonitorDefinition
  const { node } = parseMonitorQuery(monitor.query, { type: monitor.type })
  return {
    ...base,
    queryText: monitor.query,
    diagnostics,
    monitor,
    ...(node === undefined ? {} : { node }),
  }
}

/** Their places count in the texts inside the JSON, so that the editor cannot show them. */
function diagnosticsIn({ diagnostics }: Explanation): readonly Diagnostic[] {
  return diagnostics.map(({ code, severity, message, hint }) => ({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
  }))
}

function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function brokenJson(text: string, words: Words): Diagnostic {
  const start = text.indexOf('{')
  return {
    code: 'playground/json',
    severity: 'error',
    message: words('brokenJson'),
    hint: words('brokenJsonHint'),
    span: { start, end: start + 1 },
  }
}
