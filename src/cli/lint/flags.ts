import type { Severity } from '../../diagnostic/index.js'
import type { ProjectProblem } from '../../project/index.js'
import * as flag from '../flags.js'

export const formats = ['text', 'json', 'sarif', 'gitlab', 'junit', 'github'] as const

export type Format = (typeof formats)[number]

/** What `dogma lint` was told on its command line. */
export interface LintFlags {
  readonly account?: string
  readonly failOn: Severity | 'never'
  readonly minSeverity: Severity
  readonly format: Format
  readonly summary: boolean
  readonly fix: boolean
  readonly dryRun: boolean
  readonly baseline?: string
  readonly updateBaseline: boolean
  readonly changedSince?: string
  readonly explain?: string
  readonly routes: boolean
  readonly watch: boolean
  readonly noTypeCheck: boolean
}

export const lintFlags = {
  account: {
    ...flag.account,
    brief: 'Check what this account holds, of dogma.config.ts or `sandbox`, instead of definitions',
  },
  failOn: {
    kind: 'enum',
    values: ['error', 'warning', 'info', 'never'],
    brief: 'Exit with 1 when there is a finding of this severity or a worse one',
    default: 'error',
  },
  minSeverity: {
    kind: 'enum',
    values: ['error', 'warning', 'info'],
    brief: 'Leave out findings that are less severe',
    default: 'info',
  },
  format: {
    kind: 'enum',
    values: formats,
    brief: 'How the findings are written',
    default: 'text',
  },
  summary: yesOrNo('Only count the findings of each rule (text)'),
  fix: yesOrNo('Repair what can be repaired, in the TypeScript and JSON files'),
  dryRun: yesOrNo('With --fix: show the changes as a diff and write nothing'),
  baseline: text('File of known findings, which are left out', 'FILE'),
  updateBaseline: yesOrNo('Take out of the baseline what is no longer found; write it if there is none'),
  changedSince: text('Only definitions whose files changed since this Git revision', 'REF'),
  explain: text('Print the page of a rule', 'RULE'),
  routes: yesOrNo('Print who is told about which state of each monitor (text or json)'),
  watch: yesOrNo('Check again whenever a file changes'),
  noTypeCheck: flag.noTypeCheck,
} as const

function yesOrNo(brief: string) {
  return { kind: 'boolean', brief, default: false, withNegated: false } as const
}

function text(brief: string, placeholder: string) {
  return { kind: 'parsed', parse: String, brief, placeholder, optional: true } as const
}

/** Flags that mean nothing together, or that need another one. */
export function flagProblems(flags: LintFlags, paths: readonly string[]): ProjectProblem[] {
  const hasData = flags.format === 'text' || flags.format === 'json'
  return [
    ...accountProblems(flags, paths),
    ...problem(flags.dryRun && !flags.fix, '--dry-run only shows what --fix would do.', 'Write both.'),
    ...problem(
      flags.updateBaseline && flags.baseline === undefined,
      '--update-baseline does not say which baseline.',
      'Write `--baseline FILE --update-baseline`.',
    ),
    ...problem(flags.fix && flags.watch, '--fix and --watch would answer each other.', 'Write one of them.'),
    ...problem(
      flags.routes && !hasData,
      `The routes cannot be written as ${flags.format}.`,
      'Write `--format text` or `--format json`.',
    ),
    ...problem(
      flags.routes && aboutFindings.some(name => flags[name] !== undefined && flags[name] !== false),
      '--routes shows who is told by every monitor, and has no findings to fix, count or leave out.',
      'Leave out --fix, --summary, --baseline and --changed-since.',
    ),
    ...problem(flags.summary && flags.format !== 'text', '--summary is a text.', 'Leave out --format.'),
  ]
}

const aboutFindings = ['fix', 'summary', 'baseline', 'changedSince'] as const

/** What only files can do. */
function accountProblems(flags: LintFlags, paths: readonly string[]): ProjectProblem[] {
  if (flags.account === undefined) return []
  const without = 'Leave out --account to check files.'
  return [
    ...problem(paths.length > 0, '--account checks what the account holds, and PATH names files.', without),
    ...problem(flags.fix, '--fix repairs files, and --account reads none.', without),
    ...problem(flags.watch, '--watch waits for files to change, and --account reads none.', without),
    ...problem(
      flags.changedSince !== undefined,
      '--changed-since asks Git about files, and --account reads none.',
      without,
    ),
  ]
}

function problem(isWrong: boolean, message: string, hint: string): ProjectProblem[] {
  return isWrong ? [{ code: 'lint/flags', severity: 'error', message, hint }] : []
}
