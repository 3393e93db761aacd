export type Theme = 'auto' | 'light' | 'dark'

const key = 'dogma-theme'

/** The theme that the reader chose before; a browser may refuse to remember, which is no error. */
export function rememberedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key)
    return stored === 'light' || stored === 'dark' ? stored : 'auto'
  } catch {
    return 'auto'
  }
}

/** `auto` leaves the choice to `prefers-color-scheme`. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(key, theme)
  } catch {
    // The choice then holds for this visit.
  }
}
