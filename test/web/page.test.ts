import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examples } from '../../src/web/examples.js'
import { writeFragment } from '../../src/web/link.js'
import { hasBrowser, type OpenPage, type Visit, visitPlayground, withEditor } from './playground.js'

const anomaly =
  "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1"
const linked = (query: string) => writeFragment({ query })

describe.skipIf(!hasBrowser)('the playground', { timeout: 60_000 }, () => {
  let visit: Visit
  const open: Visit['open'] = (...how) => visit.open(...how)
  const openEditor: Visit['open'] = async (...how) => {
    const opened = await visit.open(...how)
    await withEditor(opened)
    return opened
  }

  beforeAll(async () => {
    visit = await visitPlayground()
  }, 60_000)
  afterAll(() => visit?.end())

  it.each(['en-US', 'ja-JP'])(
    'loads at most 150 kB of compressed scripts by itself for a reader of %s',
    async locale => {
      const { page, requests } = await open('', { locale })
      // Left alone, the page loads the drawing, and nothing after it.
      await page.locator('.chart').waitFor()
      const scripts = requests.filter(url => url.endsWith('.js'))
      const bytes = scripts.map(url => gzipSync(readFileSync(new URL(url))).length)
      expect(scripts.length).toBeGreaterThan(1)
      expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(150_000)
    },
  )

  it('asks no host for anything, and keeps to its own policy', async () => {
    const { page, requests, complaints } = await openEditor(linked(anomaly), { offline: true })
    await page.click('#code summary')
    await page.click('#tree summary')
    await page.click('[data-lang=ja]')
    await page.locator('html[lang=ja]').waitFor()
    await page.locator('#code-body code').waitFor()
    expect(requests.filter(url => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
  })

  it('explains each of its examples without a problem', async () => {
    const { page, complaints } = await openEditor()
    for (const { id, text } of examples) {
      await page.selectOption('#examples', id)
      await expect.poll(() => editorText(page)).toBe(text)
      await page.waitForTimeout(200)
      const [problems, parts] = [
        await page.locator('#problems li').count(),
        await page.locator('.part').count(),
      ]
      expect([id, problems, parts > 0]).toEqual([id, 0, true])
    }
    expect(complaints).toEqual([])
  })

  it('shows an error while it is typed, and repairs it', async () => {
    const { page } = await openEditor(linked('avg(last_5m):avg:system.load.1{*} > 4'))
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('x')
    await page.locator('.problem.error').waitFor()
    await page.keyboard.press('Backspace')
    await expect.poll(() => page.locator('.problem').count()).toBe(0)
    await page.keyboard.press('Control+End')
    for (let index = 0; index < 4; index += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.locator('.problem.error').waitFor()
    await page.locator('.cm-lintRange-error').first().waitFor({ state: 'attached' })
    await page.getByRole('button', { name: /^Repair: / }).click()
    await expect.poll(() => editorText(page)).toBe('avg(last_5m):avg:system.load.1{*} > 4')
    await expect.poll(() => page.locator('.problem').count()).toBe(0)
  })

  it('completes functions from the catalog', async () => {
    const { page } = await openEditor(linked('avg(last_5m):'))
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('anom')
    await page.locator('.cm-tooltip-autocomplete li[aria-selected]').waitFor()
    // CodeMirror ignores a choice in the first moment, so that nobody chooses by accident.
    await page.waitForTimeout(100)
    await page.keyboard.press('Enter')
    await expect.poll(() => editorText(page)).toBe('avg(last_5m):anomalies()')
  })

  it('links each part with its piece, by pointer and by focus', async () => {
    const { page } = await openEditor(linked(anomaly))
    await page.locator('.part', { hasText: 'The width of the band' }).hover()
    await expect.poll(() => markedPiece(page)).toBe('2')
    await page.getByRole('button', { name: "'basic'" }).focus()
    await expect.poll(() => markedPiece(page)).toBe("'basic'")
    await page.getByRole('button', { name: 'not written' }).focus()
    await page.locator('#editor .insertion').waitFor()
  })

  it('links each piece with its part, by pointer and by caret', async () => {
    const { page } = await openEditor(linked(anomaly))
    await page.locator('#editor .tok-metric').hover()
    await expect.poll(() => markedPart(page)).toContain('container.cpu.user')
    await page.locator('.meaning').waitFor()
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => markedPart(page)).toContain('avg(last_4h):')
  })

  it('links inside the texts of a JSON, too', async () => {
    const { page } = await openEditor()
    await page.selectOption('#examples', 'monitor')
    await page.getByRole('button', { name: '{service:checkout,env:prod}' }).focus()
    await expect.poll(() => page.locator('.source mark').textContent()).toBe('{service:checkout,env:prod}')
  })

  it('speaks Japanese to who wants it', async () => {
    const { page } = await openEditor('', { locale: 'ja-JP' })
    expect(await page.locator('html').getAttribute('lang')).toBe('ja')
    expect(await page.locator('.summary').textContent()).toMatch(/アラートになります/)
    await page.click('[data-lang=en]')
    await expect.poll(() => page.locator('.summary').textContent()).toMatch(/alerts when/)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await expect.poll(() => new URL(page.url()).hash).toMatch(/lang=en$/)
  })

  it('can be walked with the keyboard alone', async () => {
    const { page } = await open()
    const visited: string[] = []
    for (let step = 0; step < 24; step += 1) {
      await page.keyboard.press('Tab')
      await page.waitForTimeout(step === 0 ? 400 : 0)
      visited.push(await focused(page))
      if (visited.at(-1) === 'editor') await page.keyboard.press('Escape')
    }
    for (const stop of [
      'a.skip',
      '#examples',
      '#theme',
      '[en]',
      '[ja]',
      '#copy-link',
      'editor',
      'slider',
      'piece',
    ]) {
      expect(visited).toContain(stop)
    }
    expect(visited.indexOf('slider')).toBeLessThan(visited.indexOf('piece'))
  })

  it('shows where the focus is', async () => {
    const { page } = await openEditor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const width = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth)
    expect(Number.parseFloat(width)).toBeGreaterThanOrEqual(2)
  })

  it('fits a phone with each of its examples', async () => {
    const { page } = await openEditor('', { viewport: { width: 375, height: 740 } })
    await page.click('#code summary')
    await page.click('#tree summary')
    for (const { id } of examples) {
      await page.selectOption('#examples', id)
      await page.waitForTimeout(100)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([id, Math.max(width, 375)]).toEqual([id, 375])
    }
  })

  it.each(['light', 'dark'] as const)('is readable in %s', async colorScheme => {
    const query = "avg(last_5m):anomalies(avg:x{a:b} by {c}, 'basi', 2) >= 1"
    const { page } = await openEditor(linked(query), { colorScheme })
    expect(await tooFaint(page)).toEqual([])
  })

  it('turns dark when the reader says so', async () => {
    const { page } = await openEditor('', { colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.selectOption('#theme', 'dark')
    expect(await ground()).not.toBe(light)
  })

  it('changes the state when a point is dragged', async () => {
    const { page } = await openEditor(linked('max(last_5m):avg:x{*} > 4'))
    const point = page.locator('.point[data-index="4"]')
    const says = page.locator('.says')
    const box = (await point.locator('.dot').boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect(await says.textContent()).toMatch(/12:04.*State: OK/)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y - 400, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => says.textContent()).toMatch(/State: Alert.*OK → Alert/)
  })

  it('changes the state when a point is moved with the keyboard', async () => {
    const { page } = await openEditor(linked('max(last_5m):avg:x{*} > 4'))
    const says = page.locator('.says')
    await page.locator('.point[tabindex="0"]').focus()
    await page.keyboard.press('Home')
    expect(await says.textContent()).toMatch(/State: OK/)
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('PageUp')
    expect(await says.textContent()).toMatch(/State: Alert/)
    await page.keyboard.press('ArrowRight')
    const value = page.locator('.point[tabindex="0"]')
    await page.keyboard.press('Delete')
    expect(await value.getAttribute('aria-valuetext')).toBe('no data')
    await page.getByRole('button', { name: 'Start again' }).click()
    expect(await value.getAttribute('aria-valuetext')).not.toBe('no data')
  })

  it('keeps what was dragged while something is edited that changes nothing here', async () => {
    const { page } = await openEditor(linked('max(last_5m):avg:x{*} > 4'))
    await page.locator('.point[tabindex="0"]').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+Home')
    for (let press = 0; press < 'max(last_5m):avg:x'.length; press += 1)
      await page.keyboard.press('ArrowRight')
    await page.keyboard.type('yz')
    await expect.poll(() => page.locator('.summary').textContent()).toMatch(/xyz/)
    expect(await page.locator('.point[data-index="0"]').getAttribute('aria-valuetext')).toBe('no data')
  })

  it('shows the last of several texts that come at once', async () => {
    const { page } = await openEditor()
    for (const id of ['monitor', 'anomaly', 'check', 'monitor', 'disk'])
      await page.selectOption('#examples', id)
    const { text } = examples.find(({ id }) => id === 'disk')!
    await expect.poll(() => page.locator('.summary').textContent()).toMatch(/system\.disk\.free/)
    await page.waitForTimeout(300)
    expect(await page.locator('.summary').textContent()).toMatch(/system\.disk\.free/)
    await expect.poll(() => new URL(page.url()).hash).toBe(writeFragment({ query: text, lang: 'en' }))
  })

  it('keeps the rows that are there while their words change, so that nothing below them moves', async () => {
    const { page } = await openEditor(linked('avg(last_5m):avg:system.load.1{env:prod} by {host} > 4'))
    const rows = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.part')]
      for (const row of all) Object.assign(row, { wasThere: true })
      return all.length
    })
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('2')
    await expect.poll(() => page.locator('.part').last().textContent()).toContain('42')
    expect(
      await page.evaluate(
        () => [...document.querySelectorAll('.part')].filter(row => 'wasThere' in row).length,
      ),
    ).toBe(rows)
  })

  it('loads the words about definitions, in the language of the moment, when a definition comes', async () => {
    const { page } = await openEditor('', { locale: 'ja-JP' })
    await page.selectOption('#examples', 'monitor')
    await expect.poll(() => page.locator('dl').textContent()).toMatch(/しきい値/)
    await page.click('[data-lang=en]')
    await expect.poll(() => page.locator('dl').textContent()).toMatch(/threshold/)
  })

  it('loads the words about messages when one comes', async () => {
    const { page } = await openEditor(linked('{{#is_alert}}{{value}} @slack-ops{{/is_alert}}'), {
      locale: 'ja-JP',
    })
    await expect.poll(() => page.locator('.part').allTextContents()).toHaveLength(3)
    expect(await page.locator('.part').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('に通知します')]),
    )
  })

  it('says what is not simulated', async () => {
    const { page } = await openEditor(linked("max(next_1d):forecast(avg:x{*}, 'linear', 1) >= 9"))
    expect(await page.locator('#drawing').textContent()).toMatch(/Not simulated.*does not guess/)
  })

  it('gives a link that brings the same query back', async () => {
    const query = '"ntp.in_sync".over("env:prod","名前:#&=%").last(4).count_by_status()'
    const { page } = await openEditor(linked(query))
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' ')
    await page.click('#copy-link')
    const again = await open(new URL(page.url()).hash)
    expect(await again.page.locator('textarea').inputValue()).toBe(`${query} `)
  })

  it('shows the builder code of the query', async () => {
    const { page } = await openEditor(linked('avg(last_5m):avg:system.load.1{env:prod} by {host} > 4'))
    await page.click('#code summary')
    await page.locator('#code-body code').waitFor()
    const code = await page.locator('#code-body code').textContent()
    expect(code).toMatch(/^import \{ avg \} from 'dogma'\n\navg\('system\.load\.1'\)/)
  })

  it('never reads text as markup', async () => {
    const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`
    const texts = [
      hostile,
      `avg(last_5m):avg:x{a:${hostile}} > 1`,
      `{{#is_alert}}${hostile}{{/is_alert}} @slack-a`,
      JSON.stringify({
        type: 'query alert',
        query: `avg(last_5m):avg:x{*} > 1`,
        name: hostile,
        message: hostile,
      }),
    ]
    for (const text of texts) {
      const { page } = await openEditor(linked(text))
      await page.click('#code summary')
      await page.click('#tree summary')
      await page.waitForTimeout(200)
      expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined()
      expect(await page.locator('main img, main script').count()).toBe(0)
    }
  })

  it('goes on with the plain editor if the other cannot be loaded', async () => {
    const { page } = await open()
    const file = readdirSync(visit.folder).find(name => name.startsWith('code-editor-'))!
    renameSync(join(visit.folder, file), join(visit.folder, 'gone'))
    await page.mouse.move(5, 5)
    await page.mouse.move(9, 9)
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/could not be loaded/)
    renameSync(join(visit.folder, 'gone'), join(visit.folder, file))
    await page.locator('textarea').fill('avg:system.load.1{*}')
    await expect.poll(() => page.locator('.summary').textContent()).toMatch(/load average/)
    const metric = await page.locator('.plain-editor .tok-metric').elementHandle()
    await page.locator('textarea').pressSequentially(' * 2')
    await expect.poll(() => page.locator('.plain-editor .tok-number').textContent()).toBe('2')
    expect(await metric!.evaluate(node => node.isConnected)).toBe(true)
  })
})

type Page = OpenPage['page']

const editorText = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('.code-editor')?.shadowRoot
    return Array.from(root?.querySelectorAll('.cm-line') ?? [], line => line.textContent).join('\n')
  })

const markedPiece = async (page: Page) => (await page.locator('#editor .piece').allTextContents()).join('')

const markedPart = (page: Page) => page.locator('.part.marked').textContent({ timeout: 1_000 })

/** A short name of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement!
    if (active.closest('#editor') !== null) return 'editor'
    if (active.getAttribute('role') === 'slider') return 'slider'
    if (active.classList.contains('piece-button')) return 'piece'
    if (active instanceof HTMLElement && active.dataset.lang !== undefined) return `[${active.dataset.lang}]`
    return active.id === '' ? `${active.localName}.${active.className}` : `#${active.id}`
  })

/** Texts whose contrast with their ground is below 4.5 to 1 (WCAG AA). */
const tooFaint = (page: Page) =>
  page.evaluate(() => {
    const rgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const light = ([r = 0, g = 0, b = 0]: number[]) => {
      const [red, green, blue] = [r, g, b].map(each => {
        const share = each / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
    }
    const groundOf = (start: Element): number[] => {
      for (let at: Element | null = start; at !== null; ) {
        const colour = rgb(getComputedStyle(at).backgroundColor)
        if (colour.length === 3) return colour
        const root = at.getRootNode()
        at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
      }
      return [255, 255, 255]
    }
    const shadow = document.querySelector('.code-editor')?.shadowRoot
    const all = [
      ...document.querySelectorAll('body *'),
      ...(shadow?.querySelectorAll('.cm-line, .cm-line *') ?? []),
    ]
    return all.flatMap(each => {
      const own = Array.from(each.childNodes).some(
        node => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      )
      if (!own || each instanceof SVGElement || each.getClientRects().length === 0) return []
      const [a, b] = [light(rgb(getComputedStyle(each).color)), light(groundOf(each))]
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      return contrast < 4.5
        ? [`${each.localName}.${each.className} “${each.textContent}” ${contrast.toFixed(2)}`]
        : []
    })
  })
