import { buildMainApplication } from './app.js'
import { processContext } from './process-context.js'
import { runApplication } from './run.js'

const words = process.argv.slice(2)
void buildMainApplication(words).then(application =>
  runApplication(application, words, processContext(process)),
)
