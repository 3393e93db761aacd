import type { Lang } from '../explain/index.js'

/** The language of the environment's locale: Japanese, or English for every other. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Lang {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.startsWith('ja') ? 'ja' : 'en'
}
