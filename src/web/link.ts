import type { Lang } from '../explain/index.js'

/** What a link to the playground carries. All of it stands in the fragment, which browsers never send to a server. */
export interface Linked {
  readonly query?: string
  readonly lang?: Lang
}

/**
 * Reads a fragment such as `#q=avg%3Ax%7B*%7D&lang=ja`; what cannot be read is left out.
 *
 * @example readFragment('#q=avg%3Asystem.load.1%7B*%7D') // { query: 'avg:system.load.1{*}' }
 */
export function readFragment(fragment: string): Linked {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const query = fields.get('q')
  const lang = fields.get('lang')
  return {
    ...(query === null ? {} : { query }),
    ...(lang === 'en' || lang === 'ja' ? { lang } : {}),
  }
}

/** The fragment of a query in a language. */
export function writeFragment({ query, lang }: Linked): string {
  const fields = Object.entries({ q: query, lang }).filter(field => field[1] !== undefined)
  return `#${fields.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join('&')}`
}
