import type { LintConfig } from '../lint/index.js'

/** An account that the commands can talk to. Keys never stand here: only the names of the environment variables. */
export interface AccountConfig {
  /** `datadoghq.com`, `datadoghq.eu`, `us3.datadoghq.com` …; the environment variable `DD_SITE` when absent. */
  readonly site?: string
  /** A whole address such as `http://127.0.0.1:8126`, instead of a site. */
  readonly url?: string
  /** Name of the environment variable that holds the API key; `DD_API_KEY` when absent. */
  readonly apiKeyEnv?: string
  /** Name of the environment variable that holds the application key; `DD_APP_KEY` when absent. */
  readonly appKeyEnv?: string
}

/** What people write in `dogma.config.ts`. */
export interface DogmaConfig {
  /** Part of the mark on every live object; two projects with different names never touch each other's objects. */
  readonly project: string
  /** Folders that hold definition files, relative to the configuration; `monitors`, `slos`, `dashboards` when absent. */
  readonly definitions?: readonly string[]
  /** The accounts by the names that `--account` takes. `sandbox` is built in. */
  readonly accounts?: Readonly<Record<string, AccountConfig>>
  /** The account used without `--account`; `sandbox` when absent. */
  readonly defaultAccount?: string
  /** Where the embedded sandbox account keeps its objects; `.dogma/sandbox.json` when absent. */
  readonly sandboxFile?: string
  /**
   * Whether definition files are type-checked before they are used; true when absent. Needs `typescript` in the
   * project; without it nothing is checked, and the command says so.
   */
  readonly typeCheck?: boolean
  /** Severities and options of the lint rules. */
  readonly lint?: LintConfig
}

/**
 * Types the configuration of a project; gives back what it gets.
 *
 * @example
 * export default defineConfig({ project: 'sre', accounts: { prod: { site: 'datadoghq.eu' } } })
 */
export function defineConfig(config: DogmaConfig): DogmaConfig {
  return config
}
