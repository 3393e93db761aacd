import type { Lang } from '../explain/index.js'

/** The language of a new reader: the one the link asks for, else the first of the browser's that we speak. */
export function firstLanguage(linked: Lang | undefined, preferred: readonly string[]): Lang {
  if (linked !== undefined) return linked
  const known = preferred.find(tag => /^(?:en|ja)\b/i.test(tag))
  return known?.toLowerCase().startsWith('ja') ? 'ja' : 'en'
}

/** Puts the page's own words into every element that names one in `data-word`, and into labels and titles. */
export function translatePage(lang: Lang, say: (key: string) => string): void {
  document.documentElement.lang = lang
  document.title = say('title')
  for (const each of document.querySelectorAll<HTMLElement>('[data-word]')) {
    each.textContent = say(each.dataset.word!)
  }
  for (const each of document.querySelectorAll<HTMLElement>('[data-label]')) {
    each.setAttribute('aria-label', say(each.dataset.label!))
  }
}
