import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url))

function run(script: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `${scripts}${script}.ts`, ...words],
    { encoding: 'utf8', cwd: scripts },
  )
  return { status, stdout, stderr }
}

describe('a script that measures', { timeout: 60_000 }, () => {
  it.each([
    ['chaos', ['--runs', 'many'], "--runs takes a whole number, not 'many'.\n"],
    ['fuzz', ['--corpus', 'nowhere'], 'There is no folder nowhere.\n'],
    ['conformance', ['--recordings', 'nowhere'], 'There is no folder nowhere.\n'],
  ])('%s refuses %j in a sentence: what measured nothing must not pass', (script, words, stderr) => {
    expect(run(script, ...words)).toEqual({ status: 2, stdout: '', stderr })
  })

  it('tells an unknown option and how it is used', () => {
    const { status, stderr } = run('fuzz', '--bogus')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^Unknown option '--bogus'[\s\S]*Usage: npm run fuzz/)
  })

  it('says how it is used when asked', () => {
    expect(run('chaos', '--help')).toEqual({
      status: 0,
      stdout: 'Usage: npm run chaos -- [--runs 100] [--seed 1]\n',
      stderr: '',
    })
  })
})
