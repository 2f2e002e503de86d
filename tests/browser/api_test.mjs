// SPDX-License-Identifier: GPL-2.0-or-later
// The description of the API in the eyes of others: Redocly's linter finds nothing in it, and Ajv finds that what the
// service answers is as it says. tests/system/openapi_test.py holds the same answers against a validator in Python.
//   PYKALA_BIN      folder of the programs          PYKALA_SOURCE   root of the repository
// Says SKIPPED and ends with 77 where the packages are missing.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';

const require = createRequire(import.meta.url);
let redocly, Ajv;
try {
  redocly = require('@redocly/openapi-core');
  Ajv = require('ajv/dist/2020').default;
} catch {
  console.log('SKIPPED @redocly/openapi-core and ajv are not there: ./quickstart test installs them');
  process.exit(77);
}

const { PYKALA_BIN: bin, PYKALA_SOURCE: source } = process.env;

// Rules beyond the recommended ones; those that are off ask for what this API does not have.
const rules = {
  'operation-description': 'error', 'operation-operationId': 'error', 'tag-description': 'error', 'path-segment-plural': 'off',
  'parameter-description': 'error', 'no-invalid-schema-examples': 'error', 'no-invalid-parameter-examples': 'error',
  'no-ambiguous-paths': 'error', 'no-unused-components': 'error', 'operation-4xx-response': 'error', 'security-defined': 'off',
};

async function lint() {
  const config = await redocly.createConfig({ extends: ['recommended'], rules });
  const problems = await redocly.lint({ ref: join(source, 'data/api/openapi.json'), config });
  return problems.map((one) => `${one.severity} ${one.ruleId}: ${one.message} ${one.location[0].pointer}`);
}

const folder = mkdtempSync(join(tmpdir(), 'pykala-api-'));
execFileSync(join(bin, 'pykala-index'), ['update', join(folder, 'index'), '--no-progress', join(source, 'data/sample')], { stdio: 'ignore' });
const server = spawn(join(bin, 'pykala-search'), ['serve', join(folder, 'index'), '--listen', '127.0.0.1:0']);
const base = await new Promise((resolve, reject) => {
  let said = '';
  server.stdout.on('data', (bytes) => {
    said += bytes;
    const address = said.match(/at (http:\/\/[^/\s]+)\//);
    if (address) resolve(address[1]);
  });
  server.on('exit', () => reject(new Error('the server ended: ' + said)));
});

const description = await (await fetch(base + '/api/openapi.json')).json();
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, validateFormats: false });
ajv.addVocabulary(['components', 'example']);
ajv.addSchema({ components: description.components, $id: 'api' });
const resolved = (node) => (node.$ref ? resolved(node.$ref.slice(2).split('/').reduce((at, step) => at[step], description)) : node);

let checked = 0;
// Holds an answer against what its operation says of it.
async function check(path, method, answer) {
  const told = description.paths[path][method].responses[answer.status];
  assert.ok(told, `${method} ${path}: ${answer.status} is not described`);
  const kind = (answer.headers.get('content-type') ?? '').split(';')[0];
  const media = resolved(told).content?.[kind];
  assert.ok(media, `${method} ${path}: ${kind} is not described`);
  if (!kind.endsWith('json')) return;
  const validate = ajv.compile(absolute(media.schema));
  const body = await answer.json();
  assert.ok(validate(body), `${method} ${path}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 400)}`);
  ++checked;
}
// "#/components/..." stands in the description, wherever the schema that names it is compiled.
const absolute = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));

function address(path, operation, more = '') {
  const query = new URLSearchParams();
  for (const parameter of (operation.parameters ?? []).map(resolved)) {
    if (parameter.example === undefined) continue;
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(parameter.example));
    else for (const value of [parameter.example].flat()) query.append(parameter.name, value);
  }
  const text = query.toString();
  return base + path + (text || more ? '?' + text + more : '');
}

const tests = {
  async 'Redocly finds nothing'() {
    assert.deepEqual(await lint(), []);
  },
  async 'examples are answered as described'() {
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const example = operation.requestBody?.content['application/json'].example;
        const answer = example
          ? await fetch(base + path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(example) })
          : await fetch(address(path, operation));
        assert.equal(answer.status, 200, path);
        await check(path, method, answer);
        const wrong = await fetch(address(path, operation, '&nonsense=1'), example ? { method, headers: { 'Content-Type': 'application/json' }, body: '{}' } : {});
        assert.equal(wrong.status, 400, path);
        await check(path, method, wrong);
      }
    }
  },
  async 'every decision, its precedents and many searches are as described'() {
    const all = await (await fetch(base + '/api/search?limit=1000&snippet_length=0')).json();
    for (const { id } of all.hits) {
      await check('/api/decisions/{id}', 'get', await fetch(base + '/api/decisions/' + encodeURIComponent(id)));
    }
    for (const { id } of all.hits.slice(0, 20)) {
      await check('/api/decisions/{id}/similar', 'get', await fetch(`${base}/api/decisions/${encodeURIComponent(id)}/similar?limit=3`));
    }
    for (const query of ['q=rahoitushaku&facets=year,funder,organisation', 'q=avust*&lang=en&collapse=case', 'year=unknown', 'q=%22ei', 'limit=-1',
      'q=avustus&amount_statistics=true&sort=amount', 'q=vapaaehtoisytö', 'similar_to=HEL-2023-900861/4', 'q=TEM&funder=TEM&lang=sv']) {
      await check('/api/search', 'get', await fetch(base + '/api/search?' + query));
    }
    for (const body of [{ similar_to_text: 'Avustuksen myöntäminen asukastilalle, HEL 2023-900861' }, { filters: { foo: 1 } }, { query: 'a', limit: 0 }]) {
      await check('/api/search', 'post', await fetch(base + '/api/search', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
    }
  },
};

let failed = 0;
try {
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log('ok      ' + name);
    } catch (error) {
      ++failed;
      console.log('FAILED  ' + name + '\n' + error.stack);
    }
  }
  console.log(`${checked} answers validated`);
} finally {
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
