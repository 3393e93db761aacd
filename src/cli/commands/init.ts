import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import type { Context } from '../context.js'
import { writeNewFiles } from '../import/write-files.js'
import { projectFiles } from '../init/project-files.js'
import { reportProblems } from '../report.js'
import { version } from '../version.js'

interface Flags {
  readonly out: string
}

export const init = buildCommand({
  docs: {
    brief: 'Write a small working project',
    fullDescription: `Writes a configuration, a monitor, an SLO with an alert, a dashboard, and pipelines for GitHub Actions and
GitLab CI. It plans against the embedded sandbox account as it is. Nothing that exists is overwritten.

Examples:
  dogma init
  dogma init --out monitoring && cd monitoring && dogma plan`,
  },
  parameters: {
    flags: {
      out: { kind: 'parsed', parse: String, brief: 'Folder to write to', placeholder: 'DIR', default: '.' },
    },
  },
  func: run,
})

async function run(this: Context, { out }: Flags): Promise<void> {
  const files = projectFiles(basename(resolve(this.folder, out)), version)
  const problems = await writeNewFiles(this.folder, out, files, { hint: 'Name an empty folder with --out.' })
  if (problems.length > 0) return reportProblems(this, problems, 'text')
  const list = files.map(({ path }) => `  ${path}\n`).join('')
  const where = out === '.' ? '' : `cd ${out} && `
  this.process.stdout.write(
    `Wrote a project:\n${list}Next: ${where}npm install && npx dogma plan, then npx dogma apply. Both use the embedded sandbox account.\n`,
  )
}
