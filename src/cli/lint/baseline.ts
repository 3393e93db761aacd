import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isJsonObject } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import type { ShownFinding } from '../views/findings/report.js'
import { writeWhole } from '../write-whole.js'

/** A finding that was there before; the rule and the resource are for people who read the file. */
export interface KnownFinding {
  readonly fingerprint: string
  readonly rule: string
  readonly resource: string
}

/** What a baseline file holds; `missing` where there is no such file yet. */
export type Baseline =
  | { readonly kind: 'read' | 'missing'; readonly known: readonly KnownFinding[] }
  | { readonly kind: 'unreadable'; readonly problem: ProjectProblem }

/** Reads a baseline file. */
export async function readBaseline(folder: string, path: string): Promise<Baseline> {
  try {
    const known = parse(await readFile(resolve(folder, path), 'utf8'))
    return known === undefined ? unreadable(path, 'it is not a baseline of dogma') : { kind: 'read', known }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? { kind: 'missing', known: [] } : unreadable(path, message)
  }
}

function parse(text: string): readonly KnownFinding[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isJsonObject(value) || value.version !== 1 || !Array.isArray(value.findings)) return undefined
    return value.findings.every(isKnownFinding) ? value.findings : undefined
  } catch {
    return undefined
  }
}

function isKnownFinding(value: unknown): value is KnownFinding {
  return (
    isJsonObject(value) &&
    [value.fingerprint, value.rule, value.resource].every(each => typeof each === 'string')
  )
}

function unreadable(path: string, reason: string): Baseline {
  const problem = {
    code: 'lint/baseline',
    severity: 'error',
    message: `The baseline ${path} cannot be used: ${reason}.`,
    hint: 'Write a new one to another name with --update-baseline.',
  } as const
  return { kind: 'unreadable', problem }
}

/** The findings that the baseline does not know, and how many it does. */
export function withoutKnown(
  findings: readonly ShownFinding[],
  known: readonly KnownFinding[],
): { readonly findings: readonly ShownFinding[]; readonly hidden: number } {
  const prints = new Set(known.map(each => each.fingerprint))
  const left = findings.filter(finding => !prints.has(finding.fingerprint))
  return { findings: left, hidden: findings.length - left.length }
}

/**
 * What an updated baseline holds: a new one everything that was found, an old one only what is still found of it, or what the
 * run did not look at. So it can never hide a new finding, and a run over one file does not empty it.
 */
export function updated(
  baseline: Extract<Baseline, { readonly kind: 'read' | 'missing' }>,
  findings: readonly ShownFinding[],
  wasLookedAt: (resource: string) => boolean,
): KnownFinding[] {
  const prints = new Set(findings.map(finding => finding.fingerprint))
  const kept =
    baseline.kind === 'missing'
      ? findings
      : baseline.known.filter(each => prints.has(each.fingerprint) || !wasLookedAt(each.resource))
  return kept
    .map(({ fingerprint, rule, resource }) => ({ fingerprint, rule, resource }))
    .sort(
      (a, b) =>
        compare(a.resource, b.resource) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
    )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Writes a baseline file as a whole or not at all. */
export async function writeBaseline(
  folder: string,
  path: string,
  findings: readonly KnownFinding[],
): Promise<void> {
  await writeWhole(resolve(folder, path), `${JSON.stringify({ version: 1, findings }, null, 2)}\n`)
}
