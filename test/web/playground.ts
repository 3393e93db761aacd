import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const chromiumPath = '/usr/bin/chromium'

/** Where no browser is, its tests cannot run; a run for everybody must not leave them out silently. */
export const hasBrowser = existsSync(chromiumPath) || process.env.CI !== undefined
if (!hasBrowser) console.warn(`The tests of the page are skipped: there is no browser at ${chromiumPath}.`)

/** Builds the playground into a folder, as `npm run build:playground` does, and gives what that printed. */
export async function buildInto(folder: string): Promise<string> {
  const arguments_ = ['--import', 'tsx', 'scripts/build-playground.ts', folder]
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, { cwd: root })
  return stdout
}

/** Builds it where the command looks for it, unless it is there. */
export async function buildOnce(): Promise<void> {
  const folder = join(root, 'dist/playground')
  if (!existsSync(join(folder, 'index.html'))) await buildInto(folder)
}

/** A browser without any network of its own, over a new build. */
export interface Visit {
  readonly folder: string
  readonly report: string
  /** Opens the page in a new profile; the fragment begins with `#`. */
  readonly open: (fragment?: string, options?: BrowserContextOptions) => Promise<OpenPage>
  readonly end: () => Promise<void>
}

export interface OpenPage {
  readonly page: Page
  /** Every address that was asked for. */
  readonly requests: readonly string[]
  /** What the page complained about, breaches of its own policy included. */
  readonly complaints: readonly string[]
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function visitPlayground(): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), 'dogma-playground-'))
  const report = await buildInto(folder)
  const browser = await chromium.launch({ executablePath: chromiumPath, args: flags })
  return {
    folder,
    report,
    open: (fragment = '', options = {}) =>
      openPage(browser, `${pathToFileURL(folder)}/index.html${fragment}`, options),
    end: async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    ...options,
  })
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', request => requests.push(request.url()))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  await page.goto(url)
  await page.locator('.summary').waitFor()
  return { page, requests, complaints }
}

/** Waits for the editor proper, which comes at the reader's first sign. */
export async function withEditor({ page }: OpenPage): Promise<void> {
  await page.mouse.move(5, 5)
  await page.mouse.move(6, 6)
  await page.locator('html[data-editor=ready]').waitFor()
  await page.locator('#drawing > *').first().waitFor()
}
