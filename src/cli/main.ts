import { buildMainApplication } from './app.js'
import { processContext } from './process-context.js'
import { runApplication } from './run.js'

const words = process.argv.slice(2)
void Promise.all([buildMainApplication(words), processContext(process)]).then(([application, context]) =>
  runApplication(application, words, context),
)
