import { execFile } from 'node:child_process'
import { addressOf, type Resource } from '../model/index.js'
import { withDependants } from '../plan/index.js'
import { filesConcerned, type Loaded, type Project } from '../project/index.js'

/**
 * The addresses of the resources whose files, or files that those import, Git says are not what they were when the work
 * left `revision`; together with the resources that refer to them. Uncommitted and new files count.
 */
export async function addressesChangedSince(
  folder: string,
  revision: string,
  project: Project,
  resources: readonly Resource[],
): Promise<Loaded<ReadonlySet<string>>> {
  const changed = await filesChangedSince(folder, revision)
  if (!changed.ok) return changed
  const concerned = await filesConcerned(project, changed.value)
  const touched = resources.filter(
    ({ origin }) => concerned === 'all' || origin === undefined || concerned.has(origin.file),
  )
  return { ok: true, value: withDependants(resources, new Set(touched.map(addressOf))), problems: [] }
}

/**
 * The files below a folder that Git says are not what they were when the work left `revision`, new ones included; paths are
 * relative to the folder.
 */
export async function filesChangedSince(
  folder: string,
  revision: string,
): Promise<Loaded<readonly string[]>> {
  // A name that starts with a dash would be an option of Git.
  if (revision === '' || revision.startsWith('-')) return unknown(revision, 'that is no revision')
  // What the other branch did since is not our change.
  const base = await git(folder, ['merge-base', revision, 'HEAD'])
  if (!base.ok) return unknown(revision, base.why)
  const [changed, added] = await Promise.all([
    git(folder, ['diff', '--name-only', '--relative', '-z', base.text.trim(), '--']),
    git(folder, ['ls-files', '--others', '--exclude-standard', '-z']),
  ])
  if (!changed.ok) return unknown(revision, changed.why)
  if (!added.ok) return unknown(revision, added.why)
  const paths = `${changed.text}${added.text}`.split('\0').filter(path => path !== '')
  return { ok: true, value: paths, problems: [] }
}

type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

function git(folder: string, words: readonly string[]): Promise<Answer> {
  return new Promise(resolve => {
    execFile('git', words, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, text: stdout })
      else resolve({ ok: false, why: stderr.trim().split('\n')[0] || error.message })
    })
  })
}

function unknown(revision: string, why: string): Loaded<never> {
  const problem = {
    code: 'cli/changed-since',
    severity: 'error',
    message: `Git cannot tell what was changed since \`${revision}\`: ${why}.`,
    hint: 'Name a branch, tag or commit of this repository. In CI, fetch it first: `fetch-depth: 0` on GitHub, `GIT_DEPTH: 0` on GitLab.',
  } as const
  return { ok: false, problems: [problem] }
}
