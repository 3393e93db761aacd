/** Shows the plan on every pull request, and applies it after the merge. */
export const githubWorkflow = `# Needs the secrets DD_API_KEY and DD_APP_KEY. Without them, remove \`--account prod\` to rehearse on the sandbox.
name: dogma
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
# Never two runs at a time: they would change the same objects.
concurrency: dogma
jobs:
  dogma:
    runs-on: ubuntu-latest
    env:
      DD_API_KEY: \${{ secrets.DD_API_KEY }}
      DD_APP_KEY: \${{ secrets.DD_APP_KEY }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install
      - run: npx dogma lint
      - run: npx dogma plan --account prod
      - if: github.event_name == 'push'
        run: npx dogma apply --account prod --yes
`

/** The same for GitLab. */
export const gitlabPipeline = `# Needs the masked variables DD_API_KEY and DD_APP_KEY. Without them, remove \`--account prod\` to rehearse on the sandbox.
image: node:22

before_script:
  - npm install

lint:
  script:
    - npx dogma lint

plan:
  script:
    - npx dogma plan --account prod

apply:
  # Never two runs at a time: they would change the same objects.
  resource_group: dogma
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - npx dogma apply --account prod --yes
`
