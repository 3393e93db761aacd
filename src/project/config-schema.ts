import { z } from 'zod'
import { didYouMean } from '../diagnostic/index.js'
import { failed, type Loaded, loaded, type ProjectProblem } from './failure.js'

/** An account that the commands can talk to. Keys never stand here: only the names of the environment variables. */
const accountSchema = z.strictObject({
  /** `datadoghq.com`, `datadoghq.eu`, `us3.datadoghq.com` …; the environment variable `DD_SITE` when absent. */
  site: z.string().min(1).optional(),
  /** A whole address such as `http://127.0.0.1:8126`, instead of a site. */
  url: z.url().optional(),
  /** Name of the environment variable that holds the API key. */
  apiKeyEnv: z.string().min(1).default('DD_API_KEY'),
  /** Name of the environment variable that holds the application key. */
  appKeyEnv: z.string().min(1).default('DD_APP_KEY'),
})

const configSchema = z.strictObject({
  /** Part of the mark on every live object; two projects with different names never touch each other's objects. */
  project: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/, 'must be lower-case letters, digits, `_`, `.` or `-`, at most 60'),
  /** Folders that hold definition files, relative to the configuration. */
  definitions: z.array(z.string().min(1)).min(1).default(['monitors', 'slos', 'dashboards']),
  accounts: z.record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/), accountSchema).default({}),
  /** The account used without `--account`. */
  defaultAccount: z.string().default('sandbox'),
  /** Where the embedded sandbox account keeps its objects, relative to the configuration. */
  sandboxFile: z.string().min(1).default('.dogma/sandbox.json'),
  /** Whether definition files are type-checked before they are used; needs `typescript` in the project. */
  typeCheck: z.boolean().default(true),
  /** Severities and options of the lint rules. Checked by the linter, which knows the rules. */
  lint: z.record(z.string(), z.unknown()).default({}),
})

/** The configuration with every default filled in. */
export type ResolvedConfig = z.output<typeof configSchema>

/** What a configuration file exports as a configuration with every default, or what is wrong with it. */
export function checkConfig(exported: unknown, file: string): Loaded<ResolvedConfig> {
  if (exported === undefined) {
    return failed({
      code: 'project/config',
      severity: 'error',
      message: `${file} has no default export.`,
      hint: "End it with: export default defineConfig({ project: 'my-team' })",
      origin: { file, line: 1, column: 1 },
    })
  }
  const result = configSchema.safeParse(exported)
  if (result.success) return loaded(result.data)
  return failed(...result.error.issues.map(issue => configProblem(issue, file)))
}

function configProblem(issue: z.core.$ZodIssue, file: string): ProjectProblem {
  const place = issue.path.length === 0 ? 'The configuration' : `\`${issue.path.join('.')}\``
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(configSchema.shape) : Object.keys(accountSchema.shape)
    const hint = didYouMean(issue.keys[0] ?? '', known) ?? `Known here: ${known.join(', ')}.`
    return problem(`${place} has the unknown setting \`${issue.keys.join('`, `')}\`.`, file, hint)
  }
  if (issue.code === 'invalid_type') return wrongType(place, issue, file)
  const separator = issue.message.startsWith('must ') ? '' : ':'
  return problem(`${place}${separator} ${issue.message}.`, file)
}

const wordsOfTypes: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list of texts',
  record: 'an object',
  object: 'an object',
  boolean: 'true or false',
}

function wrongType(place: string, issue: z.core.$ZodIssueInvalidType, file: string): ProjectProblem {
  const isMissing = issue.message.endsWith('undefined')
  const hint =
    isMissing && issue.path[0] === 'project' ? "Name it, for example: project: 'my-team'." : undefined
  const what = isMissing ? 'is missing' : `must be ${wordsOfTypes[issue.expected] ?? issue.expected}`
  return problem(`${place} ${what}.`, file, hint)
}

function problem(message: string, file: string, hint?: string): ProjectProblem {
  const origin = { file, line: 1, column: 1 }
  return { code: 'project/config', severity: 'error', message, origin, ...(hint && { hint }) }
}
