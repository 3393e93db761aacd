import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import type { Context } from '../context.js'
import { existingFiles, writeNewFiles } from '../import/write-files.js'
import { projectFiles, sharedFiles } from '../init/project-files.js'
import { reportProblems } from '../report.js'
import { version } from '../version.js'

interface Flags {
  readonly out: string
}

export const init = buildCommand({
  docs: {
    brief: 'Write a small working project',
    fullDescription: `Writes a configuration, a monitor, an SLO with an alert, a dashboard, and pipelines for GitHub Actions and
GitLab CI. It plans against the embedded sandbox account as it is. Nothing that exists is overwritten:
a repository's own package.json, tsconfig.json, .gitignore and pipelines stay as they are.

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
  const root = resolve(this.folder, out)
  const all = projectFiles(basename(root), version)
  const existing = await existingFiles(root, all)
  const kept = existing.filter(path => path in sharedFiles)
  const files = all.filter(({ path }) => !kept.includes(path))
  const problems = await writeNewFiles(this.folder, out, files, { hint: 'Name another folder with --out.' })
  if (problems.length > 0) return reportProblems(this, problems, 'text')
  const list = files.map(({ path }) => `  ${path}\n`).join('')
  const go = out === '.' ? '' : `cd ${out} && `
  const install = kept.includes('package.json') ? 'npm install --save-dev dogma typescript' : 'npm install'
  this.process.stdout.write(
    `Wrote a project:\n${list}${await keptAsTheyAre(root, kept)}Next: ${go}${install} && npx dogma plan, then npx dogma apply. ` +
      'Both use the embedded sandbox account.\n',
  )
}

async function keptAsTheyAre(root: string, paths: readonly string[]): Promise<string> {
  if (paths.length === 0) return ''
  const lines = await Promise.all(
    paths.map(async path => {
      const needed = sharedFiles[path]
      const text = needed === undefined ? '' : await readFile(join(root, path), 'utf8')
      return `  ${path}${needed === undefined || text.includes(needed) ? '' : ` (add \`${needed}\`)`}\n`
    }),
  )
  return `Kept what was there:\n${lines.join('')}`
}
