import type { Account, DatadogOptions } from '../account/index.js'
import { nearest } from '../diagnostic/index.js'
import type { Loaded, Project, ProjectProblem } from '../project/index.js'
import { type AccountMemory, openMemory } from './account-memory.js'
import { type AccountSettings, accountSettings } from './account-settings.js'
import type { Context } from './context.js'
import { requestWriter } from './request-log.js'
import { sandboxFileOf, sandboxProblem } from './sandbox-file.js'
import { version } from './version.js'

/** An account ready to be used; `close` lets go of connections and of the sandbox, if it is one. */
export interface OpenAccount {
  readonly account: Account
  /** What is remembered of it between runs; the sandbox is near and needs none. */
  readonly memory?: AccountMemory
  close(): Promise<void>
}

/** The name of the built-in account. */
export const sandboxName = 'sandbox'

export interface AccountChoice {
  /** Of `--account`; the project's default when absent. */
  readonly name?: string
  /** Absent outside a project: then there is only the sandbox. */
  readonly project?: Project
  /** Another file for the sandbox. */
  readonly sandboxFile?: string
  /** Tells every request on stderr. */
  readonly verbose?: boolean
}

/** The accounts that are meant, each once: the given ones, or the project's default. All of them must exist. */
export function accountNames(given: readonly string[], project: Project): Loaded<readonly string[]> {
  const names = given.length === 0 ? [project.config.defaultAccount] : [...new Set(given)]
  const unknown = names.filter(name => name !== sandboxName && !Object.hasOwn(project.config.accounts, name))
  if (unknown.length > 0) return { ok: false, problems: unknown.map(name => unknownAccount(name, project)) }
  return { ok: true, value: names, problems: [] }
}

/** Connects to an account: nothing is sent before the first call. */
export async function openAccount(context: Context, choice: AccountChoice): Promise<Loaded<OpenAccount>> {
  const name = choice.name ?? choice.project?.config.defaultAccount ?? sandboxName
  const listener = choice.verbose ? { onEvent: requestWriter(context) } : {}
  const configured = choice.project?.config.accounts[name]
  if (configured !== undefined && choice.project !== undefined)
    return openConfigured(context, name, choice.project, listener)
  if (name === sandboxName) return openEmbedded(context, choice, listener)
  return { ok: false, problems: [unknownAccount(name, choice.project)] }
}

async function openEmbedded(
  context: Context,
  choice: AccountChoice,
  listener: Listener,
): Promise<Loaded<OpenAccount>> {
  const file = await sandboxFileOf(context, choice.sandboxFile)
  try {
    const { openSandbox } = await import('../sandbox/index.js')
    const sandbox = await openSandbox({ file })
    const account = await connect(sandboxName, {
      url: sandbox.url,
      // What is told of a request has its keys taken out, so they must not be words of any sentence.
      apiKey: 'key-of-the-embedded-account',
      appKey: 'key-of-the-embedded-account',
      ...listener,
    })
    const close = async () => {
      account.close()
      await sandbox.close()
    }
    return { ok: true, value: { account, close }, problems: [] }
  } catch (error) {
    return { ok: false, problems: [sandboxProblem(error as Error)] }
  }
}

async function openConfigured(
  context: Context,
  name: string,
  project: Project,
  listener: Listener,
): Promise<Loaded<OpenAccount>> {
  const settings = await accountSettings(context.environment, name, project)
  if (!settings.ok) return settings
  const where = settings.value
  const memory = await openMemory(project, name, 'url' in where ? where.url : where.site)
  const account = await connect(name, { ...where, ...listener }, memory)
  const close = async () => {
    account.close()
    await memory.save()
  }
  return { ok: true, value: { account, memory, close }, problems: [] }
}

type Listener = Pick<DatadogOptions, 'onEvent'>

type Connection = AccountSettings & Listener

/** The client is loaded here and nowhere earlier: commands without an account must not pay for it. */
async function connect(name: string, connection: Connection, memory?: AccountMemory): Promise<Account> {
  const { connectDatadog } = await import('../account/index.js')
  const cache = memory === undefined ? {} : { cache: memory.dashboards }
  return connectDatadog({ name, ...connection, ...cache, product: `dogma/${version}` })
}

function unknownAccount(name: string, project: Project | undefined): ProjectProblem {
  const known = [...Object.keys(project?.config.accounts ?? {}), sandboxName]
  const close = nearest(name, known)
  return {
    code: 'account/unknown',
    severity: 'error',
    message: `There is no account \`${name}\` in ${project?.configFile ?? 'dogma.config.ts'}.`,
    hint: close === undefined ? `Known accounts: ${known.join(', ')}.` : `Did you mean \`${close}\`?`,
  }
}
