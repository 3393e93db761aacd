// How smoothly one types in the playground, and how much it loads: npx tsx bench/web/index.ts
// Options: --folder DIR (a built playground) --length N --keys N --slower N (than this processor) --verbose
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { readCommandLine, wholeNumber } from '../../scripts/command-line.js'
import { longQuery } from './query.js'
import { type Task, tasksWhile } from './trace.js'

const text = { type: 'string' } as const
const usage =
  'Usage: npx tsx bench/web/index.ts [--folder DIR] [--length 2000] [--keys 60] [--slower 1] [--verbose]'
const { values } = readCommandLine(usage, {
  options: { folder: text, length: text, keys: text, slower: text, verbose: { type: 'boolean' } },
})
const folder = resolve(values.folder ?? fileURLToPath(new URL('../../dist/playground', import.meta.url)))
const length = wholeNumber('length', values.length ?? '2000')
const keys = wholeNumber('keys', values.keys ?? '60')
const slower = wholeNumber('slower', values.slower ?? '1')

/** A frame, at sixty in a second. */
const frame = 16

const languages = ['en', 'ja'] as const

/** Longer than the page waits after a key: each burst ends with a new explanation, too. */
const rest = 500

async function openedPage(browser: Browser, lang: string, query: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(`${pathToFileURL(folder)}/index.html#q=${encodeURIComponent(query)}&lang=${lang}`)
  await page.locator('.summary').waitFor()
  return page
}

/** In bursts as people type, at the end of the first metric: a name of many letters, deleted again. */
async function type(page: Page): Promise<void> {
  for (let typed = 0; typed < keys; typed += 6) {
    await page.keyboard.type('errors', { delay: 70 })
    await page.waitForTimeout(rest)
    for (let index = 0; index < 6; index += 1) await page.keyboard.press('Backspace', { delay: 40 })
    await page.waitForTimeout(rest)
  }
}

/** Everything that can follow the text is in sight when the tree and the code are unfolded. */
async function unfold(page: Page): Promise<void> {
  for (const card of ['#code', '#tree']) {
    await page.locator(`${card} > summary`).click()
    await page.locator(`${card}-body > *`).first().waitFor()
  }
}

/** From the very first key on, while the editor proper and the drawing are still being loaded. */
async function firstKeysIn(browser: Browser, lang: string): Promise<readonly Task[]> {
  const page = await openedPage(browser, lang, longQuery(length))
  const tasks = await tasksWhile(browser, page, async () => {
    await page.locator('textarea').focus()
    await page.keyboard.type('  ', { delay: 70 })
    await page.waitForTimeout(4 * rest)
  })
  await page.context().close()
  return tasks
}

async function typingIn(browser: Browser, lang: string, unfolded: boolean): Promise<readonly Task[]> {
  const query = longQuery(length)
  const page = await openedPage(browser, lang, query)
  await page.mouse.move(5, 5)
  await page.locator('html[data-editor=ready]').waitFor()
  if (unfolded) await unfold(page)
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Home')
  for (let at = 0; at < query.indexOf('errors'); at += 1) await page.keyboard.press('ArrowRight')
  await type(page)
  const tasks = await tasksWhile(browser, page, () => type(page))
  await page.context().close()
  return tasks
}

async function loadOf(browser: Browser, lang: string): Promise<Readonly<Record<'first' | 'idle', number>>> {
  const context = await browser.newContext({ offline: true })
  const page = await context.newPage()
  const scripts: string[] = []
  page.on('request', request => {
    if (request.url().endsWith('.js')) scripts.push(request.url())
  })
  const compressed = () =>
    scripts.reduce((sum, url) => sum + gzipSync(readFileSync(fileURLToPath(url))).length, 0)
  await page.goto(`${pathToFileURL(folder)}/index.html#lang=${lang}`)
  await page.locator('.summary').waitFor()
  const first = compressed()
  await page.waitForTimeout(3_000)
  await context.close()
  return { first, idle: compressed() }
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const padded = (value: number) => value.toFixed(1).padStart(7)

function showTasks(name: string, tasks: readonly Task[]): void {
  const works = tasks.map(({ work }) => work).sort((a, b) => b - a)
  const longest = Math.max(...tasks.map(({ wall }) => wall))
  const over = works.filter(work => work >= frame).length
  print(
    `${name.padEnd(16)} longest task ${padded(works[0] ?? 0)} ms of work (${longest.toFixed(1)} of the wall), the tenth ${padded(works[9] ?? 0)} ms, ${over} of ${works.length} above ${frame} ms`,
  )
  if (values.verbose !== true) return
  for (const { work, wall, inside } of [...tasks].sort((a, b) => b.work - a.work).slice(0, 8)) {
    print(`      ${padded(work)} ms (${wall.toFixed(1)}): ${inside.join(', ')}`)
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
print('# compressed scripts (target: at most 150 kB)')
for (const lang of languages) {
  const { first, idle } = await loadOf(browser, lang)
  print(`${lang}  first load ${padded(first / 1000)} kB, left alone ${padded(idle / 1000)} kB`)
}
print(`# typing in a query of ${length} characters (target: every task below ${frame} ms)`)
for (const lang of languages) {
  showTasks(lang, await typingIn(browser, lang, false))
  showTasks(`${lang}, first keys`, await firstKeysIn(browser, lang))
  showTasks(`${lang}, all unfolded`, await typingIn(browser, lang, true))
}
await browser.close()
