import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectFolder, removeProjectFolders } from '../harness.js'
import { monitorFile, run } from './accounts.js'

afterAll(removeProjectFolders)

function git(folder: string, ...words: string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...words], { cwd: folder, stdio: 'ignore' })
}

const importing = (key: string) => `import { avg, monitor } from 'dogma'
import { limit } from '../lib/limit.js'
monitor('${key}', { name: '${key}', alert: avg('a').where({ key: '${key}' }).last('5m').above(limit), message: '@slack-sre' })
`
const files = {
  '.gitignore': '.dogma\n',
  'lib/limit.ts': 'export const limit = 1\n',
  'lib/make.ts': `import { avg, monitor } from 'dogma'
export const make = (key: string) => monitor(key, { name: key, alert: avg('b').where({ key }).last('5m').above(1), message: '@slack-sre' })
`,
  'monitors/load.ts': monitorFile('load'),
  'monitors/errors.ts': monitorFile('errors'),
  'monitors/limited.ts': importing('limited'),
  'monitors/made.ts': "import { make } from '../lib/make.js'\nmake('made')\n",
  'monitors/down.ts': `import { composite, monitor, not } from 'dogma'
import { m as load } from './load.js'
import { m as errors } from './errors.js'
monitor('down', { name: 'Down', alert: composite(load.and(not(errors))), message: '@slack-sre' })
`,
}

/** A repository on a branch, with everything pending: the account is empty. */
function repository(): string {
  const folder = projectFolder(files)
  git(folder, 'init', '-b', 'main')
  git(folder, 'add', '.')
  git(folder, 'commit', '-m', 'first')
  git(folder, 'checkout', '-b', 'work')
  return folder
}

async function addresses(folder: string, words: string): Promise<string[]> {
  const { stdout } = await run(folder, `plan --format json ${words}`)
  return (JSON.parse(stdout) as { changes: { address: string }[] }).changes
    .map(({ address }) => address)
    .sort()
}

function write(folder: string, path: string, text: string): void {
  writeFileSync(join(folder, path), text)
}

describe('plan --changed-since', () => {
  it('takes what was changed, what refers to it, and what that needs', async () => {
    const folder = repository()
    write(folder, 'monitors/load.ts', monitorFile('load', 9))
    expect(await addresses(folder, '--changed-since main')).toEqual([
      'monitor.down',
      'monitor.errors',
      'monitor.load',
    ])
  })

  it('counts commits, uncommitted changes and new files', async () => {
    const folder = repository()
    write(folder, 'monitors/limited.ts', importing('limited').replace('slack-sre', 'slack-other'))
    git(folder, 'commit', '-am', 'second')
    write(folder, 'monitors/new.ts', monitorFile('new'))
    expect(await addresses(folder, '--changed-since main')).toEqual(['monitor.limited', 'monitor.new'])
  })

  it('follows imports, to the files that import a changed one and to helpers that make monitors', async () => {
    const folder = repository()
    write(folder, 'lib/limit.ts', 'export const limit = 2\n')
    expect(await addresses(folder, '--changed-since main')).toEqual(['monitor.limited'])
    write(folder, 'lib/limit.ts', files['lib/limit.ts'])
    write(folder, 'monitors/made.ts', "import { make } from '../lib/make.js'\nmake('made-2')\n")
    expect(await addresses(folder, '--changed-since main')).toEqual(['monitor.made-2'])
  })

  it('does not count what others did on the other branch', async () => {
    const folder = repository()
    git(folder, 'checkout', 'main')
    write(folder, 'monitors/errors.ts', monitorFile('errors', 7))
    git(folder, 'commit', '-am', 'theirs')
    git(folder, 'checkout', 'work')
    write(folder, 'monitors/limited.ts', importing('limited-2'))
    expect(await addresses(folder, '--changed-since main')).toEqual(['monitor.limited-2'])
  })

  it('is restricted further by targets', async () => {
    const folder = repository()
    write(folder, 'monitors/load.ts', monitorFile('load', 9))
    write(folder, 'monitors/limited.ts', importing('limited-2'))
    expect(await addresses(folder, '--changed-since main --target limited-2')).toEqual(['monitor.limited-2'])
    expect(await addresses(folder, '--changed-since main --target made')).toEqual([])
  })

  it('deletes nothing, and says what it is limited to', async () => {
    const folder = repository()
    await run(folder, 'apply --yes')
    write(folder, 'monitors/limited.ts', importing('other'))
    const everything = await run(folder, 'plan')
    expect(everything.stdout).toContain('1 to create, 1 to delete')
    const restricted = await run(folder, 'plan --changed-since main')
    expect(restricted.stdout).toContain(
      '1 to create, 4 unchanged. Only what was changed since main, and what refers to it; nothing is deleted.',
    )
  })

  it('is everything when the configuration changed, and nothing when nothing did', async () => {
    const folder = repository()
    expect(await addresses(folder, '--changed-since main')).toEqual([])
    write(folder, 'dogma.config.ts', "export default { project: 'test', typeCheck: false } \n")
    expect(await addresses(folder, '--changed-since main')).toHaveLength(5)
  })

  it.each(['nowhere', '--output=x', ''])('refuses the revision %j', async revision => {
    const folder = repository()
    const outcome = await run(folder, 'plan', {})
    expect(outcome.exitCode).toBe(0)
    const words = ['plan', `--changed-since=${revision}`]
    const refused = await import('../harness.js').then(({ dogma }) => dogma(words, { folder }))
    expect(refused.exitCode).toBe(1)
    expect(refused.stdout).toBe('')
    expect(refused.stderr).toContain('changed-since')
  })

  it('needs a repository', async () => {
    const folder = projectFolder({ 'monitors/load.ts': monitorFile('load') })
    const outcome = await run(folder, 'plan --changed-since main')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('Git cannot tell what was changed since `main`')
  })
})
