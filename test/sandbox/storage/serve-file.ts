import { startSandbox } from '../../../src/sandbox/index.js'

// Started as a child process by the durability test: serves the file named on the command line until it is killed.
const sandbox = await startSandbox({ file: process.argv[2]! })
process.stdout.write(`${sandbox.url}\n`)
