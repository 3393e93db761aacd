import { type Project, typesGoUnchecked } from '../project/index.js'
import type { Context } from './context.js'

// A command may open the definitions several times, as `lint --watch` does.
const told = new WeakSet<Context>()

/** Says on stderr, once for a command, that nothing checks the types of definitions that ask for it. */
export async function noteUncheckedTypes(context: Context, project: Project): Promise<void> {
  if (told.has(context) || !(await typesGoUnchecked(project))) return
  told.add(context)
  context.process.stderr.write(
    'Types are not checked, because this project has no `typescript`. Install it (npm install --save-dev typescript), or set `typeCheck: false` in the configuration.\n',
  )
}
