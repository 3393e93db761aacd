export { loadProject, type Project, type ResolvedConfig } from './config.js'
export type { Loaded, ProjectProblem } from './failure.js'
export { type LoadOptions, loadResources } from './load.js'
export type { OwnModules } from './run.js'
