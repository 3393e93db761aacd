import type { Lang } from './say.js'

/** How the items of a list belong together: all of them, one of them, or parts of one measure. */
export type ListType = 'conjunction' | 'disjunction' | 'unit'

interface Joints {
  /** Between the two of a pair. */
  readonly pair: string
  readonly comma: string
  /** Before the last of three or more. */
  readonly last: string
}

/** How lists are written: exactly what `Intl.ListFormat` says, which a test compares; it costs as much as the rest of a sentence. */
const joints: Readonly<Record<Lang, Readonly<Record<ListType, Joints>>>> = {
  en: {
    conjunction: { pair: ' and ', comma: ', ', last: ', and ' },
    disjunction: { pair: ' or ', comma: ', ', last: ', or ' },
    unit: { pair: ', ', comma: ', ', last: ', ' },
  },
  ja: {
    conjunction: { pair: '、', comma: '、', last: '、' },
    disjunction: { pair: 'または', comma: '、', last: '、または' },
    unit: { pair: ' ', comma: ' ', last: ' ' },
  },
}

/** A list in words. */
export function listed(lang: Lang, type: ListType, items: readonly string[]): string {
  if (items.length === 1) return items[0]!
  const { pair, comma, last } = joints[lang][type]
  if (items.length <= 2) return items.join(pair)
  return items.slice(0, -1).join(comma) + last + items.at(-1)!
}
