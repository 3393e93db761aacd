import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../architecture/imports.js'

/** A fenced block of a Markdown page. */
export interface Block {
  readonly page: string
  readonly line: number
  readonly language: string
  readonly text: string
}

/** Every fenced block of a page, in order. */
export function blocksOf(page: string): Block[] {
  const lines = readFileSync(join(root, page), 'utf8').split('\n')
  const blocks: Block[] = []
  let open: { line: number; language: string; from: number } | undefined
  for (const [index, line] of lines.entries()) {
    const fence = /^```(\w*)\s*$/.exec(line)
    if (fence === null) continue
    if (open === undefined) open = { line: index + 1, language: fence[1]!, from: index + 1 }
    else {
      blocks.push({
        page,
        line: open.line,
        language: open.language,
        text: `${lines.slice(open.from, index).join('\n')}\n`,
      })
      open = undefined
    }
  }
  return blocks
}
