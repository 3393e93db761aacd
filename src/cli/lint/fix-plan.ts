import { applyEdits } from '../../diagnostic/index.js'
import type { Fix } from '../../lint/index.js'
import { addressOf, type Resource } from '../../model/index.js'
import {
  editsOf,
  type OperationIndex,
  operationIndex,
  operationsOf,
  type Placed,
  readSource,
  type SourceTree,
} from '../../source-edit/index.js'
import type { FixResult, ShownFinding } from '../views/findings/report.js'
import type { Checked } from './checked.js'
import { jsonOperations } from './json-operations.js'

/** A file, before and after the fixes of one round. */
export interface FixedFile {
  /** Relative to the folder of the command. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A fix that one round makes. */
export interface Attempt extends FixResult {
  readonly fingerprint: string
  readonly file: string
}

/** What one round would change. */
export interface FixPlan {
  readonly files: readonly FixedFile[]
  readonly attempts: readonly Attempt[]
  /** Fixes that nobody but the author can make, with the reason. */
  readonly refused: readonly FixResult[]
  /** Fixes that touch what another fix of this round changes; their turn comes next. */
  readonly waiting: number
}

interface OpenFile {
  readonly text: string
  readonly operations: OperationIndex
}

/** Places the first fix of each finding in the files; fixes that touch the same text wait for another round. */
export function planFixes(checked: Checked, findings: readonly ShownFinding[]): FixPlan {
  const resources = new Map(checked.resources.map(resource => [addressOf(resource), resource]))
  const trees = new Map<string, SourceTree>()
  const files = new Map<string, OpenFile>()
  const attempts: Attempt[] = []
  const refused: FixResult[] = []
  let waiting = 0
  for (const finding of findings) {
    const fix = finding.fixes?.[0]
    if (fix === undefined) continue
    const result = { rule: finding.rule, place: finding.place, title: fix.title }
    const placed = placedFix(checked, resources.get(finding.resource), finding, fix, trees)
    if (!placed.ok) {
      refused.push({ ...result, why: placed.why })
      continue
    }
    const file = files.get(placed.path) ?? { text: placed.text, operations: operationIndex() }
    if (placed.operations.some(each => file.operations.excludes(each))) {
      waiting += 1
      continue
    }
    for (const each of placed.operations) file.operations.add(each)
    files.set(placed.path, file)
    attempts.push({ ...result, fingerprint: finding.fingerprint, file: placed.path })
  }
  return { files: [...files].map(([path, file]) => fixedFile(path, file)), attempts, refused, waiting }
}

type PlacedInFile =
  | (Extract<Placed, { readonly ok: true }> & { readonly path: string; readonly text: string })
  | Extract<Placed, { readonly ok: false }>

function placedFix(
  checked: Checked,
  resource: Resource | undefined,
  finding: ShownFinding,
  fix: Fix,
  trees: Map<string, SourceTree>,
): PlacedInFile {
  const source = checked.sources.get(finding.resource)
  if (source?.kind === 'json' && resource !== undefined) {
    const { path, content } = source.file
    const placed = jsonOperations(source, resource, fix)
    return placed.ok ? { ...placed, path, text: content } : placed
  }
  const path = resource?.origin?.file
  const text = path === undefined ? undefined : checked.texts.get(path)
  if (resource === undefined || path === undefined || text === undefined) {
    return { ok: false, why: 'what defines it is not a file of this project' }
  }
  const tree = trees.get(path) ?? readSource(path, text.replace(/^\uFEFF/, ''))
  trees.set(path, tree)
  const placed = operationsOf(tree, resource, fix)
  return placed.ok ? { ...placed, path, text } : placed
}

/** Offsets are counted behind a byte order mark, which stays where it is. */
function fixedFile(path: string, { text, operations }: OpenFile): FixedFile {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = text.slice(mark.length)
  return { path, before: text, after: mark + applyEdits(body, editsOf(body, operations.all())) }
}
