import { describe, expect, it } from 'vitest'
import { sandboxProblem } from '../../src/cli/sandbox-file.js'

describe('a sandbox account that cannot be opened', () => {
  it.each(['EACCES', 'EROFS'])('comes with a way out where its file is refused: %s', code => {
    const error = Object.assign(new Error(`${code}: no`), { code })
    expect(sandboxProblem(error)).toMatchObject({
      message: `The sandbox account cannot be opened: ${code}: no.`,
      hint: expect.stringContaining('`sandboxFile` or DOGMA_SANDBOX_FILE'),
    })
  })

  it('says its own sentence otherwise', () => {
    const error = new Error('Another process uses this sandbox.')
    expect(sandboxProblem(error)).toEqual({
      code: 'account/sandbox',
      severity: 'error',
      message: error.message,
    })
  })
})
