import { fstatSync, statSync, writeSync } from 'node:fs'
import type { Output } from './context.js'
import { exitCode } from './exit-code.js'

/** The numbers that stdout and stderr have in every process. */
type Descriptor = 1 | 2

/** A stream of this process. */
export interface ProcessOutput extends Output {
  readonly isTerminal: boolean
}

/**
 * A stream of this process that a command may write to. A reader that has seen enough (`| head`) ends no command half-way; a
 * disk that takes no more is told on stderr and makes the run fail.
 *
 * Opening Node's stream costs more than a short explanation, so it waits until a terminal needs it.
 */
export function outputOf(process: NodeJS.Process, descriptor: Descriptor): ProcessOutput {
  const mayBeTerminal = process.platform === 'win32' || isUnknownDevice(descriptor)
  let write: (text: string | Uint8Array) => unknown = mayBeTerminal ? throughStream : atOnce

  function atOnce(text: string | Uint8Array) {
    const bytes = Buffer.from(text)
    let done = 0
    try {
      while (done < bytes.length) done += writeSync(descriptor, bytes, done)
    } catch (error) {
      // A pipe that its other end set not to block is full: Node's stream knows how to wait for it.
      if (codeOf(error) === 'EAGAIN') throughStream(bytes.subarray(done))
      else stop(error)
    }
  }

  function throughStream(text: string | Uint8Array) {
    const stream = streamOf(process, descriptor)
    stream.on('error', stop)
    write = more => stream.write(more)
    write(text)
  }

  function stop(error: unknown): void {
    write = () => undefined
    if (codeOf(error) !== 'EPIPE') failBecause(error)
  }

  function failBecause(error: unknown): void {
    process.once('exit', () => {
      process.exitCode = Number(process.exitCode ?? 0) || exitCode.failed
    })
    if (descriptor === 1) process.stderr.write(`The output cannot be written: ${(error as Error).message}.\n`)
  }

  return {
    get isTerminal() {
      return mayBeTerminal && Boolean(streamOf(process, descriptor).isTTY)
    },
    write: text => {
      write(text)
    },
  }
}

/** A device that is not the null device, so perhaps a terminal; files and pipes are none. */
function isUnknownDevice(descriptor: Descriptor): boolean {
  const target = fstatSync(descriptor)
  return target.isCharacterDevice() && target.rdev !== statSync('/dev/null').rdev
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

function streamOf(process: NodeJS.Process, descriptor: Descriptor): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr
}
