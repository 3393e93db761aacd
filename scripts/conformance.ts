// The laws over real data: npm run conformance -- DIR [--verbose], npm run conformance -- --recordings DIR
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { recordings: { type: 'string' }, verbose: { type: 'boolean', default: false } },
})

if (values.recordings === undefined && positionals.length === 0) {
  process.stderr.write('Name a folder of corpus files, or --recordings and a folder of recorded exchanges.\n')
  process.exit(1)
}
