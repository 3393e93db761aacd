import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)
const files = {
  'monitors/b.ts': "import { monitor } from 'dogma'\nexport {}\n",
  'monitors/a.ts': `import { avg, monitor, rawMonitor } from 'dogma'

export const load = monitor('load', {
  name: 'Load ',
  alert: avg('system.load.1').by('host').last('5m').above({ critical: 8, warning: 4 }),
  message: 'Load is high: {{check_message}} @slack-sre @slack-sre-',
  tags: ['team:sre', 'Service:Web', 'team:sre'],
  notifyNoData: true,
  noDataTimeframe: 2, // minutes
  options: { locked: true },
})

export const raw = rawMonitor('raw', {
  name: 'Raw',
  type: 'metric alert',
  query: 'avg(last_5m):sum:web.errors{*} > 4',
  message: 'x',
  options: { thresholds: { critical: 5 }, silenced: {} },
})
`,
}
describe('x', () => {
  it('y', async () => {
    const folder = projectFolder(files)
    for (const words of [['lint'], ['lint', '--summary'], ['lint', '--fix', '--dry-run'], ['lint', '--fix'], ['lint', '--routes'], ['lint', '--format', 'github']]) {
      const out = await dogma(words, { folder })
      console.log(words.join(' '), out.exitCode, '\n', out.stdout, out.stderr)
    }
    console.log(readFileSync(join(folder, 'monitors/a.ts'), 'utf8'))
    expect(1).toBe(1)
  })
})
