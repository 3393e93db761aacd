import { buildCommand } from '@stricli/core'
import { accountProblem } from '../../account-problem.js'
import { type Assignment, assign, readAssignment } from '../../assignment.js'
import type { Context } from '../../context.js'
import * as flag from '../../flags.js'
import { findObject } from '../../live-objects.js'
import { type OpenAccount, openAccount } from '../../open-account.js'
import { reportProblems } from '../../report.js'

interface Flags {
  readonly file?: string
  readonly set: readonly Assignment[]
}

export const edit = buildCommand({
  docs: {
    brief: 'Change one object by hand, as somebody would in the web interface',
    fullDescription: `For rehearsing: what do drift and plan say when somebody edits a monitor?

Examples:
  dogma sandbox edit monitor.api-latency --set priority=1
  dogma sandbox edit monitor/123456789 --set 'name=Renamed by hand' --set options.renotify_interval=30`,
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: String, brief: 'KIND.KEY of a managed object, or KIND/ID', placeholder: 'OBJECT' },
      ],
    },
    flags: {
      file: flag.sandboxFile,
      set: {
        kind: 'parsed',
        parse: readAssignment,
        brief: 'A field and its new value, as JSON or plain text; may be repeated',
        placeholder: 'PATH=VALUE',
        variadic: true,
      },
    },
  },
  async func(this: Context, flags: Flags, name: string): Promise<void> {
    const opened = await openAccount(this, { ...(flags.file && { sandboxFile: flags.file }) })
    if (!opened.ok) return reportProblems(this, opened.problems, 'text')
    try {
      await editObject(this, opened.value, name, flags.set)
    } finally {
      await opened.value.close()
    }
  },
})

async function editObject(
  context: Context,
  opened: OpenAccount,
  name: string,
  assignments: readonly Assignment[],
): Promise<void> {
  const { account } = opened
  const found = await findObject(account, name)
  if (!found.ok) return reportProblems(context, found.problems, 'text')
  const { kind, id, payload } = found.value
  const updated = await account.update(kind, id, assignments.reduce(assign, payload))
  if (!updated.ok) return reportProblems(context, [accountProblem(updated.error, account.name)], 'text')
  const fields = assignments.map(({ path }) => path.join('.')).join(', ')
  context.process.stdout.write(`Changed ${fields} of ${kind}/${id}.\n`)
}
