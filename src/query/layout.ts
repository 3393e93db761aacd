/**
 * A text that can be broken into lines: plain text, parts in a row, or a group whose items stand on one line when they fit and each
 * on its own otherwise.
 */
export type Layout = string | readonly Layout[] | Group

export interface Group {
  readonly open: string
  readonly items: readonly Layout[]
  /** Stands after each item but the last, with a blank or a new line behind it. */
  readonly separator: string
  readonly close: string
  /** What a blank between items is when they stand on one line. */
  readonly gap: '' | ' '
}

/** Lines longer than this are broken where they can be. */
const lineWidth = 80
const step = '  '

/** The text of a layout. */
export function render(layout: Layout): string {
  return renderAt(layout, '', 0)
}

/** `used` is how many columns of the line are taken before it. */
function renderAt(layout: Layout, indent: string, used: number): string {
  if (typeof layout === 'string') return layout
  if (isGroup(layout)) return renderGroup(layout, indent, used)
  let text = ''
  let column = used
  for (const part of layout) {
    const added = renderAt(part, indent, column)
    column = columnAfter(column, added)
    text += added
  }
  return text
}

function isGroup(layout: readonly Layout[] | Group): layout is Group {
  return !Array.isArray(layout)
}

function columnAfter(used: number, text: string): number {
  const newline = text.lastIndexOf('\n')
  return newline === -1 ? used + text.length : text.length - newline - 1
}

function renderGroup(group: Group, indent: string, used: number): string {
  const flat = flatText(group)
  if (used + flat.length <= lineWidth || group.items.length === 0) return flat
  const inner = indent + step
  const items = group.items.map((item, index) => {
    // Without an opening text the first item stays on the line that it starts on.
    const stays = index === 0 && group.open === ''
    return stays ? renderAt(item, indent, used) : inner + renderAt(item, inner, inner.length)
  })
  const close = group.close === '' ? '' : `\n${indent}${group.close}`
  const open = group.open === '' ? '' : `${group.open}\n`
  return open + items.join(`${group.separator}\n`) + close
}

function flatText(layout: Layout): string {
  if (typeof layout === 'string') return layout
  if (!isGroup(layout)) return layout.map(flatText).join('')
  return group(layout)
}

function group({ open, items, separator, close, gap }: Group): string {
  return open + items.map(flatText).join(separator + gap) + close
}
