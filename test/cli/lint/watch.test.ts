import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runOnChange } from '../../../src/cli/lint/watch.js'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)

describe('--watch', () => {
  it('runs again after a change, and ends when it is told to', async () => {
    const folder = projectFolder({ 'monitors/a.ts': 'one' })
    const controller = new AbortController()
    let runs = 0
    await runOnChange([join(folder, 'monitors')], controller.signal, async () => {
      runs += 1
      if (runs === 3) controller.abort()
      else setTimeout(() => writeFileSync(join(folder, 'monitors/a.ts'), `change ${runs}`))
    })
    expect(runs).toBe(3)
  })

  it('misses no change that happens during a run', async () => {
    const folder = projectFolder({ 'monitors/a.ts': 'one' })
    const controller = new AbortController()
    let runs = 0
    await runOnChange([join(folder, 'monitors/a.ts')], controller.signal, async () => {
      runs += 1
      if (runs === 2) return controller.abort()
      writeFileSync(join(folder, 'monitors/a.ts'), 'two')
      await new Promise(resolve => setTimeout(resolve, 300))
    })
    expect(runs).toBe(2)
  })

  it('ends with 0 on Ctrl-C, whatever was found', async () => {
    const alert = "alert: 'avg(last_5m):avg:web.latency{env:prod}>4'"
    const text = `import { monitor } from 'dogma'\nmonitor('a', { name: 'A', ${alert}, message: '@slack-sre-' })\n`
    const folder = projectFolder({
      'monitors/a.ts': text,
      'monitors/b.ts': "import { monitor } from 'dogma'\n",
    })
    const controller = new AbortController()
    controller.abort()
    const outcome = await dogma(['lint', '--watch'], { folder, interrupted: controller.signal })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stdout).toContain('message/handle-syntax')
  })
})
