import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.js'
import { expectGolden } from '../../golden.js'
import { removeProjectFolders, settled } from '../harness.js'
import { account, ask, monitorFile, monitorsOf, projectAt, run } from './accounts.js'

/** What somebody typed into the account: markup, mentions, fences, commands of CI systems, ends of elements. */
const hostile =
  '@everyone <script>alert(1)</script> </details> ``` ## [x](http://evil) #12 !5 ]]> &amp; \u001b[31m\n::error::owned'
const formats = ['markdown', 'github', 'gitlab', 'junit', 'json'] as const

let sandbox: Sandbox
let folder: string

beforeAll(async () => {
  sandbox = await startSandbox()
  folder = projectAt(
    { prod: sandbox.url },
    { 'monitors/load.ts': monitorFile('load'), 'monitors/old.ts': monitorFile('old') },
  )
  await run(folder, 'apply --yes')
  for (const { id } of await monitorsOf(sandbox.url))
    await ask(sandbox.url, `/api/v1/monitor/${id}`, 'PUT', { name: `${hostile}`, message: hostile })
  writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', 9))
  writeFileSync(join(folder, 'monitors/old.ts'), monitorFile('new'))
})

afterAll(async () => {
  await sandbox.close()
  removeProjectFolders()
})

describe.each(['plan', 'drift'])('%s', command => {
  it.each(formats)('as %s', async format => {
    const { stdout, stderr, exitCode } = await run(folder, `${command} --format ${format}`)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const shown = settled(stdout).replaceAll(/"(id|fingerprint)": "\w+"/g, '"$1": "…"')
    expectGolden(`cli/${command}.${format}.txt`, shown)
  })

  it.each(['markdown', 'github', 'junit', 'text'])(
    '%s lets no text of the account out of its place',
    async format => {
      const { stdout } = await run(folder, `${command} --format ${format}`)
      expect(stdout).not.toContain('\u001b')
      expect(stdout).not.toMatch(/^::error::owned/m)
      if (format === 'junit') expect(stdout).not.toContain('<script>')
    },
  )
})

/** A comment without its fenced blocks: what Markdown and HTML are read from. */
function outsideFences(comment: string): string {
  return comment.replaceAll(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, '')
}

describe('the comment', () => {
  it('starts with the same hidden line each time, so that it can be written anew', async () => {
    const first = (await run(folder, 'plan --format markdown')).stdout.split('\n')[0]
    const second = (await run(folder, 'plan --format markdown --target monitor.load')).stdout.split('\n')[0]
    expect(first).toBe('<!-- dogma plan shop prod -->')
    expect(second).toBe(first)
  })

  it('keeps text of the account inside code, where nothing is markup or a mention', async () => {
    const text = outsideFences((await run(folder, 'drift --format markdown')).stdout)
    const loose = text.replaceAll(/<code>.*?<\/code>/g, '')
    expect(text).toContain('&#64;everyone')
    expect(loose).not.toContain('everyone')
    expect(text).not.toMatch(/<script|@everyone/)
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)!.length)
  })

  it('holds at most 65,000 characters, names what it cannot hold, and says so', async () => {
    const many = Array.from({ length: 600 }, (_, n) => `make('m${n}')`).join('\n')
    const text = 'x '.repeat(150)
    const crowded = projectAt(
      { prod: sandbox.url },
      {
        'monitors/many.ts': `import { avg, monitor } from 'dogma'
const make = (key: string) => monitor(key, { name: key + ' @here', alert: avg('a').last('5m').above(1), message: '${text}' })
${many}
`,
      },
    )
    const { stdout } = await run(crowded, 'plan --format markdown')
    expect(stdout.length).toBeLessThanOrEqual(65_000)
    expect(stdout.length).toBeGreaterThan(60_000)
    expect(stdout).toMatch(/_A comment holds 65,000 characters: \d+ shown without details, \d+ left out\./)
  })
})

describe('a run that cannot plan', () => {
  it.each(formats)('tells why as %s', async format => {
    const { url } = await account({ keys: { apiKey: 'another', appKey: 'another' } })
    const broken = projectAt({ prod: url }, { 'monitors/load.ts': monitorFile('load') })
    const outcome = await run(broken, `plan --format ${format}`)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stdout + outcome.stderr).toContain('Forbidden')
    // A report of zeros would look like good news.
    if (format === 'gitlab') expect(outcome.stdout).toBe('')
    if (format === 'json') expect(JSON.parse(outcome.stdout)).toMatchObject({ version: 1, ok: false })
  })
})
