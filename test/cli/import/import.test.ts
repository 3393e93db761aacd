import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/model/index.js'
import { placeWith, removePlaces } from './account.js'

afterAll(removePlaces)

const load = (name: string, more: JsonObject = {}): JsonObject => ({
  type: 'query alert',
  name,
  query: 'avg(last_5m):avg:system.load.1{*} by {host} > 4',
  message: 'Look at {{host.name}}. @slack-sre',
  tags: ['service:api'],
  options: { thresholds: { critical: 4 } },
  ...more,
})
const availability: JsonObject = {
  type: 'metric',
  name: 'Availability',
  tags: ['service:api'],
  thresholds: [{ timeframe: '30d', target: 99.9 }],
  query: { numerator: 'sum:hits{ok:true}.as_count()', denominator: 'sum:hits{*}.as_count()' },
}
const board = (title: string, more: JsonObject = {}): JsonObject => ({
  title,
  layout_type: 'ordered',
  widgets: [{ definition: { type: 'note', content: 'Hello' } }],
  ...more,
})

interface PlanJson {
  readonly changes: readonly {
    readonly action: string
    readonly changes: readonly { readonly path: string }[]
  }[]
}

/** What a plan would do: its actions and the fields that they change, each once. */
async function planned(place: Awaited<ReturnType<typeof placeWith>>): Promise<readonly string[]> {
  const { stdout } = await place.run('plan', '--format', 'json', '--no-type-check')
  const plan = JSON.parse(stdout) as PlanJson
  const lines = plan.changes.flatMap(({ action, changes }) => changes.map(({ path }) => `${action} ${path}`))
  return [...new Set(lines)].sort()
}

describe('dogma import --all', () => {
  it('writes a project whose first plan adds nothing but its mark', async () => {
    const place = await placeWith(
      ['monitor', load('Load')],
      ['monitor', load('Load', { message: 'another' })],
      ['slo', availability],
      ['dashboard', board('API')],
    )
    const [first, second] = place.ids
    const { exitCode, stdout } = await place.run('import', '--all')
    expect(exitCode).toBe(0)
    expect(stdout).toBe(
      'Imported 2 monitors, 1 SLO, 1 dashboard with 1 widget → 3 files in ./\nEverything is written with builders.\nNext: dogma plan\n',
    )
    const files = place.files()
    expect(Object.keys(files)).toEqual([
      'dashboards/api.ts',
      'dogma.config.ts',
      'monitors/api.ts',
      'slos/api.ts',
    ])
    expect(files['monitors/api.ts']).toContain(`monitor('load', {`)
    expect(files['monitors/api.ts']).toContain(`adopt: ${first},`)
    expect(files['monitors/api.ts']).toContain(`monitor('load-2', {`)
    expect(files['monitors/api.ts']).toContain(`adopt: ${second},`)
    expect(await planned(place)).toEqual(['adopt description', 'adopt tags'])
    expect((await place.run('apply', '--yes')).exitCode).toBe(0)
    expect(await planned(place)).toEqual([])
  })

  it('keeps the runbooks of monitors, which listings do not show', async () => {
    const runbook = { name: 'Load', url: '/notebook/1', category: 'runbook', resource_type: 'notebook' }
    const place = await placeWith(['monitor', load('Load', { assets: [runbook] })])
    expect((await place.run('import', '--all')).exitCode).toBe(0)
    expect(place.files()['monitors/api.ts']).toContain(
      `assets: [{ name: 'Load', url: '/notebook/1', category: 'runbook', resourceType: 'notebook' }],`,
    )
    expect(await planned(place)).toEqual(['adopt tags'])
    expect((await place.run('apply', '--yes')).exitCode).toBe(0)
    expect(await planned(place)).toEqual([])
  })

  it('connects what refers to each other', async () => {
    const both = (ids: readonly string[]) => ({
      type: 'composite',
      name: 'Both',
      query: ids.join(' && '),
      message: '',
      tags: ['service:b'],
    })
    const place = await placeWith(
      ['monitor', load('One')],
      ['monitor', load('Two', { tags: ['service:b'] })],
      ['monitor', both],
    )
    await place.run('import', '--all')
    expect(place.files()['monitors/composites/b.ts']).toContain('composite(and(one, two))')
    expect(await planned(place)).toEqual(['adopt tags'])
  })

  it('leaves out, with the reason, what others manage', async () => {
    const place = await placeWith(
      ['monitor', load('Kennel', { message: 'x\n-- Managed by kennel a:b in projects/a.rb' })],
      ['monitor', load('Terraform', { tags: ['managed_by:terraform'] })],
      ['monitor', load('Another project', { tags: ['dogma:other/load'] })],
      ['monitor', load('Free')],
    )
    const { exitCode, stdout } = await place.run('import', '--all')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Left out 1 object: each is managed by kennel; --include-managed takes it over.')
    expect(stdout).toContain(
      'Left out 1 object: each is managed by Terraform; --include-managed takes it over.',
    )
    expect(stdout).toContain('Left out 1 object: each is managed by the project `other`.')
    expect(Object.keys(place.files())).toEqual(['dogma.config.ts', 'monitors/api.ts'])
    const taken = await place.run('import', '--all', '--include-managed', '--out', 'all')
    expect(taken.stdout).toContain('Imported 2 monitors')
  })

  it('imports nothing twice, and keeps the keys that there are', async () => {
    const place = await placeWith(['monitor', load('Load')])
    await place.run('import', '--all')
    const again = await place.run('import', '--all', '--out', 'more')
    expect(again.stdout).toContain('Left out 1 object: each is defined already.')
    expect(Object.keys(place.files())).toEqual(['dogma.config.ts', 'monitors/api.ts'])
  })

  it('overwrites nothing unless it is told to', async () => {
    const place = await placeWith(['monitor', load('Load')])
    mkdirSync(join(place.folder, 'monitors'))
    writeFileSync(join(place.folder, 'monitors/api.ts'), '// mine\n')
    const refused = await place.run('import', '--all')
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('monitors/api.ts exists already, so nothing was written.')
    expect(place.files()).toEqual({ 'monitors/api.ts': '// mine\n' })
    expect((await place.run('import', '--all', '--force')).exitCode).toBe(0)
    expect(place.files()['monitors/api.ts']).toContain("monitor('load'")
  })
})

describe('dogma import of some objects', () => {
  it('takes them by id and by the address of their page', async () => {
    const place = await placeWith(
      ['monitor', load('One')],
      ['monitor', load('Two')],
      ['dashboard', board('API')],
    )
    const [one, , api] = place.ids
    const page = `https://app.datadoghq.com/dashboard/${api}/api`
    const { stdout } = await place.run('import', `monitor/${one}`, page)
    expect(stdout).toContain('Imported 1 monitor, 0 SLOs, 1 dashboard with 1 widget')
  })

  it('takes them by tag', async () => {
    const place = await placeWith(['monitor', load('One')], ['monitor', load('Two', { tags: ['team:sre'] })])
    await place.run('import', '--tag', 'team:sre')
    expect(Object.keys(place.files())).toEqual(['dogma.config.ts', 'monitors/sre.ts'])
  })

  it('tells which of them there are not, and imports the rest', async () => {
    const place = await placeWith(['monitor', load('One')])
    const { exitCode, stdout, stderr } = await place.run('import', 'monitor/1', `monitor/${place.ids[0]}`)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('Monitor not found')
    expect(stdout).toContain('Imported 1 monitor')
    expect(stdout).toContain('1 object could not be imported.')
  })
})

describe('dogma import --from', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a body', JSON.stringify(load('A')), '1 monitor, 0 SLOs, 0 dashboards'],
    ['a list', JSON.stringify([load('A'), board('B')]), '1 monitor, 0 SLOs, 1 dashboard'],
    ['an answer', JSON.stringify({ data: [availability], error: null }), '0 monitors, 1 SLO, 0 dashboards'],
    [
      'dashboards under their name',
      JSON.stringify({ dashboards: [board('B')] }),
      '0 monitors, 0 SLOs, 1 dashboard',
    ],
    [
      'a backup of dogma',
      [
        { kind: 'monitor', id: '5', payload: load('A') },
        { kind: 'dashboard', id: 'abc-def-ghi', payload: board('B') },
      ]
        .map(object => JSON.stringify(object))
        .join('\n'),
      '1 monitor, 0 SLOs, 1 dashboard',
    ],
    ['a byte order mark', `\uFEFF${JSON.stringify(load('A'))}`, '1 monitor, 0 SLOs, 0 dashboards'],
  ]
  it.each(cases)('reads %s', async (_, text, counts) => {
    const place = await placeWith()
    writeFileSync(join(place.folder, 'in.json'), text)
    const { exitCode, stdout } = await place.run('import', '--from', 'in.json')
    expect(stdout).toContain(`Imported ${counts}`)
    expect(exitCode).toBe(0)
  })

  it('takes over the objects by the ids in the file, unless it is told not to', async () => {
    const place = await placeWith()
    writeFileSync(join(place.folder, 'in.json'), JSON.stringify(load('A', { id: 7 })))
    await place.run('import', '--from', 'in.json')
    expect(place.files()['monitors/api.ts']).toContain('adopt: 7')
    await place.run('import', '--from', 'in.json', '--no-adopt', '--force')
    expect(place.files()['monitors/api.ts']).not.toContain('adopt')
  })

  it('tells everything that is wrong and imports the rest', async () => {
    const place = await placeWith()
    const write = (name: string, text: string) => writeFileSync(join(place.folder, name), text)
    write('broken.json', '{"type": "query alert", "query": }')
    write('other.json', JSON.stringify({ panels: [], schemaVersion: 39 }))
    write('half.json', JSON.stringify({ title: 'Half', layout_type: 'ordered' }))
    write('twice.json', JSON.stringify([load('A', { id: 7 }), load('B', { id: 7 }), 5]))
    const from = ['broken.json', 'other.json', 'half.json', 'twice.json', 'none.json'].flatMap(file => [
      '--from',
      file,
    ])
    const { exitCode, stdout, stderr } = await place.run('import', ...from)
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Imported 1 monitor')
    expect(stdout).toContain('6 objects could not be imported.')
    expect(stderr).toContain('broken.json:1:34')
    expect(stderr).toContain('This JSON object is neither a monitor, nor an SLO, nor a dashboard.')
    expect(stderr).toContain('The dashboard has no field `widgets` of the right type.')
    expect(stderr).toContain(
      'The monitor 7 stands here a second time; the first one in twice.json:1 was taken.',
    )
    expect(stderr).toContain('There is no such file.')
  })
})

describe('dogma import with wrong words', () => {
  it.each([
    [[], 'It is not said what to import.'],
    [['--all', 'monitor/1'], 'Objects by name, --from and --all exclude each other.'],
    [['--from', 'a.json', 'monitor/1'], 'Objects by name, --from and --all exclude each other.'],
  ])('%j', async (words, message) => {
    const place = await placeWith()
    const { exitCode, stderr } = await place.run('import', ...words)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(message)
  })
})

describe('dogma import --format json', () => {
  it('tells the same as data', async () => {
    const place = await placeWith(['monitor', load('Load')])
    const { stdout } = await place.run('import', '--all', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      ok: true,
      files: ['monitors/api.ts'],
      resources: [{ address: 'monitor.load', adopt: Number(place.ids[0]) }],
      skipped: [],
      problems: [],
    })
  })
})
