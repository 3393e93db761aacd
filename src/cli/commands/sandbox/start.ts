import { buildCommand } from '@stricli/core'
import { startSandbox } from '../../../sandbox/index.js'
import type { Context } from '../../context.js'
import * as flag from '../../flags.js'
import { reportProblems } from '../../report.js'
import { sandboxFileOf, sandboxProblem } from '../../sandbox-file.js'

interface Flags {
  readonly file?: string
  readonly port?: number
  readonly nestedComposites: boolean
}

export const start = buildCommand({
  docs: {
    brief: 'Serve the sandbox account to other clients until Ctrl-C',
    fullDescription: `Listens on this machine only. Any Datadog client can use it; any non-empty keys will do.

Examples:
  dogma sandbox start
  dogma sandbox start --port 8126
  curl -H 'DD-API-KEY: x' -H 'DD-APPLICATION-KEY: y' http://127.0.0.1:8126/api/v1/monitor`,
  },
  parameters: {
    flags: {
      file: flag.sandboxFile,
      port: {
        kind: 'parsed',
        parse: (input: string) => flag.wholeNumber(input, 0),
        brief: 'Port to listen on; any free one when absent',
        placeholder: 'N',
        optional: true,
      },
      nestedComposites: {
        kind: 'boolean',
        brief: 'Take composites of composites, which the documentation rules out',
        default: false,
        withNegated: false,
      },
    },
  },
  async func(this: Context, flags: Flags): Promise<void> {
    const file = await sandboxFileOf(this, flags.file)
    const { port, nestedComposites: takesNestedComposites } = flags
    const options = { file, takesNestedComposites, ...(port !== undefined && { port }) }
    const sandbox = await startSandbox(options).catch((error: Error) => error)
    if (sandbox instanceof Error) return reportProblems(this, [sandboxProblem(sandbox)], 'text')
    const stopped = this.onInterrupt()
    this.process.stdout.write(`${sandbox.url}\n`)
    this.process.stderr.write(`Serving the sandbox account of ${file}. Ctrl-C stops it.\n`)
    if (!stopped.aborted) {
      await new Promise<void>(done => stopped.addEventListener('abort', () => done(), { once: true }))
    }
    await sandbox.close()
  },
})
