import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)

const definition = (key: string, name: string) =>
  `import { monitor } from 'dogma'\nexport const m = monitor('${key}', { name: '${name}', alert: 'avg(last_5m):avg:web.${key}{env:prod}>4', message: '@slack-sre', tags: ['team:sre'] })\n`

async function names(folder: string, ...words: string[]): Promise<readonly string[]> {
  const outcome = await dogma(['lint', '--min-severity', 'warning', '--format', 'json', ...words], { folder })
  const { findings } = JSON.parse(outcome.stdout)
  return findings.map((finding: { resource: string; rule: string }) => `${finding.resource} ${finding.rule}`)
}

const blank = (key: string) => `monitor.${key} message/name-blank`

describe('a baseline', () => {
  const baseline = ['--baseline', 'known.json']

  it('hides what was found when it was written, only shrinks, and never hides what is new', async () => {
    const folder = projectFolder({
      'monitors/a.ts': definition('a', ' A'),
      'monitors/b.ts': definition('b', ' B'),
    })
    const known = () => JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')).findings
    expect(await names(folder)).toEqual([blank('a'), blank('b')])

    expect(await names(folder, ...baseline, '--update-baseline')).toEqual([])
    const first = known()
    expect(await names(folder, ...baseline)).toEqual([])

    writeFileSync(join(folder, 'monitors/a.ts'), `\n\n${definition('a', 'A')}`)
    writeFileSync(join(folder, 'monitors/c.ts'), definition('c', ' C'))
    expect(await names(folder, ...baseline, '--update-baseline')).toEqual([blank('c')])
    expect(known().length).toBeLessThan(first.length)
    expect(first).toEqual(expect.arrayContaining(known()))
    expect(await names(folder, ...baseline)).toEqual([blank('c')])
  })

  describe('is not emptied by a run that did not look at everything', () => {
    const boom = `const boom = { id: 'acme/boom', severity: 'error', kinds: ['monitor'], title: 'a', why: 'b', howToFix: 'c', examples: { good: [], bad: [] }, check() { throw new Error('no') } }`
    it.each<[string, Readonly<Record<string, string>>, string[]]>([
      ['but at one file', { 'monitors/a.ts': definition('a', 'A') }, ['monitors/a.ts']],
      ['because a file is broken', { 'monitors/c.ts': 'export const = 1' }, []],
      ['but at a file that is not there', {}, ['monitors/nothing.ts']],
      [
        'because a rule failed',
        {
          'monitors/b.ts': definition('b', 'B'),
          'dogma.config.ts': `${boom}\nexport default { project: 'shop', typeCheck: false, lint: { custom: [boom], rules: { 'message/name-blank': 'off' } } }`,
        },
        [],
      ],
    ])('%s', async (_, changes, words) => {
      const folder = projectFolder({
        'dogma.config.ts': "export default { project: 'shop', typeCheck: false }",
        'monitors/a.ts': definition('a', ' A'),
        'monitors/b.ts': definition('b', ' B'),
      })
      const known = () => readFileSync(join(folder, 'known.json'), 'utf8')
      await names(folder, ...baseline, '--update-baseline')
      const before = known()
      for (const [path, text] of Object.entries(changes)) writeFileSync(join(folder, path), text)
      await names(folder, ...words, ...baseline, '--update-baseline')
      const about = (text: string) =>
        JSON.parse(text).findings.filter((each: { resource: string }) => each.resource === 'monitor.b')
      expect(about(before)).not.toEqual([])
      expect(about(known())).toEqual(about(before))
    })
  })

  it('is counted', async () => {
    const folder = projectFolder({
      'monitors/a.ts': definition('a', ' A'),
      'monitors/b.ts': definition('b', ' B'),
    })
    await names(folder, ...baseline, '--update-baseline')
    const outcome = await dogma(['lint', ...baseline], { folder })
    expect(outcome.stdout).toMatch(/^2 definitions checked: nothing found\. \d+ known to the baseline\.\n$/)
  })

  it.each([
    ['is not there', undefined, 'There is no baseline known.json.'],
    ['is something else', '{"version":2}', 'it is not a baseline of dogma'],
    ['is not JSON', '{', 'it is not a baseline of dogma'],
  ])('that %s stops the run', async (_, text, message) => {
    const folder = projectFolder({
      'monitors/a.ts': definition('a', 'A'),
      'monitors/b.ts': definition('b', 'B'),
    })
    if (text !== undefined) writeFileSync(join(folder, 'known.json'), text)
    const outcome = await dogma(['lint', ...baseline], { folder })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain(message)
    expect(existsSync(join(folder, 'known.json'))).toBe(text !== undefined)
  })
})

describe('--changed-since', () => {
  const git = (folder: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: folder })

  it('looks at changed and new files only', async () => {
    const folder = projectFolder({
      'monitors/a.ts': definition('a', ' A'),
      'monitors/b.ts': definition('b', ' B'),
      '.gitignore': '.dogma\n',
    })
    git(folder, 'init', '-q')
    git(folder, 'add', '.')
    git(folder, 'commit', '-q', '-m', 'x')
    expect(await names(folder, '--changed-since', 'HEAD')).toEqual([])
    writeFileSync(join(folder, 'monitors/a.ts'), definition('a', ' AA'))
    writeFileSync(join(folder, 'monitors/c.ts'), definition('c', ' C'))
    expect(await names(folder, '--changed-since', 'HEAD')).toEqual([blank('a'), blank('c')])
  })

  it('looks at changed JSON files only', async () => {
    const monitor = (key: string) =>
      JSON.stringify({
        name: ` ${key}`,
        type: 'query alert',
        query: `avg(last_5m):avg:web.${key}{env:prod} > 4`,
        message: '@slack-sre',
        tags: ['team:sre'],
      })
    const folder = projectFolder({ 'x/a.json': monitor('a'), 'x/b.json': monitor('b') })
    git(folder, 'init', '-q')
    git(folder, 'add', '.')
    git(folder, 'commit', '-q', '-m', 'x')
    writeFileSync(join(folder, 'x/b.json'), monitor('c'))
    const found = await names(folder, 'x', '--changed-since', 'HEAD')
    expect(found).toContain(blank('c'))
    expect(found.every(each => each.startsWith('monitor.c '))).toBe(true)
  })

  it.each(['nowhere', '--output=x'])('refuses %j, which is no revision', async revision => {
    const folder = projectFolder({
      'monitors/a.ts': definition('a', 'A'),
      'monitors/b.ts': definition('b', 'B'),
    })
    git(folder, 'init', '-q')
    const outcome = await dogma(['lint', `--changed-since=${revision}`], { folder })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('Git cannot tell what was changed since')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
})
