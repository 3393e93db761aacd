import type { CommandContext } from '@stricli/core'
import type { Colours } from './colours.js'

/** A stream that a command may write to. */
export interface Output {
  readonly write: (text: string) => void
}

/** Everything a command may touch. Tests give a fake one; nothing below reads the process itself. */
export interface Context extends CommandContext {
  readonly process: {
    readonly stdout: Output
    readonly stderr: Output
    exitCode?: number | string | null
  }
  /** The folder the command was started in. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Colours for stdout; all of them give the text back unchanged where colour is not wanted. */
  readonly colours: Colours
  /** Columns of the terminal, or undefined when stdout is none. */
  readonly width?: number
  /** Whether progress may be drawn on stderr. */
  readonly showsProgress: boolean
  /** Asks on the terminal; undefined where nobody can answer. */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  readonly readStdin: () => Promise<string>
  readonly now: () => Date
  /** From this call on, the first Ctrl-C aborts the signal instead of ending the process. */
  readonly onInterrupt: () => AbortSignal
}
