import { buildMainApplication } from './app.js'
import { processContext } from './process-context.js'
import { runApplication } from './run.js'

void runApplication(buildMainApplication(), process.argv.slice(2), processContext(process))
