// The least that a plan can cost: a bare Node process that loads a kept bundle of plain objects with V8's kept code, lists
// all pages at once over connections that are kept open, parses, and compares deeply. Arguments: what to do (`plan` or
// `build`), the bundle, the address of the account, and `cold` to bundle the files first.
const fs = require('node:fs')
const http = require('node:http')
const vm = require('node:vm')

const [, , task, folder, url, temperature, esbuildPath] = process.argv
const path = `${folder}/plain.cjs`

function bundled() {
  if (temperature !== 'cold') return fs.readFileSync(path, 'utf8')
  const esbuild = require(esbuildPath)
  const files = fs.readdirSync(`${folder}/plain`)
  const contents = files.map(file => `import './plain/${file}'`).join('\n')
  const options = {
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
  }
  const text = esbuild.buildSync({
    ...options,
    treeShaking: false,
    sourcemap: 'external',
    outfile: path,
  }).outputFiles
  fs.writeFileSync(path, text[1].contents)
  return text[1].text
}

function definitions() {
  const code = `(function (module, exports, require, define) {${bundled()}\n})`
  const cache =
    temperature === 'cold' || !fs.existsSync(`${path}.cache`) ? undefined : fs.readFileSync(`${path}.cache`)
  const script = new vm.Script(code, { filename: path, ...(cache && { cachedData: cache }) })
  const found = []
  script.runInThisContext()({ exports: {} }, {}, require, (kind, key, definition) =>
    found.push({ kind, key, definition }),
  )
  if (cache === undefined) fs.writeFileSync(`${path}.cache`, script.createCachedData())
  return found
}

const agent = new http.Agent({ keepAlive: true })

function get(address) {
  return new Promise((resolve, reject) => {
    const headers = { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b' }
    http
      .get(`${url}${address}`, { agent, headers }, answer => {
        const parts = []
        answer.on('data', part => parts.push(part))
        answer.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString('utf8'))))
      })
      .on('error', reject)
  })
}

async function monitors() {
  const page = number => get(`/api/v1/monitor?page=${number}&page_size=1000&with_downtimes=false`)
  const pages = [0, 1, 2, 3].map(page)
  const all = []
  for (let number = 0; number < pages.length; number += 1) {
    const found = await pages[number]
    all.push(...found)
    if (found.length < 1000) break
    pages.push(page(pages.length))
  }
  return all
}

function isEqual(a, b) {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]))
  return Object.keys(a).every(key => isEqual(a[key], b[key]))
}

async function plan() {
  const listing = Promise.all([monitors(), get('/api/v1/slo?limit=1000&offset=0'), get('/api/v1/dashboard')])
  const wanted = definitions().filter(({ kind }) => kind === 'monitor')
  const [live] = await listing
  const byMark = new Map(
    live.map(object => [object.tags.find(tag => tag.startsWith('dogma:bench/')), object]),
  )
  const differ = wanted.filter(({ key, definition }) => {
    const object = byMark.get(`dogma:bench/${key}`)
    return !['name', 'type', 'query', 'message', 'priority', 'options'].every(field =>
      isEqual(definition[field], object[field]),
    )
  })
  console.log(`${differ.length} of ${wanted.length} differ`)
}

if (task === 'build') console.log(`${definitions().length} built`)
// Pages that were asked for ahead may still be on their way.
else plan().then(() => process.exit(0))
