import { connectControls, speak } from './controls.js'
import { firstExample } from './example-menu.js'
import { firstLanguage } from './language.js'
import { loadLate } from './late-parts.js'
import { readFragment } from './link.js'
import { loadWords } from './load-words.js'
import { createPage, say } from './page.js'

async function start(): Promise<void> {
  const linked = readFragment(location.hash)
  const lang = firstLanguage(linked.lang, navigator.languages)
  await loadWords(lang)
  const page = createPage(linked.query ?? firstExample, lang)
  await speak(page, lang)
  connectControls(page)
  loadLate(page)
}

// Only a missing file or a bug comes here: it is told where the reader looks.
start().catch((error: unknown) => say(String(error)))
