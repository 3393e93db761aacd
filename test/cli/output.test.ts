import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'

const explain = `"$0" "$1" explain --level deep 'avg(last_5m):avg:system.load.1{*} > 4'`

/** Runs a line of shell in which `$0` is Node and `$1` the command. */
function shell(line: string) {
  const words = ['-c', line, process.execPath, join(root, 'dist/bin/dogma.cjs')]
  const { status, stdout, stderr } = spawnSync('sh', words, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('what a command writes', () => {
  it('comes whole through a pipe', () => {
    const { stdout } = shell(`${explain} | cat`)
    expect(stdout).toBe(shell(explain).stdout)
    expect(stdout).toContain('In one sentence')
  })

  it.each([
    ['a text', explain],
    ['a page of help', '"$0" "$1" lint --help'],
  ])('may be read only in part: %s', (_, command) => {
    // The reader has gone before anything is written.
    const line = `{ sleep 0.1; ${command}; echo "exit $?" >&2; } | true`
    expect(shell(line)).toEqual({ status: 0, stdout: '', stderr: 'exit 0\n' })
  })

  it.runIf(existsSync('/dev/full'))('makes the run fail where it cannot be kept', () => {
    expect(shell(`${explain} >/dev/full`)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^The output cannot be written: ENOSPC/),
    })
  })

  it('bears no colour for a pipe unless that is asked for', () => {
    const plain = 'unset NO_COLOR FORCE_COLOR;'
    expect(shell(`${plain} ${explain}`).stdout).not.toContain('\u001b')
    expect(shell(`${plain} FORCE_COLOR=1 ${explain}`).stdout).toContain('\u001b[1m')
    expect(shell(`NO_COLOR=1 FORCE_COLOR=1 ${explain}`).stdout).not.toContain('\u001b')
  })
})
