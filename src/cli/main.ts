import { buildMainApplication } from './app.js'
import { exitCode } from './exit-code.js'
import { processContext } from './process-context.js'
import { reportUncaught } from './report-uncaught.js'
import { runApplication } from './run.js'

// What a definition throws in a timer or a promise reaches nobody else.
process.on('uncaughtException', thrown => {
  void reportUncaught(process.stderr, thrown).finally(() => process.exit(exitCode.failed))
})

const words = process.argv.slice(2)
void Promise.all([buildMainApplication(words), processContext(process)]).then(([application, context]) =>
  runApplication(application, words, context),
)
