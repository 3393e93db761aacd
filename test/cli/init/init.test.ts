import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { expectGolden } from '../../golden.js'
import { placeWith, removePlaces } from '../import/account.js'

afterAll(removePlaces)

describe('dogma init', () => {
  it('makes an empty folder a project that plans, applies and has nothing to find fault with', async () => {
    const place = await placeWith()
    const made = await place.run('init')
    expect(made.exitCode).toBe(0)
    expect((await place.run('lint')).stdout).toContain('4 definitions checked: nothing found.')
    expect((await place.run('apply', '--yes', '--no-type-check')).stdout).toContain('4 done, 0 failed')
    expect((await place.run('plan', '--no-type-check')).stdout).toContain('nothing to do, 4 unchanged')
  })

  it('writes files that people start from', async () => {
    const place = await placeWith()
    await place.run('init', '--out', 'sre')
    for (const path of ['monitors/checkout.ts', 'slos/checkout.ts', 'dashboards/checkout.ts']) {
      expectGolden(
        `init/${path.replaceAll('/', '.')}.txt`,
        readFileSync(join(place.folder, 'sre', path), 'utf8'),
      )
    }
    const config = readFileSync(join(place.folder, 'sre/dogma.config.ts'), 'utf8')
    expect(config).toContain("project: 'sre'")
  })

  it('writes pipelines that are valid YAML and apply only after the merge', async () => {
    const place = await placeWith()
    await place.run('init')
    const read = (path: string) => parse(readFileSync(join(place.folder, path), 'utf8'))
    const steps = read('.github/workflows/dogma.yml').jobs.dogma.steps
    expect(steps.at(-1)).toEqual({
      if: "github.event_name == 'push'",
      run: 'npx dogma apply --account prod --yes',
    })
    expect(read('.gitlab-ci.yml').apply.rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }])
  })

  it('overwrites nothing', async () => {
    const place = await placeWith()
    await place.run('init')
    const again = await place.run('init')
    expect(again.exitCode).toBe(1)
    expect(again.stderr).toContain('dogma.config.ts exists already, so nothing was written.')
    expect(existsSync(join(place.folder, '.gitignore'))).toBe(true)
  })

  it('works in the folder that dogma was installed in, and keeps what a repository has for other reasons', async () => {
    const place = await placeWith()
    const own = { 'package.json': '{ "name": "ours" }\n', '.gitignore': 'node_modules/\n' }
    for (const [path, text] of Object.entries(own)) writeFileSync(join(place.folder, path), text)
    const made = await place.run('init')
    expect(made.exitCode).toBe(0)
    expect(made.stdout).toContain('Kept what was there:\n  package.json\n  .gitignore (add `.dogma/`)\n')
    expect(made.stdout).toContain('Next: npm install --save-dev dogma typescript && npx dogma plan')
    for (const [path, text] of Object.entries(own))
      expect(readFileSync(join(place.folder, path), 'utf8')).toBe(text)
    expect((await place.run('apply', '--yes', '--no-type-check')).stdout).toContain('4 done, 0 failed')
  })
})
