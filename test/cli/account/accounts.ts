import { onTestFinished } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/index.js'
import { dogma, type Outcome, projectFolder, type Situation } from '../harness.js'

export const keys = { DD_API_KEY: 'api-key-of-the-test', DD_APP_KEY: 'app-key-of-the-test' }

/** A running account that ends with the test. */
export async function account(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options)
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** A project whose accounts are at these addresses; the first is the default. */
export function projectAt(
  urls: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): string {
  const accounts = Object.entries(urls).map(([name, url]) => `${name}: { url: '${url}' }`)
  const config = `project: 'shop', typeCheck: false, defaultAccount: '${Object.keys(urls)[0]}'`
  return projectFolder({
    'dogma.config.ts': `export default { ${config}, accounts: { ${accounts.join(', ')} } }\n`,
    ...files,
  })
}

/** Runs a command in a folder with keys in the environment. */
export function run(folder: string, words: string, situation: Situation = {}): Promise<Outcome> {
  return dogma(words.split(' '), { folder, environment: keys, ...situation })
}

interface Monitor {
  readonly id: number
  readonly name: string
  readonly query: string
  readonly tags: readonly string[]
}

/** Asks an account directly, as another client would. */
export async function ask(url: string, path: string, method = 'GET', body?: unknown): Promise<unknown> {
  const headers = { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b', 'Content-Type': 'application/json' }
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return answer.json()
}

/** Every monitor of an account. */
export async function monitorsOf(url: string): Promise<readonly Monitor[]> {
  return (await ask(url, '/api/v1/monitor')) as readonly Monitor[]
}

/** A definition file with one monitor of a name and a threshold. */
export function monitorFile(key: string, threshold = 4, more = ''): string {
  return `import { avg, monitor } from 'dogma'
export const m = monitor('${key}', {
  name: 'Monitor ${key}',
  alert: avg('system.load.1').where({ key: '${key}' }).last('5m').above(${threshold}),
  message: '@slack-sre',${more}
})
`
}
