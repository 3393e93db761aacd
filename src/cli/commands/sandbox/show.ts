import { buildCommand } from '@stricli/core'
import type { Context } from '../../context.js'
import * as flag from '../../flags.js'
import { listAll } from '../../live-objects.js'
import { openAccount } from '../../open-account.js'
import { reportProblems } from '../../report.js'
import { objectsJson, renderObjects } from '../../views/objects.js'

export const show = buildCommand({
  docs: {
    brief: 'List what the sandbox account holds',
    fullDescription: `Lists every monitor, SLO and dashboard of the sandbox account, with the address of its definition.

Examples:
  dogma sandbox show
  dogma sandbox show --format json | jq '.objects[].id'`,
  },
  parameters: { flags: { file: flag.sandboxFile, format: flag.textOrJson } },
  async func(
    this: Context,
    flags: { readonly file?: string; readonly format: 'text' | 'json' },
  ): Promise<void> {
    const opened = await openAccount(this, { ...(flags.file && { sandboxFile: flags.file }) })
    if (!opened.ok) return reportProblems(this, opened.problems, flags.format)
    try {
      const objects = await listAll(opened.value.account)
      if (!objects.ok) return reportProblems(this, objects.problems, flags.format)
      const render = flags.format === 'json' ? objectsJson : renderObjects
      this.process.stdout.write(render(objects.value))
    } finally {
      await opened.value.close()
    }
  },
})
