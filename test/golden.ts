import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { root } from './architecture/imports.js'

/** Compares a text with a golden file; `npm run update` rewrites the file, and its difference is read like code. */
export function expectGolden(name: string, text: string): void {
  const path = join(root, 'test', 'golden', name)
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return
  }
  expect(text).toBe(readFileSync(path, 'utf8'))
}
