import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examples } from '../../src/web/examples.js'
import { writeFragment } from '../../src/web/link.js'
import { hasBrowser, type OpenPage, type Visit, visitPlayground, withEditor } from './playground.js'

type Page = OpenPage['page']

const phone = { viewport: { width: 375, height: 740 }, offline: true } as const
const threshold = 'max(last_5m):avg:system.load.1{env:prod} by {host} > 4'
const linked = (query: string, lang?: 'en' | 'ja') =>
  writeFragment({ query, ...(lang === undefined ? {} : { lang }) })

describe.skipIf(!hasBrowser)('a reader of the playground', { timeout: 60_000 }, () => {
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

  it('does everything with the keyboard on a phone without a network', async () => {
    const { page, complaints } = await open(linked(threshold), { ...phone, permissions: ['clipboard-write'] })
    const tabTo = async (wanted: (stop: Stop) => boolean): Promise<Stop> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab')
        const stop = await focusedStop(page)
        expect([stop.name, stop.inSight, stop.hasRing]).toEqual([stop.name, true, true])
        if (wanted(stop)) return stop
        // The editor takes Tab to indent or complete; Escape gives it back, as the help below it says.
        if (stop.name === 'editor') await page.keyboard.press('Escape')
      }
      throw new Error('The keyboard does not get there.')
    }

    await tabTo(({ name }) => name === 'a.skip')
    await page.locator('html[data-editor=ready]').waitFor()
    await tabTo(({ name }) => name === '#examples')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.locator('.summary').textContent()).toMatch(/agile/)
    await tabTo(({ name }) => name === '[ja]')
    await page.keyboard.press('Enter')
    await page.locator('html[lang=ja]').waitFor()
    await tabTo(({ name }) => name === '#copy-link')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#status').textContent()).toBe('リンクをコピーしました')
    await tabTo(({ name }) => name === 'editor')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(threshold)
    await expect.poll(() => page.locator('.summary').textContent()).toMatch(/system\.load\.1/)
    await page.keyboard.press('Escape')
    await tabTo(({ name }) => name === 'slider')
    await page.keyboard.press('Home')
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('PageUp')
    expect(await page.locator('.says').textContent()).toMatch(/アラート/)
    await tabTo(({ name }) => name === 'piece')
    await expect.poll(() => page.locator('#editor .piece').count()).toBeGreaterThan(0)
    await tabTo(({ name }) => name === 'summary of code')
    await page.keyboard.press('Enter')
    await page.locator('#code-body code').waitFor()
    await tabTo(({ name }) => name === 'button of code')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.said').textContent()).toBe('コードをコピーしました')
    await tabTo(({ name }) => name === 'summary of tree')
    await page.keyboard.press('Enter')
    await page.locator('.node').first().waitFor()
    await tabTo(({ name }) => name === 'node')
    expect(complaints).toEqual([])
  })

  it('walks the tree with the arrow keys, and sees the piece of each node', async () => {
    const { page } = await openEditor(linked(threshold))
    // Without the mouse: where it rests, lines of the tree that scroll below it would be pointed at.
    await page.locator('#tree summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('.node').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => piece(page)).toBe('max(last_5m)')
    await page.keyboard.press('End')
    await expect.poll(() => piece(page)).toBe('4')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => piece(page)).toBe('> 4')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Home')
    expect(await page.locator(':focus').getAttribute('aria-level')).toBe('1')
    expect(await page.locator('.node[tabindex="0"]').count()).toBe(1)
  })

  it('sees the node of the tree that the caret or pointer is in', async () => {
    const { page } = await openEditor(linked(threshold))
    await page.click('#tree summary')
    await page.locator('.node').first().waitFor()
    await page.locator('#editor .tok-metric').hover()
    await expect.poll(() => page.locator('.node.marked').textContent()).toMatch(/^metric-name/)
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.locator('.node.marked').textContent()).toBe('number4')
  })

  it('keeps what is folded in the tree while the query changes', async () => {
    const { page } = await openEditor(linked(threshold))
    await page.click('#tree summary')
    await page.locator('.node', { hasText: /^series/ }).click()
    const count = await page.locator('.node').count()
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('2')
    await page.locator('.node', { hasText: '42' }).first().waitFor()
    expect(await page.locator('.node').count()).toBe(count)
  })

  it('skips to the explanation without losing the link to the query', async () => {
    const { page } = await openEditor(linked(threshold))
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('explanation')
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#q=max/)
  })

  it.each([
    ['zoomed to 200 %', 640, 450],
    ['zoomed to 400 %', 320, 256],
  ])('needs not scroll sideways when the page is %s', async (_, width, height) => {
    const { page } = await openEditor('', { viewport: { width, height } })
    await page.click('#code summary')
    await page.click('#tree summary')
    for (const { id } of examples) {
      await page.selectOption('#examples', id)
      await page.waitForTimeout(150)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([id, Math.max(wide, width)]).toEqual([id, width])
    }
  })

  it.each(['light', 'dark'] as const)('sees the lines and edges in %s', async colorScheme => {
    const { page } = await openEditor('', { colorScheme })
    for (const id of ['monitor', 'change', 'anomaly', 'check']) {
      await page.selectOption('#examples', id)
      await page.waitForTimeout(300)
      expect([id, await faintShapes(page)]).toEqual([id, []])
    }
  })

  it('sees marks where the system allows few colours', async () => {
    const { page } = await openEditor(linked(threshold), { forcedColors: 'active' })
    await page.locator('.piece-button').first().focus()
    const outline = (selector: string) =>
      page.locator(selector).evaluate(each => getComputedStyle(each).outlineStyle)
    await expect.poll(() => outline('.part.marked')).toBe('solid')
    await expect.poll(() => outline('#editor .piece >> nth=0')).toBe('solid')
    expect(await outline('.chart')).toBe('none')
  })

  it('sees nothing move who asked for that', async () => {
    const { page } = await openEditor('', { reducedMotion: 'reduce' })
    const moving = await page.evaluate(() =>
      Array.from(
        document.querySelectorAll('body *'),
        each => getComputedStyle(each).transitionDuration,
      ).filter(duration => duration !== '0s'),
    )
    expect(moving).toEqual([])
  })

  it('reads Japanese only, errors and reasons included', async () => {
    const broken = "avg(last_5m):anomalies(avg:x{env=prod} by {host}, 'basic', 2) >= 1 +"
    const { page } = await openEditor(linked(broken, 'ja'))
    await page.locator('.problem.error').first().waitFor()
    const problems = await page.locator('.problem-text').allTextContents()
    expect(problems).toHaveLength(2)
    for (const text of problems) expect(text).toMatch(/[ぁ-ん].*。$/)
    await page.locator('.cm-lintRange-error').first().hover()
    expect(await page.locator('.cm-diagnostic').first().textContent()).toMatch(/コロンで書きます/)
    await page.click('#code summary')
    await expect.poll(() => page.locator('#code-body').textContent()).toMatch(/エラーがなくなると/)
  })

  it('reads what the checks find beyond syntax in Japanese', async () => {
    const { page } = await openEditor(linked("avg(last_5m):anomalies(avg:x{*}, 'basic', 2) >= 3", 'ja'))
    await expect.poll(() => page.locator('.problem-text').first().textContent()).toMatch(/[ぁ-ん].*。$/)
  })

  it('reads in Japanese why something is not simulated', async () => {
    const { page } = await openEditor(linked("max(next_1d):forecast(avg:x{*}, 'linear', 1) > 9", 'ja'))
    const reasons = page.locator('.reasons li')
    await reasons.first().waitFor()
    expect(await reasons.allTextContents()).toEqual([
      'next_1d: この評価ウィンドウはシミュレーションできません。',
      expect.stringMatching(/^forecast\(.*この関数はシミュレーションできません/),
    ])
    expect(await page.locator('.reasons code').count()).toBe(2)
  })
})

const piece = async (page: Page) => (await page.locator('#editor .piece').allTextContents()).join('')

interface Stop {
  readonly name: string
  readonly inSight: boolean
  readonly hasRing: boolean
}

/** What has the focus: its name, whether the window shows it, and whether something says that it is there. */
const focusedStop = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const active = document.activeElement!
    const { left, right, top, bottom } = active.getBoundingClientRect()
    const inSight = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
    const style = getComputedStyle(active)
    const editor = active.closest('#editor')
    const ring =
      editor !== null
        ? getComputedStyle(editor).boxShadow !== 'none'
        : active.getAttribute('role') === 'slider'
          ? getComputedStyle(active.querySelector('.hit')!).strokeWidth === '3px'
          : style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    const card = active.closest('details')?.id
    const name =
      editor !== null
        ? 'editor'
        : active.getAttribute('role') === 'slider'
          ? 'slider'
          : active.classList.contains('piece-button')
            ? 'piece'
            : active.classList.contains('node')
              ? 'node'
              : active instanceof HTMLElement && active.dataset.lang !== undefined
                ? `[${active.dataset.lang}]`
                : card !== undefined
                  ? `${active.localName} of ${card}`
                  : active.id === ''
                    ? `${active.localName}.${active.className}`
                    : `#${active.id}`
    return { name, inSight, hasRing: ring }
  })

/** Lines of the drawing and edges of controls whose contrast with the card is below 3 to 1 (WCAG 1.4.11). */
const faintShapes = (page: Page) =>
  page.evaluate(() => {
    const rgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const light = (colour: readonly number[]) => {
      const [red, green, blue] = colour.map(each => {
        const share = each / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
    }
    const ground = rgb(getComputedStyle(document.querySelector('.card')!).backgroundColor)
    const contrast = (colour: string, opacity: number) => {
      const mixed = rgb(colour).map((each, index) => each * opacity + ground[index]! * (1 - opacity))
      const [a, b] = [light(mixed), light(ground)]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }
    const shapes = ['.data-line', '.value-line', '.limit-line', '.limit line', '.band', '.window', '.here']
    const lines = shapes.flatMap(shape => [...document.querySelectorAll(`.chart ${shape}`)])
    const edges = [
      ...document.querySelectorAll('.card button:not(.piece-button, .badge), .card input, #editor'),
    ]
    const dots = [...document.querySelectorAll('.point:not(.missing) .dot')]
    return [
      ...lines.map(each => {
        const { stroke, strokeOpacity } = getComputedStyle(each)
        return [each.getAttribute('class'), contrast(stroke, Number(strokeOpacity))] as const
      }),
      ...dots.map(each => ['dot', contrast(getComputedStyle(each).fill, 1)] as const),
      ...edges.map(each => [each.className, contrast(getComputedStyle(each).borderTopColor, 1)] as const),
    ].filter(([, ratio]) => ratio < 3)
  })
