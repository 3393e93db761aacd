/** The exit codes of every command, and what each means. */
export const exitCode = {
  /** Done, or nothing found. */
  done: 0,
  /** An error, or findings at `--fail-on`. */
  failed: 1,
  /** Changes are pending; only with `--detailed-exitcode`. */
  changesPending: 2,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const

const badness: readonly number[] = [
  exitCode.done,
  exitCode.changesPending,
  exitCode.failed,
  exitCode.interrupted,
]

/** The code of a run over several accounts: that of the worst of them. */
export function worstOf(codes: readonly number[]): number {
  return codes.reduce((worst, code) => (badness.indexOf(code) > badness.indexOf(worst) ? code : worst), 0)
}
