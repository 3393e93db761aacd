import { execFile } from 'node:child_process'
import type { Loaded } from '../../project/index.js'

/**
 * The files below a folder that differ from a Git revision, and those that Git does not know; paths are relative to the
 * folder.
 */
export async function changedFiles(folder: string, revision: string): Promise<Loaded<ReadonlySet<string>>> {
  // A name that starts with a dash would be taken for an option.
  if (revision.startsWith('-') || revision === '')
    return unknownRevision(revision, 'it is not the name of a revision')
  // What others did on the other branch since is no change of this one.
  const base = await git(folder, ['merge-base', revision, 'HEAD'])
  if (!base.ok) return unknownRevision(revision, base.why)
  const [changed, untracked] = await Promise.all([
    git(folder, ['diff', '--name-only', '-z', '--relative', base.text.trim(), '--']),
    git(folder, ['ls-files', '--others', '--exclude-standard', '-z']),
  ])
  if (!changed.ok) return unknownRevision(revision, changed.why)
  if (!untracked.ok) return unknownRevision(revision, untracked.why)
  return {
    ok: true,
    value: new Set(`${changed.text}${untracked.text}`.split('\0').filter(path => path !== '')),
    problems: [],
  }
}

type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

function git(folder: string, words: readonly string[]): Promise<Answer> {
  return new Promise(resolve => {
    execFile('git', words, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, text: stdout })
      else resolve({ ok: false, why: stderr.trim().split('\n', 1)[0] || error.message })
    })
  })
}

function unknownRevision(revision: string, why: string): Loaded<never> {
  const problem = {
    code: 'lint/changed-since',
    severity: 'error',
    message: `Git cannot tell what changed since ${revision}: ${why}.`,
    hint: 'Name a branch, a tag or a commit of this repository; a shallow clone in CI may have to fetch it first.',
  } as const
  return { ok: false, problems: [problem] }
}
