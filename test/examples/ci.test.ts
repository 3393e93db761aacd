import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js'
import { root } from '../architecture/imports.js'
import { projectFolder, removeProjectFolders } from '../cli/harness.js'

afterAll(removeProjectFolders)

const keys = { DD_API_KEY: 'secret-api-key', DD_APP_KEY: 'secret-app-key' }

const monitor = (threshold: number) => `import { avg, monitor } from 'dogma'
monitor('load', {
  name: 'Load is high',
  alert: avg('system.load.1').where({ env: 'prod' }).last('5m').above({ critical: ${threshold}, criticalRecovery: 1 }),
  message: 'Load is high. https://wiki.example.com/runbooks/load @slack-sre',
  tags: ['team:sre', 'service:web'],
  priority: 3,
})
`

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<
    Record<
      string,
      { readonly if: string; readonly steps: readonly Step[]; readonly env: Record<string, string> }
    >
  >
}

type Pipeline = Readonly<
  Record<string, { readonly script?: readonly string[]; readonly rules?: readonly { readonly if: string }[] }>
>

const github = parse(
  readFileSync(join(root, 'examples/github/.github/workflows/dogma.yml'), 'utf8'),
) as Workflow
const gitlab = parse(readFileSync(join(root, 'examples/gitlab/.gitlab-ci.yml'), 'utf8')) as Pipeline

interface Comment {
  readonly id: number
  body: string
}

/** The part of GitHub and GitLab that takes comments. */
async function forge(): Promise<{
  readonly url: string
  readonly comments: Comment[]
  readonly tokens: Set<string>
}> {
  const comments: Comment[] = Array.from({ length: 100 }, (_, id) => ({ id, body: 'somebody else' }))
  const tokens = new Set<string>()
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const sent = parts.length === 0 ? undefined : (JSON.parse(Buffer.concat(parts).toString()) as Comment)
    tokens.add(String(request.headers.authorization ?? request.headers['private-token']))
    const url = new URL(request.url ?? '/', 'http://x')
    const id = /\/(?:comments|notes)\/(\d+)$/.exec(url.pathname)?.[1]
    const found = comments.find(comment => String(comment.id) === id)
    if (request.method === 'POST' && sent) comments.push({ id: comments.length, body: sent.body })
    else if (sent && found) found.body = sent.body
    const page = Number(url.searchParams.get('page') ?? 1)
    response.end(JSON.stringify(comments.slice((page - 1) * 100, page * 100)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, tokens }
}

interface Ended {
  readonly exitCode: number
  readonly output: string
}

/** Runs one line as a runner would. `npx` and `npm` stand for the package that a real repository would have installed. */
function shell(folder: string, line: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const names = `npx() { shift; "${process.execPath}" "${join(root, 'dist/bin/dogma.cjs')}" "$@"; }; npm() { :; }`
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', `${names}\n${line}`], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, NO_COLOR: '1', CI: 'true', ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data
    })
  }
  return new Promise(resolve => child.once('close', code => resolve({ exitCode: code ?? -1, output })))
}

let sandbox: Sandbox
let folder: string

function git(...words: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...words], { cwd: folder, encoding: 'utf8' }).trim()
}

beforeEach(async () => {
  sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  folder = projectFolder({
    'dogma.config.ts': `export default { project: 'shop', typeCheck: false, accounts: { prod: { url: '${sandbox.url}' } } }\n`,
    'monitors/load.ts': monitor(4),
    '.gitignore': '.dogma\nplan.*\n',
  })
  mkdirSync(join(folder, '.ci'))
  copyFileSync(join(root, 'examples/comment.mjs'), join(folder, '.ci/comment.mjs'))
  git('init', '-b', 'main')
  git('add', '.')
  git('commit', '-m', 'first')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('checkout', '-b', 'work')
})

/** Runs every line of a job until one fails, as a runner does. */
async function runLines(
  lines: readonly { readonly line: string; readonly env?: Readonly<Record<string, string>> }[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  let output = ''
  for (const { line, env } of lines) {
    const ended = await shell(folder, line, { ...keys, ...environment, ...env })
    output += ended.output
    if (ended.exitCode !== 0) return { exitCode: ended.exitCode, output }
  }
  expect(output).not.toMatch(/secret-(api|app)-key/)
  return { exitCode: 0, output }
}

function githubJob(name: string, environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const known: Readonly<Record<string, string>> = {
    'github.token': 'the-token',
    'github.event.pull_request.number': '7',
  }
  const steps = github.jobs[name]?.steps ?? []
  const lines = steps.flatMap(({ run, env }) => {
    const filled = Object.entries(env ?? {}).map(([key, value]) => [
      key,
      value.replace(/\$\{\{ (\S+) \}\}/, (_, path: string) => known[path] ?? ''),
    ])
    return run === undefined ? [] : [{ line: run, env: Object.fromEntries(filled) as Record<string, string> }]
  })
  return runLines(lines, environment)
}

function gitlabJob(name: string, environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const lines = (gitlab[name]?.script ?? []).map(line => ({ line }))
  return runLines(lines, environment)
}

describe('the GitHub Actions workflow', () => {
  it('has a job for each of its events', () => {
    expect(Object.keys(github.on)).toEqual(['pull_request', 'push', 'schedule'])
    const conditions = Object.values(github.jobs).map(job => job.if)
    expect(conditions).toEqual(
      ['pull_request', 'push', 'schedule'].map(event => `github.event_name == '${event}'`),
    )
  })

  it('plans a pull request, and keeps one comment up to date', async () => {
    const { url, comments, tokens } = await forge()
    const environment = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'a/b', GITHUB_BASE_REF: 'main' }
    writeFileSync(join(folder, 'monitors/new.ts'), monitor(5).replace("'load'", "'new'"))
    expect(await githubJob('plan', environment)).toMatchObject({ exitCode: 0 })
    expect(comments).toHaveLength(101)
    expect(comments.at(-1)?.body).toMatch(/^<!-- dogma plan shop prod -->\n[\s\S]*1 to create/)
    writeFileSync(join(folder, 'monitors/load.ts'), monitor(6))
    expect(await githubJob('plan', environment)).toMatchObject({ exitCode: 0 })
    expect(comments).toHaveLength(101)
    expect(comments.at(-1)?.body).toContain('2 to create')
    expect([...tokens]).toEqual(['Bearer the-token'])
  })

  it('applies what reaches the main branch, and then the night finds no drift until somebody edits', async () => {
    expect(await githubJob('apply')).toMatchObject({ exitCode: 0 })
    expect(await githubJob('drift')).toMatchObject({ exitCode: 0 })
    await editByHand()
    const drift = await githubJob('drift')
    expect(drift.exitCode).toBe(2)
    expect(drift.output).toContain('::warning file=monitors/load.ts,line=2')
  })

  it('fails where the definitions are wrong', async () => {
    writeFileSync(join(folder, 'monitors/load.ts'), 'export const a = {\n')
    expect((await githubJob('plan', { GITHUB_BASE_REF: 'main' })).exitCode).toBe(1)
    expect((await githubJob('apply')).exitCode).toBe(1)
  })
})

describe('the GitLab pipeline', () => {
  it('has a job for merge requests, one for the main branch and one for the night', () => {
    const rules = ['plan', 'apply', 'drift'].map(name => gitlab[name]?.rules?.[0]?.if)
    expect(rules).toEqual([
      expect.stringContaining('merge_request_event'),
      expect.stringContaining('$CI_DEFAULT_BRANCH'),
      expect.stringContaining('schedule'),
    ])
  })

  it('plans a merge request, with a report and one comment', async () => {
    const { url, comments, tokens } = await forge()
    const environment = {
      GITLAB_CI: 'true',
      CI_API_V4_URL: url,
      CI_PROJECT_ID: '1',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'HEAD'),
      DOGMA_COMMENT_TOKEN: 'the-token',
    }
    writeFileSync(join(folder, 'monitors/new.ts'), monitor(5).replace("'load'", "'new'"))
    expect(await gitlabJob('plan', environment)).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))).toEqual({
      create: 2,
      update: 0,
      delete: 0,
    })
    expect(comments.at(-1)?.body).toContain('1 to create')
    await gitlabJob('plan', environment)
    expect(comments).toHaveLength(101)
    expect([...tokens]).toEqual(['the-token'])
  })

  it('applies what reaches the main branch, and then the night finds no drift until somebody edits', async () => {
    expect(await gitlabJob('apply')).toMatchObject({ exitCode: 0 })
    expect(await gitlabJob('drift')).toMatchObject({ exitCode: 0 })
    await editByHand()
    expect((await gitlabJob('drift')).exitCode).toBe(2)
    const report = readFileSync(join(folder, 'drift.xml'), 'utf8')
    expect(report).toContain('<testcase name="monitor.load changed by hand"')
  })
})

async function editByHand(): Promise<void> {
  const headers = { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b', 'Content-Type': 'application/json' }
  const [first] = (await (await fetch(`${sandbox.url}/api/v1/monitor`, { headers })).json()) as {
    id: number
  }[]
  const body = JSON.stringify({ priority: 5 })
  await fetch(`${sandbox.url}/api/v1/monitor/${first?.id}`, { method: 'PUT', headers, body })
}
