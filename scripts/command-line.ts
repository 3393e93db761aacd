// What the scripts that people run take from their command line. Wrong words end them with 2 and a sentence.
import { statSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The options and other words; `--help` prints the usage. */
export function readCommandLine<Config extends ParseArgsConfig>(usage: string, config: Config) {
  const words = process.argv.slice(2)
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    return parseArgs({ ...config, args: words })
  } catch (error) {
    return refuse(`${(error as Error).message}\n${usage}`)
  }
}

/** A count or a seed. */
export function wholeNumber(option: string, text: string): number {
  const number = Number(text)
  if (text.trim() !== '' && Number.isSafeInteger(number) && number >= 0) return number
  return refuse(`--${option} takes a whole number, not '${text}'.`)
}

/** A folder that is there. */
export function existingFolder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path
  return refuse(`There is no folder ${path}.`)
}

/** Ends the script: its words cannot be carried out. */
export function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
