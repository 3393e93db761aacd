import { resolve } from 'node:path'
import type { ProjectProblem } from '../project/index.js'
import type { Context } from './context.js'
import { openProject } from './session.js'

/** Overrides the configuration, so that a rehearsal or a test can use an account of its own. */
const variable = 'DOGMA_SANDBOX_FILE'

/** The file of the sandbox account: the flag, else the environment, else the project's, else the usual place. */
export async function sandboxFileOf(context: Context, flag?: string): Promise<string> {
  const named = flag ?? context.environment[variable]
  if (named) return resolve(context.folder, named)
  const project = await openProject(context)
  return resolve(context.folder, project.ok ? project.value.config.sandboxFile : '.dogma/sandbox.json')
}

/** Why the embedded account cannot be used, with its own sentence. */
export function sandboxProblem(error: Error): ProjectProblem {
  const hint = `It keeps its objects in a file: name one that can be written with \`sandboxFile\` or ${variable}.`
  const isRefused = 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')
  const message = isRefused ? `The sandbox account cannot be opened: ${error.message}.` : error.message
  return { code: 'account/sandbox', severity: 'error', message, ...(isRefused && { hint }) }
}
