// The laws over real data: npm run conformance -- DIR [--verbose]; npm run conformance -- --recordings DIR
import { existingFolder, readCommandLine, refuse } from './command-line.js'

const usage = `Usage: npm run conformance -- DIR [--verbose]
       npm run conformance -- --recordings DIR [--verbose]`

const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: { recordings: { type: 'string' }, verbose: { type: 'boolean', default: false } },
})

async function conformQueries(directory: string): Promise<boolean> {
  const { checkQueries, tableOf } = await import('./conformance/queries.js')
  const report = checkQueries(directory)
  process.stdout.write(`${tableOf(report)}\n`)
  if (values.verbose) {
    for (const { file, failures } of report.files) {
      for (const { line, text, reason } of failures) {
        process.stdout.write(`${file}:${line}: ${reason}\n  ${JSON.stringify(text)}\n`)
      }
    }
  }
  return report.ok
}

async function conformDefinitions(directory: string): Promise<boolean> {
  const { checkDefinitions, tableOf } = await import('./conformance/definitions.js')
  const report = await checkDefinitions(directory, { keep: false })
  process.stdout.write(`\n${tableOf(report)}\n`)
  if (values.verbose) {
    process.stdout.write(`${[...report.typeErrors, ...report.failures, ...report.refused].join('\n')}\n`)
  }
  return report.ok
}

async function conformRecordings(directory: string): Promise<boolean> {
  const { replayRecordings, tableOf } = await import('./conformance/recordings.js')
  const report = await replayRecordings(directory)
  if (values.verbose) process.stdout.write(`${report.differences.join('\n')}\n\n`)
  process.stdout.write(`${tableOf(report)}\n`)
  return report.ok
}

async function main(): Promise<boolean> {
  const [directory] = positionals
  if (directory === undefined && values.recordings === undefined)
    refuse(`Name a folder of corpus files, or --recordings and a folder of recorded exchanges.\n${usage}`)
  for (const named of [directory, values.recordings]) if (named !== undefined) existingFolder(named)
  const results = [
    ...(directory === undefined
      ? []
      : [await conformQueries(directory), await conformDefinitions(directory)]),
    ...(values.recordings === undefined ? [] : [await conformRecordings(values.recordings)]),
  ]
  return results.every(Boolean)
}

process.exitCode = (await main()) ? 0 : 1
