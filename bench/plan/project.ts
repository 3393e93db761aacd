import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Size {
  readonly monitors: number
  readonly dashboards: number
  readonly files: number
}

/** Which version of the definitions to write: in `changed` every tenth object differs from `applied`. */
export type Edition = 'applied' | 'changed'

export const services = ['api', 'web', 'checkout', 'search', 'billing', 'mail', 'auth', 'media']

/** Writes a project as a team would: several files for each service, some 25 monitors in a file, each of about 2 kB. */
export function writeProject(folder: string, url: string, size: Size, edition: Edition): void {
  for (const part of ['monitors', 'dashboards']) {
    rmSync(join(folder, part), { recursive: true, force: true })
    mkdirSync(join(folder, part), { recursive: true })
  }
  writeFileSync(join(folder, 'dogma.config.ts'), configText(url))
  const perFile = Math.ceil(size.monitors / size.files)
  for (let file = 0; file < size.files; file += 1) {
    const numbers = range(file * perFile, Math.min(size.monitors, (file + 1) * perFile))
    const name = `${services[file % services.length]}-${file}.ts`
    writeFileSync(join(folder, 'monitors', name), monitorFile(numbers, edition))
  }
  range(0, size.dashboards).forEach(number => {
    writeFileSync(join(folder, 'dashboards', `board-${number}.ts`), dashboardFile(number, edition))
  })
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
}

function configText(url: string): string {
  const accounts = `{ bench: { url: ${JSON.stringify(url)} } }`
  return `import { defineConfig } from 'dogma'
export default defineConfig({ project: 'bench', defaultAccount: 'bench', accounts: ${accounts} })
`
}

function monitorFile(numbers: readonly number[], edition: Edition): string {
  return `import { avg, monitor } from 'dogma'\n\n${numbers.map(number => monitorText(number, edition)).join('\n')}`
}

export function limitOf(number: number, edition: Edition): number {
  return 90 + (edition === 'changed' && number % 10 === 0 ? 5 : 0)
}

function monitorText(number: number, edition: Edition): string {
  const service = services[number % services.length]
  return `export const m${number} = monitor('${service}-${number}', {
  name: 'Service ${service} ${number}: processor is busy',
  alert: avg('container.cpu.usage').where({ env: 'prod', service: '${service}', shard: '${number}' }).by('host', 'pod')
    .last('10m').above({ critical: ${limitOf(number, edition)}, warning: 80, criticalRecovery: 75, warningRecovery: 70 }),
  message: ${JSON.stringify(messageText(service ?? '', number))},
  tags: ['team:${service}', 'service:${service}', 'tier:${number % 3}', 'managed:code'],
  priority: ${1 + (number % 5)},
  renotifyInterval: '1h',
  renotifyStatuses: ['alert', 'no data'],
  newGroupDelay: '5m',
})
`
}

export function messageText(service: string, number: number): string {
  const step = (n: number) =>
    `${n}. Look at the dashboard of ${service}, panel ${n}, and compare it with the day before at the same hour.`
  return `{{#is_alert}}The processors of ${service} ${number} are busy on {{host.name}}: {{value}}.

What to do:
${[1, 2, 3, 4, 5, 6, 7, 8].map(step).join('\n')}

Runbook: https://wiki.example.com/runbooks/${service}/${number}
@pagerduty-${service} @slack-${service}-alerts{{/is_alert}}{{#is_recovery}}Back to normal. @slack-${service}-alerts{{/is_recovery}}`
}

function dashboardFile(number: number, edition: Edition): string {
  const title = `Board ${number}${edition === 'changed' && number % 100 === 0 ? ' (new)' : ''}`
  const widgets = range(0, 8).map(
    each =>
      `    timeseries('Load ${each}', [avg('system.load.${each}').where({ board: '${number}' }).by('host')]),`,
  )
  return `import { avg, dashboard, timeseries } from 'dogma'
dashboard('board-${number}', {
  title: '${title}',
  widgets: [
${widgets.join('\n')}
  ],
})
`
}
