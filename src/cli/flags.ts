/** Flags that several commands share, so that each reads and documents them the same way. */

export const account = {
  kind: 'parsed',
  parse: String,
  brief: 'Account of dogma.config.ts, or `sandbox`',
  placeholder: 'NAME',
  optional: true,
} as const

export const accounts = {
  ...account,
  brief: 'Account of dogma.config.ts, or `sandbox`; may be repeated, each is done in turn',
  variadic: true,
} as const

export const verbose = {
  kind: 'boolean',
  brief: 'Write every request, its status and its time to stderr',
  default: false,
  withNegated: false,
} as const

/** What a plan or a drift can be written as: for a terminal, for programs, and for the places where CI shows results. */
export type ReportFormat = 'text' | 'json' | 'markdown' | 'github' | 'gitlab' | 'junit'

export const reportFormat = {
  kind: 'enum',
  values: ['text', 'json', 'markdown', 'github', 'gitlab', 'junit'],
  brief: 'How the result is written',
  default: 'text',
} as const

export const changedSince = {
  kind: 'parsed',
  parse: String,
  brief: 'Only what Git says was changed since this revision, and what refers to it; deletes nothing',
  placeholder: 'REVISION',
  optional: true,
} as const

export const textOrJson = {
  kind: 'enum',
  values: ['text', 'json'],
  brief: 'How the result is written',
  default: 'text',
} as const

export const target = {
  kind: 'parsed',
  parse: String,
  brief: 'Only this resource and what it refers to, e.g. `monitor.api-latency`; may be repeated',
  placeholder: 'ADDRESS',
  variadic: true,
  optional: true,
} as const

export const yes = {
  kind: 'boolean',
  brief: 'Do not ask; needed where nobody can answer, as in CI',
  default: false,
  withNegated: false,
} as const

export const noTypeCheck = {
  kind: 'boolean',
  brief: 'Do not run the TypeScript compiler over the definitions first',
  default: false,
  withNegated: false,
} as const

export const detailedExitcode = {
  kind: 'boolean',
  brief: 'Exit with 2 when changes are pending',
  default: false,
  withNegated: false,
} as const

/** Reads a whole number of at least `least`; the error names what was wrong. */
export function wholeNumber(input: string, least: number): number {
  const value = Number(input)
  if (!Number.isInteger(value) || value < least)
    throw new Error(`${input} is not a whole number of at least ${least}`)
  return value
}

export const sandboxFile = {
  kind: 'parsed',
  parse: String,
  brief: "File that keeps the sandbox account's objects; the project's own when absent",
  placeholder: 'FILE',
  optional: true,
} as const

export const trustListing = {
  kind: 'boolean',
  brief: 'Go on although the account lists far fewer objects than last time',
  default: false,
  withNegated: false,
} as const
