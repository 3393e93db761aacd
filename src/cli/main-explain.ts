import { buildExplainApplication } from './app-explain.js'
import { processContext } from './process-context.js'
import { runApplication } from './run.js'

void processContext(process).then(context =>
  runApplication(buildExplainApplication(), process.argv.slice(2), context),
)
