import type { Explanation } from '../explain/index.js'
import { looksLikeJson } from './reading.js'
import type { Grammar } from './tokens.js'

/** The grammar for colours, at once: what the text was when it was last read, unless its first letter says otherwise. */
export function grammarOf(text: string, { kind }: Explanation): Grammar {
  if (looksLikeJson(text)) return 'json'
  switch (kind) {
    case 'monitor-query':
    case 'metric-query':
    case 'formula':
    case 'search':
    case 'message':
      return kind
    default:
      return 'monitor-query'
  }
}
