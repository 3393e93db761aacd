import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGolden } from '../golden.js'
import { dogma, type Outcome, projectFolder, removeProjectFolders, transcript } from './harness.js'

const definitions = {
  'monitors/web.ts': `import { avg, composite, log, message, monitor, not, serviceCheck } from 'dogma'

export const load = monitor('load', {
  name: 'Load is high on {{host.name}}',
  alert: avg('system.load.1').where({ env: 'prod' }).by('host').last('5m').above({ critical: 8, warning: 4 }),
  message: message(({ alert, recovery, tag }) => [
    alert\`Load of \${tag('host')} is high. @slack-sre\`,
    recovery\`Back to normal. @slack-sre\`,
  ]),
  tags: ['team:sre', 'service:web'],
  priority: 2,
})

export const errors = monitor('errors', {
  name: 'Many errors in the log',
  alert: log('service:web status:error').index('*').last('5m').above(100),
  message: 'Many errors. @slack-sre',
  tags: ['team:sre', 'service:web'],
})

export const down = monitor('down', {
  name: 'Web is down',
  alert: composite(load.and(not(errors))),
  message: 'Web is down. @pagerduty-sre',
  tags: ['team:sre', 'service:web'],
})
`,
  'slos/web.ts': `import { burnRateAlerts, slo, sum } from 'dogma'

const hits = sum('web.hits').where({ env: 'prod' }).asCount()
const errors = sum('web.errors').where({ env: 'prod' }).asCount()

export const answers = slo('web-answers', {
  name: 'Web answers normally',
  good: hits.minus(errors),
  total: hits,
  target: { '30d': 99.9 },
  tags: ['team:sre'],
})
export const alerts = burnRateAlerts(answers, { page: '@pagerduty-sre', ticket: '@slack-sre' })
`,
  'dashboards/web.ts': `import { avg, dashboard, group, monitorStatus, sloWidget, timeseries } from 'dogma'
import { load } from '../monitors/web.js'
import { answers } from '../slos/web.js'

export const board = dashboard('web', {
  title: 'Web',
  widgets: [group('Load', [timeseries('Load', [avg('system.load.1').by('host')]), monitorStatus(load)]), sloWidget(answers)],
})
`,
}

let folder: string
const shown: string[] = []

beforeAll(() => {
  folder = projectFolder(definitions)
})

afterAll(removeProjectFolders)

async function run(...words: string[]): Promise<Outcome> {
  const outcome = await dogma(words, { folder })
  shown.push(transcript(words, outcome).replaceAll(folder, '/project'))
  return outcome
}

describe('a first day with dogma', () => {
  it('builds, plans, applies, and then has nothing to do', async () => {
    expect((await run('build')).exitCode).toBe(0)
    expect((await run('plan', '--detailed-exitcode')).exitCode).toBe(2)
    expect((await run('apply')).exitCode, 'nobody is there to say yes').toBe(1)
    expect((await run('apply', '--yes')).exitCode).toBe(0)
    expect((await run('plan', '--detailed-exitcode')).exitCode).toBe(0)
    expect((await run('drift', '--detailed-exitcode')).exitCode).toBe(0)
  })

  it('sees what somebody changed by hand, and puts it right', async () => {
    await run(
      'sandbox',
      'edit',
      'monitor.load',
      '--set',
      'priority=4',
      '--set',
      'options.thresholds.warning=7',
    )
    expect((await run('drift', '--detailed-exitcode')).exitCode).toBe(2)
    expect((await run('plan')).stdout).toContain('priority: 4 → 2')
    expect((await run('apply', '--yes')).exitCode).toBe(0)
    expect((await run('drift')).stdout).toContain('no drift')
  })

  it('applies a saved plan, and refuses it when the account moved', async () => {
    const path = join(folder, 'monitors/web.ts')
    writeFileSync(path, readFileSync(path, 'utf8').replace('critical: 8', 'critical: 9'))
    expect((await run('plan', '--out', 'plan.json')).exitCode).toBe(0)
    await run('sandbox', 'edit', 'monitor.load', '--set', 'priority=5')
    expect((await run('apply', 'plan.json', '--yes')).exitCode).toBe(1)
    expect((await run('plan', '--out', 'plan.json')).exitCode).toBe(0)
    expect((await run('apply', 'plan.json', '--yes')).exitCode).toBe(0)
  })

  it('deletes only what is allowed to be deleted', async () => {
    const path = join(folder, 'monitors/web.ts')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/export const down[\s\S]*/, ''))
    expect((await run('apply', '--yes')).exitCode).toBe(1)
    expect((await run('apply', '--yes', '--allow-delete', '1')).exitCode).toBe(0)
  })

  it('explains what it manages', async () => {
    expect((await run('explain', '--key', 'monitor.load', '--lang', 'en')).exitCode).toBe(0)
    expect((await run('explain', '--id', 'monitor.load', '--lang', 'ja')).exitCode).toBe(0)
  })

  it('lints it', async () => {
    expect((await run('lint')).exitCode).toBe(0)
  })

  it('takes everything away again, and only its own', async () => {
    expect((await run('destroy', '--yes')).exitCode).toBe(0)
    expect((await run('sandbox', 'show')).stdout).toBe('The account is empty.\n')
  })

  it('looks like this', () => {
    expectGolden('cli/tour.txt', shown.join('\n'))
  })
})
