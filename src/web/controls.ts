import type { Lang } from '../explain/index.js'
import { chunkReady } from './chunk.js'
import { copyText } from './copy.js'
import { byId, element } from './elements.js'
import { exampleMenu } from './example-menu.js'
import { translatePage } from './language.js'
import { readFragment } from './link.js'
import { loadWords } from './load-words.js'
import { editorWords, type Page, say, show, writeAddress } from './page.js'
import { inSlices } from './slices.js'
import { applyTheme, rememberedTheme } from './theme.js'
import { isWordKey, type Words, wordsIn } from './words/index.js'

/** Makes the bar on top, the cards that fold and the address work. */
export function connectControls(page: Page): void {
  for (const fold of ['tree', 'code']) {
    byId(fold, HTMLDetailsElement).addEventListener('toggle', () => {
      inSlices(page.folds.show(page), () => true).catch(tell(page))
    })
  }
  for (const button of languageButtons()) {
    button.addEventListener('click', () => trySpeaking(page, button.dataset.lang === 'ja' ? 'ja' : 'en'))
  }
  connectSkip()
  connectTheme()
  connectExamples(page)
  connectLink(page)
}

/** Shows everything in a language, as soon as its words are there. */
export async function speak(page: Page, lang: Lang): Promise<void> {
  await loadWords(lang)
  page.lang = lang
  page.words = wordsIn(lang)
  translatePage(lang, key => (isWordKey(key, lang) ? page.words(key) : key))
  fillExamples(page.words)
  for (const button of languageButtons()) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === lang))
  }
  page.editor.setWords(editorWords(page))
  show(page, page.editor.text())
}

function trySpeaking(page: Page, lang: Lang): void {
  speak(page, lang).catch(tell(page))
}

const tell = (page: Page) => (error: unknown) => say(page.words('loadFailed', String(error)))

const languageButtons = () => document.querySelectorAll<HTMLElement>('[data-lang]')

function fillExamples(words: Words): void {
  const first = element('option', { value: '' }, words('pickExample'))
  const rest = Object.entries(exampleMenu).map(([id, title]) =>
    element('option', { value: id }, words(title)),
  )
  byId('examples', HTMLSelectElement).replaceChildren(first, ...rest)
}

function connectExamples(page: Page): void {
  const menu = byId('examples', HTMLSelectElement)
  const pick = async () => {
    await chunkReady('examples')
    const { examples } = await import('./examples.js')
    const chosen = examples.find(({ id }) => id === menu.value)
    if (chosen === undefined) return
    page.editor.setText(chosen.text)
    show(page, chosen.text)
  }
  menu.addEventListener('change', () => {
    pick().catch(tell(page))
  })
}

/** The fragment of the address is the link to the query: going to the explanation must not replace it. */
function connectSkip(): void {
  document.querySelector('.skip')?.addEventListener('click', event => {
    event.preventDefault()
    const explanation = byId('explanation', HTMLElement)
    explanation.focus()
    explanation.scrollIntoView({ block: 'start' })
  })
}

function connectTheme(): void {
  const menu = byId('theme', HTMLSelectElement)
  menu.value = rememberedTheme()
  applyTheme(rememberedTheme())
  menu.addEventListener('change', () => {
    applyTheme(menu.value === 'light' || menu.value === 'dark' ? menu.value : 'auto')
  })
}

function connectLink(page: Page): void {
  byId('copy-link', HTMLButtonElement).addEventListener('click', async () => {
    writeAddress(page, page.editor.text())
    say(page.words((await copyText(location.href)) ? 'linkCopied' : 'copyFailed'))
  })
  addEventListener('hashchange', () => {
    const { query, lang } = readFragment(location.hash)
    if (query !== undefined && query !== page.editor.text()) page.editor.setText(query)
    if (lang !== undefined && lang !== page.lang) trySpeaking(page, lang)
  })
}
