import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ownModules } from '../../src/cli/own-modules.js'
import { loadProject, loadResources, type ProjectProblem } from '../../src/project/index.js'
import { root } from '../architecture/imports.js'
import { projectFolder, removeProjectFolders } from '../cli/harness.js'

afterAll(removeProjectFolders)

/** What the compiler says of one definition file, in a project that has it and these packages besides. */
async function typeProblems(text: string, packages: readonly string[]): Promise<readonly ProjectProblem[]> {
  const folder = projectFolder({
    'dogma.config.ts': "export default { project: 'test' }\n",
    'monitors/a.ts': text,
  })
  for (const name of ['typescript', '@typescript', ...packages]) {
    mkdirSync(join(folder, 'node_modules', name, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  const project = await loadProject(folder, 'test', ownModules)
  if (!project.ok) return project.problems
  return (await loadResources(project.value, { version: 'test', ownModules, typeCheck: true })).problems
}

const text = "export const team = process.env.TEAM ?? 'sre'\nif (team === '') console.error('no team')\n"

describe('the type check', () => {
  it('knows `process` and `console` where the project has the types of Node', async () => {
    expect(await typeProblems(text, ['@types/node', 'undici-types'])).toEqual([])
  })

  it('takes imports with the ending `.ts`, which run', async () => {
    const self = "import { value as again } from './a.ts'\nexport const value: string = typeof again\n"
    expect(await typeProblems(self.replace('typeof again', 'String(() => again)'), [])).toEqual([])
  })

  it('says which package has them where it has not', async () => {
    const problems = await typeProblems(text, [])
    expect(problems).toHaveLength(2)
    for (const { hint } of problems) expect(hint).toContain('npm install --save-dev @types/node')
  })
})
