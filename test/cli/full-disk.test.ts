import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'
import { projectFolder, removeProjectFolders } from './harness.js'

afterAll(removeProjectFolders)

/**
 * Runs Node where no file can grow beyond 96 blocks (48 or 96 kB). Like a full disk, that takes the beginning of a text before it refuses
 * the rest, which a device that refuses everything does not show.
 */
function runWithLittleRoom(words: readonly string[], folder: string) {
  const shell = `trap '' XFSZ; ulimit -f 96; exec "$0" "$@"`
  const done = spawnSync('sh', ['-c', shell, process.execPath, ...words], { cwd: folder, encoding: 'utf8' })
  return { exitCode: done.status, stdout: done.stdout, stderr: done.stderr }
}

const many = `import { avg, monitor } from 'dogma'
for (let n = 0; n < 60; n += 1) {
  const alert = avg('system.load.1').where({ key: String(n) }).last('5m').above(4)
  monitor('m' + n, { name: 'Monitor ' + n, alert, message: 'x'.repeat(2000) + ' @slack-sre' })
}
`

describe('a disk that takes only the beginning of a file', () => {
  it('keeps the plan file that there was, and says so', () => {
    const folder = projectFolder({ 'monitors/many.ts': many, 'plan.json': 'the one before' })
    const outcome = runWithLittleRoom(
      [join(root, 'dist/bin/dogma.cjs'), 'plan', '--out', 'plan.json'],
      folder,
    )
    expect(outcome).toMatchObject({ exitCode: 1 })
    expect(outcome.stderr).toContain('plan.json cannot be written to')
    expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe('the one before')
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  it('costs the sandbox account nothing of what it holds', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
    const file = join(folder, 'account.json')
    const message = 'x'.repeat(2000)
    const commits = Array.from({ length: 60 }, (_, n) =>
      JSON.stringify({ sequence: n + 1, changes: [['monitor', String(n + 1), { id: n + 1, message }]] }),
    )
    writeFileSync(`${file}.journal`, `${commits.join('\n')}\n`)
    const program = `import(${JSON.stringify(join(root, 'dist/sandbox.js'))})
      .then(({ startSandbox }) => startSandbox({ file: ${JSON.stringify(file)} }))
      .catch(error => { console.error(error.message); process.exit(1) })`
    const outcome = runWithLittleRoom(['-e', program], folder)
    expect(outcome).toMatchObject({ exitCode: 1 })
    expect(outcome.stderr).toMatch(/EFBIG|ENOSPC/)
    expect(existsSync(file)).toBe(false)
    expect(readFileSync(`${file}.journal`, 'utf8').trimEnd().split('\n')).toEqual(commits)
  })
})
