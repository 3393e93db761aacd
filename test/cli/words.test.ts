import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'
import { dogma } from './harness.js'

/** The built command, in which classes have other names than in the source. */
function built(words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/bin/dogma.cjs'), ...words],
    { encoding: 'utf8' },
  )
  return { exitCode: status, stdout, stderr }
}

describe('what the command says of wrong words', () => {
  it.each([
    ['plan --fromat json', 'There is no flag `--fromat`. Did you mean `--format`?'],
    ['plan -x', 'There is no flag `-x`.'],
    ['apply --allow-delete many', '`allow-delete`: many is not a whole number of at least 0.'],
    ['plan --format jsn', '`--format` takes text, json, markdown, github, gitlab, junit, not `jsn`.'],
    ['plan more', 'There is nothing to do with `more` here.'],
    ['rollback', 'FILE is missing.'],
    ['plan --account', '`--account` is missing, or its value.'],
    [
      'drift --detailed-exitcode=1 --detailed-exitcode=0',
      '`--detailed-exitcode` stands twice; `0` is one too many.',
    ],
    ['explain --lang en x --lang ja', '`--lang` stands twice; `ja` is one too many.'],
  ])('%s', (line, said) => {
    const { exitCode, stdout, stderr } = built(line.split(' '))
    expect(stderr).toBe(`${said} See \`--help\` of the command.\n`)
    expect([stdout, exitCode]).toEqual(['', 1])
  })
})

describe('words that other tools have', () => {
  it.each([
    ['help', '--help'],
    ['help plan', 'plan --help'],
    ['help sandbox edit', 'sandbox edit --help'],
    ['version', '--version'],
  ])('%s is %s', async (line, meant) => {
    const outcome = await dogma(line.split(' '))
    expect(outcome).toEqual(await dogma(meant.split(' ')))
    expect(outcome.exitCode).toBe(0)
  })
})
