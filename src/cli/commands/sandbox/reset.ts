import { buildCommand } from '@stricli/core'
import { clearSandbox } from '../../../sandbox/index.js'
import { confirms } from '../../confirm.js'
import type { Context } from '../../context.js'
import * as flag from '../../flags.js'
import { reportProblems } from '../../report.js'
import { sandboxFileOf, sandboxProblem } from '../../sandbox-file.js'

export const reset = buildCommand({
  docs: {
    brief: 'Empty the sandbox account',
    fullDescription: `Removes the file that keeps the sandbox account's objects.

Example:
  dogma sandbox reset --yes`,
  },
  parameters: { flags: { file: flag.sandboxFile, yes: flag.yes } },
  async func(this: Context, flags: { readonly file?: string; readonly yes: boolean }): Promise<void> {
    const file = await sandboxFileOf(this, flags.file)
    if (!(await confirms(this, flags.yes, `Remove everything in the sandbox account of ${file}?`))) return
    try {
      await clearSandbox(file)
    } catch (error) {
      return reportProblems(this, [sandboxProblem(error as Error)], 'text')
    }
    this.process.stdout.write('The sandbox account is empty.\n')
  },
})
