import { checkDefinition, type DefinitionDiagnostic, type KnownSlo } from '../../check/index.js'
import type { Diagnostic } from '../../diagnostic/index.js'
import { type JsonPath, type MonitorDefinition, queryOf, referencesIn } from '../../model/index.js'
import type { Project } from '../context.js'
import { memo } from './memo.js'
import { templatesOf } from './message-parts.js'
import { byAddress } from './references.js'

/** What the query front end found, with its place in the definition and the text that its span is about. */
export interface PlacedDiagnostic extends DefinitionDiagnostic {
  readonly textPath: JsonPath
}

/** Everything that parsers and checks say about a monitor, by code. Parsed and checked once for all rules. */
export function diagnosticsOf(
  project: Project,
  definition: MonitorDefinition,
): ReadonlyMap<string, readonly PlacedDiagnostic[]> {
  const known = knownOf(definition)
  let found = known.get(project)
  if (found === undefined) {
    found = byCode([...aboutDefinition(project, definition), ...aboutTemplates(definition)])
    known.set(project, found)
  }
  return found
}

// Per project, because an SLO alert is judged by the SLO of its project.
const knownOf = memo(
  (_: MonitorDefinition) => new Map<Project, ReadonlyMap<string, readonly PlacedDiagnostic[]>>(),
)

function aboutDefinition(project: Project, definition: MonitorDefinition): PlacedDiagnostic[] {
  const found = checkDefinition(definition, {
    parsed: queryOf(definition),
    sloNamed: id => sloNamed(project, id),
  })
  return found.map(each => ({ ...each, textPath: queryPath(each.path) }))
}

/** Spans about an option are offsets in the query that it disagrees with. */
function queryPath(path: JsonPath | undefined): JsonPath {
  return path?.at(-1) === 'query' ? path : ['query']
}

function sloNamed(project: Project, id: string): KnownSlo | undefined {
  const [reference] = referencesIn(id)
  const found = reference && byAddress(project).get(`slo.${reference.key}`)
  return found?.kind === 'slo' ? found.definition : undefined
}

function aboutTemplates(definition: MonitorDefinition): PlacedDiagnostic[] {
  return templatesOf(definition).flatMap(({ path, diagnostics, text }) =>
    withoutOrphans(diagnostics, text).map(each => ({ ...each, path, textPath: path })),
  )
}

/** `{{is_alert}}…{{/is_alert}}` lacks a `#` and nothing else: its end belongs to it and must not be taken away. */
function withoutOrphans(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  const opened = new Set(
    diagnostics.filter(({ code }) => code === 'message/missing-hash').map(each => wordsAt(each, text)),
  )
  if (opened.size === 0) return diagnostics
  return diagnostics.filter(
    each => each.code !== 'message/unbalanced-block' || !opened.has(wordsAt(each, text)),
  )
}

function wordsAt({ span }: Diagnostic, text: string): string {
  return span === undefined ? '' : (/[a-z_]+/.exec(text.slice(span.start, span.end))?.[0] ?? '')
}

function byCode(diagnostics: readonly PlacedDiagnostic[]): ReadonlyMap<string, readonly PlacedDiagnostic[]> {
  if (diagnostics.length === 0) return nothing
  const found = new Map<string, PlacedDiagnostic[]>()
  for (const diagnostic of diagnostics) {
    const known = found.get(diagnostic.code)
    if (known === undefined) found.set(diagnostic.code, [diagnostic])
    else known.push(diagnostic)
  }
  return found
}

// Most monitors share it, which keeps thousands of empty maps out of the heap.
const nothing: ReadonlyMap<string, readonly PlacedDiagnostic[]> = new Map()
