import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { placeWith, removePlaces } from '../import/account.js'

afterAll(removePlaces)

const errors = {
  type: 'query alert',
  name: 'Errors',
  query: 'sum(last_5m):sum:checkout.errors{env:prod} by {version}.as_count() > 4',
  message: '',
  options: { thresholds: { critical: 4 } },
}

describe('dogma types', () => {
  it('declares the metrics of the account', async () => {
    const place = await placeWith(['monitor', errors])
    const { exitCode, stdout } = await place.run('types', '--out', 'metrics.d.ts')
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Wrote 1 metric → metrics.d.ts\n' })
    expect(readFileSync(join(place.folder, 'metrics.d.ts'), 'utf8')).toContain(
      "'checkout.errors': { type: 'count'; tags: 'env' | 'version' }",
    )
  })

  it('declares those of a file that match', async () => {
    const place = await placeWith()
    writeFileSync(join(place.folder, 'in.json'), JSON.stringify({ metrics: ['system.load.1', 'trace.hits'] }))
    await place.run('types', '--from', 'in.json', '--match', 'trace.*', '--out', 'metrics.d.ts')
    const text = readFileSync(join(place.folder, 'metrics.d.ts'), 'utf8')
    expect(text).toContain("'trace.hits': { type: string; tags: string }")
    expect(text).not.toContain('system.load.1')
  })

  it('writes nothing where there is no metric: it would rule out every name', async () => {
    const place = await placeWith(['monitor', errors])
    writeFileSync(join(place.folder, 'in.json'), JSON.stringify({ metrics: [] }))
    for (const words of [
      ['--match', 'none.*'],
      ['--from', 'in.json'],
    ]) {
      const { exitCode, stdout, stderr } = await place.run('types', '--out', 'metrics.d.ts', ...words)
      expect([exitCode, stdout]).toEqual([1, ''])
      expect(stderr).toContain('types/no-metrics')
      expect(stderr).toContain('metrics.d.ts was not written')
      expect(existsSync(join(place.folder, 'metrics.d.ts'))).toBe(false)
    }
  })

  it.each([
    ['{', 'This JSON holds no list of metrics.'],
    ['{"metrics": [{"type": "gauge"}]}', 'Entry 1 of the metrics has no `name`.'],
  ])('says what is wrong with %s', async (text, message) => {
    const place = await placeWith()
    writeFileSync(join(place.folder, 'in.json'), text)
    const { exitCode, stderr } = await place.run('types', '--from', 'in.json')
    expect(exitCode).toBe(1)
    expect(stderr).toContain(message)
  })
})
