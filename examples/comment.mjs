// Writes one comment on a pull or merge request, or writes the one of an earlier run anew: node comment.mjs FILE
// Its first line is the hidden line by which the earlier comment is found. Needs Node 20 and nothing else.
import { readFile } from 'node:fs/promises'

const { env } = process
const body = await readFile(process.argv[2] ?? 'plan.md', 'utf8')
const [marker = ''] = body.split('\n')

/** Where comments are, and how each of the two services is spoken to. */
const service = env.GITLAB_CI
  ? {
      comments: `${env.CI_API_V4_URL}/projects/${env.CI_PROJECT_ID}/merge_requests/${env.CI_MERGE_REQUEST_IID}/notes`,
      one: (comments, id) => `${comments}/${id}`,
      update: 'PUT',
      headers: { 'PRIVATE-TOKEN': env.DOGMA_COMMENT_TOKEN },
    }
  : {
      comments: `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues/${env.PULL_REQUEST}/comments`,
      one: (_, id) => `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues/comments/${id}`,
      update: 'PATCH',
      headers: { Authorization: `Bearer ${env.GITHUB_TOKEN}` },
    }

async function call(method, url, content) {
  const answer = await fetch(url, {
    method,
    headers: { ...service.headers, 'Content-Type': 'application/json' },
    ...(content && { body: JSON.stringify(content) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url} was answered with ${answer.status}`)
  return answer.json()
}

async function findEarlier() {
  for (let page = 1; ; page += 1) {
    const comments = await call('GET', `${service.comments}?per_page=100&page=${page}`)
    const earlier = comments.find(comment => comment.body.startsWith(marker))
    if (earlier !== undefined || comments.length < 100) return earlier
  }
}

const earlier = await findEarlier()
if (earlier === undefined) await call('POST', service.comments, { body })
else await call(service.update, service.one(service.comments, earlier.id), { body })
