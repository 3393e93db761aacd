import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)

const board = (display: string, extra: object = {}) =>
  JSON.stringify({
    title: 'K6',
    layout_type: 'ordered',
    ...extra,
    widgets: [
      {
        definition: {
          type: 'timeseries',
          title: 'Latency',
          requests: [{ q: 'avg:system.load.1{*}', display_type: display }],
        },
      },
    ],
  })

describe('an import tells what the schema does not allow, in words about the definition', () => {
  it('a wrong value: imported all the same, exit code 1', async () => {
    const folder = projectFolder({ 'board.json': board('lines') })
    const { exitCode, stderr } = await dogma(['import', '--from', 'board.json', '--out', 'out'], { folder })
    expect(stderr).toContain('widget "Latency" · requests[0].display_type: \'lines\' is not one of')
    expect(exitCode).toBe(1)
    expect(readFileSync(join(folder, 'out/dashboards/k6.ts'), 'utf8')).toContain('lines')
  })

  it('an unknown field: a warning, and it is kept', async () => {
    const folder = projectFolder({ 'board.json': board('line', { brand_new_field: 1 }) })
    const { exitCode, stderr } = await dogma(['import', '--from', 'board.json', '--out', 'out'], { folder })
    expect(stderr).toContain('brand_new_field')
    expect(exitCode).toBe(0)
  })
})
