import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { declarationText } from '../../src/inventory/index.js'

const root = join(import.meta.dirname, '../..')

/** What the compiler says about lines of definitions in a project with a declaration file. */
function errorsIn(lines: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'dogma-inventory-'))
  try {
    const declaration = declarationText({
      metrics: [
        { name: 'system.load.1', type: 'gauge', unit: 'load', tags: ['host', 'env'] },
        { name: 'checkout.orders', type: 'count', tags: ['env'] },
        { name: 'checkout.silent', type: 'gauge', tags: [] },
        { name: 'checkout.unknown' },
      ],
    })
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        typeRoots: [join(root, 'node_modules/@types')],
        paths: { dogma: [join(root, 'src/index.ts')] },
      },
      include: ['*.ts'],
    }
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    writeFileSync(join(folder, 'metrics.d.ts'), declaration)
    const head = "import { avg, max, monitor, p95, percentile, sum } from 'dogma'"
    writeFileSync(join(folder, 'definitions.ts'), [head, ...lines, ''].join('\n'))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    return stdout.split('\n').filter(line => line.startsWith('definitions.ts'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const use = 'void [avg, max, monitor, p95, percentile, sum]'

describe('definitions beside the declarations of `dogma types`', () => {
  it('compile when they name what there is, and only then', () => {
    const errors = errorsIn([
      use,
      "monitor('a', { name: '', alert: avg('system.load.1').where({ env: 'prod' }).by('host').last('5m').above(4) })",
      "void sum('checkout.orders').whereNot({ env: ['a', 'b'] }).asCount().by('env')",
      "void avg('checkout.unknown').where({ anything: 1 }).by('at', 'all').asCount()",
      "void avg('system.load.1').where('env:prod AND host:a').rollup('max', '5m')",
      '// @ts-expect-error no such metric',
      "void avg('sistem.load.1')",
      '// @ts-expect-error no such metric',
      "void percentile('p99.9', 'sistem.load.1')",
      '// @ts-expect-error no such tag to group by',
      "void max('system.load.1').by('service')",
      '// @ts-expect-error no such tag to filter by',
      "void avg('system.load.1').where({ env: 'prod', service: 'api' })",
      '// @ts-expect-error no tag at all',
      "void avg('checkout.silent').where({ env: 'prod' })",
      '// @ts-expect-error a gauge cannot be counted',
      "void sum('system.load.1').asCount()",
      '// @ts-expect-error a gauge has no rate, with groups either',
      "void sum('system.load.1').by('host').asRate()",
      '// @ts-expect-error a message may name only what the query groups or filters by',
      "monitor('b', { name: '', alert: avg('system.load.1').last('5m').above(4), message: ({ alert, tag }) => [alert`${tag('host')}`] })",
    ])
    expect(errors).toEqual([])
  }, 60_000)
})
