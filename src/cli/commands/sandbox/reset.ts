import { rm } from 'node:fs/promises'
import { buildCommand } from '@stricli/core'
import { confirms } from '../../confirm.js'
import type { Context } from '../../context.js'
import * as flag from '../../flags.js'
import { sandboxFileOf } from '../../sandbox-file.js'

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
    await Promise.all(['', '.journal', '.lock'].map(suffix => rm(file + suffix, { force: true })))
    this.process.stdout.write('The sandbox account is empty.\n')
  },
})
