import { access, mkdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { ProjectProblem } from '../../project/index.js'
import type { OutputFile } from '../output-files.js'
import { writeWhole } from '../write-whole.js'

/**
 * Writes new files below a folder: all of them, or none where one exists already and `force` is not given. Gives what
 * stood in the way.
 */
export async function writeNewFiles(
  folder: string,
  out: string,
  files: readonly OutputFile[],
  options: { readonly force?: boolean; readonly hint: string },
): Promise<readonly ProjectProblem[]> {
  const root = resolve(folder, out)
  const existing = options.force ? [] : await existingFiles(root, files)
  if (existing.length > 0)
    return existing.map(path => fileExists(relative(folder, join(root, path)), options.hint))
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeWhole(join(root, path), text)
    }
    return []
  } catch (error) {
    return [notWritable(root, error as NodeJS.ErrnoException)]
  }
}

/** The paths of those files that there are. */
export async function existingFiles(root: string, files: readonly OutputFile[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(({ path }) =>
      access(join(root, path)).then(
        () => [path],
        () => [],
      ),
    ),
  )
  return found.flat()
}

function fileExists(path: string, hint: string): ProjectProblem {
  return {
    code: 'cli/file-exists',
    severity: 'error',
    message: `${path} exists already, so nothing was written.`,
    hint,
  }
}

function notWritable(root: string, error: NodeJS.ErrnoException): ProjectProblem {
  return {
    code: 'cli/not-writable',
    severity: 'error',
    message: `${root} cannot be written to: ${error.message}.`,
    hint: 'Name another place with --out.',
  }
}
