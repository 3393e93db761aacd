import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildMainApplication } from '../../src/cli/app.js'
import { root } from '../architecture/imports.js'
import { settled } from '../cli/harness.js'
import { blocksOf } from './blocks.js'

const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/sandbox.md']
const blocks = pages.flatMap(blocksOf)
const folder = join(root, '.dogma', 'docs-check')
const bin = join(root, 'dist', 'bin', 'dogma.cjs')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the code on the pages', () => {
  const code = blocks.filter(block => block.language === 'ts')

  it('is there', () => {
    expect(code.length).toBeGreaterThan(2)
  })

  it('compiles as a user would compile it', () => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const { page, line, text } of code) {
      writeFileSync(join(folder, `${page.replaceAll('/', '-')}-${line}.ts`), `${text}\nexport {}\n`)
    }
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: { types: ['node'], noUnusedLocals: false },
      include: ['*.ts'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const result = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder],
      { encoding: 'utf8' },
    )
    expect(result.stdout).toBe('')
  })
})

const application = await buildMainApplication([])

describe('the commands on the pages', () => {
  const known = application.root as unknown as {
    getAllEntries: () => readonly { name: { original: string }; hidden: boolean }[]
  }
  const names = known.getAllEntries().map(entry => entry.name.original)

  it('are the commands that exist, in the table of the README', () => {
    const documented = Array.from(
      readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `dogma (\w+)/gm),
      match => match[1]!,
    )
    expect([...new Set(documented)].sort()).toEqual([...names].sort())
  })

  it('are asked for by names that exist', () => {
    const called = blocks.flatMap(({ text }) =>
      Array.from(text.matchAll(/^\$?\s*(?:npx )?dogma (\w+)/gm), match => match[1]!),
    )
    expect(called.filter(name => !names.includes(name))).toEqual([])
  })
})

describe('the output in the README', () => {
  it('is what the first command prints after installing', () => {
    const shown = blocksOf('README.md').find(block =>
      block.text.startsWith('# TypeScript definitions become'),
    )
    const printed = shortened(printedByDemo())
    if (process.env.UPDATE_GOLDEN) replaceInReadme(shown!.text, printed)
    else expect(settled(shown!.text)).toBe(settled(printed))
  }, 120_000)

  it('shows explanations as the command prints them', () => {
    const shown = blocks.filter(
      block => block.language === 'console' && block.text.startsWith('$ dogma explain'),
    )
    expect(shown.length).toBeGreaterThan(0)
    for (const { text } of shown) {
      const [first] = text.split('\n')
      const words = /^\$ dogma explain '(.*)'$/.exec(first!)
      expect(words, first).not.toBeNull()
      const command = [bin, 'explain', '--lang', 'en', words![1]!]
      const printed = `${first}\n${execFileSync(process.execPath, command, { encoding: 'utf8' })}`
      if (process.env.UPDATE_GOLDEN) replaceInReadme(text, printed)
      else expect(text).toBe(printed)
    }
  })
})

function printedByDemo(): string {
  const result = spawnSync('sh', ['-c', 'npx tsx scripts/demo.ts 2>&1'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', FORCE_COLOR: '0' },
  })
  expect(result.status, result.stdout).toBe(0)
  return result.stdout.replace(/^npm warn.*\n/gm, '').trimStart()
}

/** Each step's first and last lines: the page says that `…` stands for what is left out. */
function shortened(text: string): string {
  return text
    .split(/\n(?=# )/)
    .map(shortenedStep)
    .join('\n')
}

function shortenedStep(step: string): string {
  const lines = step.split('\n')
  const [first, last] = [22, 8]
  return lines.length <= first + last + 2
    ? step
    : [...lines.slice(0, first), '…', ...lines.slice(-last)].join('\n')
}

function replaceInReadme(before: string, after: string): void {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  writeFileSync(
    join(root, 'README.md'),
    readme.replace(before, () => after),
  )
}
