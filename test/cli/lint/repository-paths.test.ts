import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)

const monitor = JSON.stringify({ type: 'query alert', query: 'avg(last_5m):avg:a{env:b} > 4', name: 'A ' })

/** A repository whose definitions lie two folders below its root, and which sees a file beside it. */
function repository(marker: 'folder' | 'file' | 'none'): string {
  const around = projectFolder({ 'repository/infra/datadog/m.json': monitor, 'elsewhere.json': monitor })
  const root = join(around, 'repository')
  if (marker === 'folder') mkdirSync(join(root, '.git'))
  if (marker === 'file') writeFileSync(join(root, '.git'), 'gitdir: ../main/.git/worktrees/x\n')
  return join(root, 'infra', 'datadog')
}

const places: Readonly<Record<string, RegExp>> = {
  sarif: /"uri": "([^"]*)"/,
  gitlab: /"path": "([^"]*)"/,
  github: /file=([^,]*),/,
  junit: /file="([^"]*)"/,
  text: /^(\S*):\d+:\d+/m,
  json: /"file": "([^"]*)"/,
}

async function placeIn(folder: string, format: string, path = 'm.json'): Promise<string | undefined> {
  const { stdout } = await dogma(['lint', path, '--format', format], { folder })
  return places[format]!.exec(stdout)?.[1]
}

describe('a report from a folder below the root of a repository', () => {
  it.each([
    ['sarif', 'infra/datadog/m.json'],
    ['gitlab', 'infra/datadog/m.json'],
    ['github', 'infra/datadog/m.json'],
    ['junit', 'infra/datadog/m.json'],
    ['text', 'm.json'],
    ['json', 'm.json'],
  ])('as %s names the file %s', async (format, place) => {
    expect(await placeIn(repository('folder'), format)).toBe(place)
  })

  it('does so in a linked work tree', async () => {
    expect(await placeIn(repository('file'), 'gitlab')).toBe('infra/datadog/m.json')
  })

  it('leaves paths as they are outside a repository, and of files outside it', async () => {
    expect(await placeIn(repository('none'), 'gitlab')).toBe('m.json')
    expect(await placeIn(repository('folder'), 'gitlab', '../../../elsewhere.json')).toBe(
      '../../../elsewhere.json',
    )
  })
})
