import { Console } from 'node:console'

/** `console` for definitions: stdout holds the command's own result, which pipes and `jq` read. */
export function definitionConsole(): Console {
  return new Console(process.stderr, process.stderr)
}

/** `process` for definitions: what they write goes to stderr, and they cannot end the command as if all had been done. */
export function definitionProcess(): NodeJS.Process {
  return new Proxy(process, {
    get: (target, name) => {
      if (name === 'stdout') return target.stderr
      return name === 'exit' ? refuseToExit : Reflect.get(target, name)
    },
  })
}

function refuseToExit(code?: number | string): never {
  throw new Error(
    `\`process.exit(${code ?? ''})\` would end the command before anything is done. Throw an Error instead.`,
  )
}

/** Ends as a failure when a package ends the process while `run` is under way: nothing was done, whatever code it gave. */
export async function withoutEarlyEnd(run: () => Promise<void>): Promise<void> {
  const onExit = (code: number) => {
    if (code !== 0 && code !== 2) return
    process.stderr.write(
      'error · project/ended\n  A definition file or a package it imports ended the command.\n',
    )
    process.exitCode = 1
  }
  process.once('exit', onExit)
  try {
    await run()
  } finally {
    process.off('exit', onExit)
  }
}
