import { buildExplainApplication } from './app-explain.js'
import { processContext } from './process-context.js'
import { runApplication } from './run.js'

void runApplication(buildExplainApplication(), process.argv.slice(2), processContext(process))
