import { nearest } from '../diagnostic/index.js'
import type { ExplainInput } from '../explain/index.js'
import { addressOf } from '../model/index.js'
import type { Loaded } from '../project/index.js'
import type { ExplainFlags } from './commands/explain.js'
import type { Context } from './context.js'
import { findObject } from './live-objects.js'
import { openAccount } from './open-account.js'
import { openDefinitions, openProject } from './session.js'

/** What `--key` names in the code, or `--id` in an account. */
export function readDefinition(context: Context, flags: ExplainFlags): Promise<Loaded<ExplainInput>> {
  return flags.key === undefined ? readLive(context, flags) : readOwn(context, flags.key)
}

async function readOwn(context: Context, key: string): Promise<Loaded<ExplainInput>> {
  const definitions = await openDefinitions(context, { noTypeCheck: true })
  if (!definitions.ok) return definitions
  const { resources } = definitions.value
  const found = resources.find(resource => addressOf(resource) === key || resource.key === key)
  if (found !== undefined) return { ok: true, value: found, problems: [] }
  const close = nearest(key, resources.map(addressOf))
  const problem = {
    code: 'explain/unknown-key',
    severity: 'error',
    message: `No definition of this project is called \`${key}\`.`,
    ...(close !== undefined && { hint: `Did you mean \`${close}\`?` }),
  } as const
  return { ok: false, problems: [problem] }
}

async function readLive(context: Context, flags: ExplainFlags): Promise<Loaded<ExplainInput>> {
  const project = await openProject(context)
  const opened = await openAccount(context, {
    ...(project.ok && { project: project.value }),
    ...(flags.account !== undefined && { name: flags.account }),
  })
  if (!opened.ok) return opened
  try {
    const found = await findObject(opened.value.account, flags.id ?? '')
    return found.ok ? { ok: true, value: found.value.payload, problems: [] } : found
  } finally {
    await opened.value.close()
  }
}
