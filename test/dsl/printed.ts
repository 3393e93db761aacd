import type { AlertCondition, Expression } from '../../src/dsl/index.js'
import { print } from '../../src/query/index.js'

/** The query that builders made. */
export function printed(built: Expression | AlertCondition): string {
  return print(built.kind === 'alert' ? built.query : built.node)
}

/** What the code throws, as the sentences of its diagnostics with their hints. */
export function problems(code: () => unknown): readonly string[] {
  try {
    code()
  } catch (error) {
    if (!(error instanceof Error) || !('diagnostics' in error)) throw error
    const { diagnostics } = error as { diagnostics: readonly { message: string; hint?: string }[] }
    return diagnostics.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`))
  }
  return []
}
