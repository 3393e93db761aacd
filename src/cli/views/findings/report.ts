import type { Severity } from '../../../diagnostic/index.js'
import type { Finding, Rule } from '../../../lint/index.js'

/** A finding with what every format needs to show it. */
export interface ShownFinding extends Finding {
  /** `monitors/api.ts:12:9`, the address in a Terraform plan, or the name of the resource. */
  readonly place: string
  /** The name that an object of an account has there. */
  readonly title?: string
  /** Stays the same when lines, numbers and the order of a list change; no two findings of a run share one. */
  readonly fingerprint: string
}

/** What `--fix` did about one finding. */
export interface FixResult {
  readonly rule: string
  readonly place: string
  /** What the fix does, as an order. */
  readonly title: string
  /** Why it was not made. */
  readonly why?: string
}

/** Everything that one run has to tell. */
export interface FindingsReport {
  readonly checked: number
  readonly findings: readonly ShownFinding[]
  /** Findings that the baseline knows; they are not among `findings`. */
  readonly known: number
  /** Files, or parts of them, that could not be read. */
  readonly unreadable: number
  /** How often a rule itself failed. */
  readonly ruleFailures: number
  /** Their texts go into reports for other tools. */
  readonly rules: readonly Rule[]
  /** Whether a finding makes the command fail. */
  readonly failOn: Severity | 'never'
  /** Present after `--fix`. */
  readonly fixes?: { readonly made: readonly FixResult[]; readonly refused: readonly FixResult[] }
}

const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** True when a severity is as bad as another, or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return rank[severity] >= rank[least]
}

/** True when the finding makes the command fail. */
export function isFailure(finding: Finding, failOn: FindingsReport['failOn']): boolean {
  return failOn !== 'never' && isAtLeast(finding.severity, failOn)
}

/** The whole of a finding in words: what is wrong, and what to write instead. */
export function fullMessage({ message, hint }: Finding): string {
  return hint === undefined ? message : `${message} ${hint}`
}
