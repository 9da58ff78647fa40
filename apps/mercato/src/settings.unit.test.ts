import { resolve } from 'node:path'
import { readSettings } from './settings.ts'

const key = Buffer.alloc(32, 7).toString('base64')

it('needs nothing for a local run', () => {
  expect(readSettings({})).toEqual({
    role: 'all',
    port: 3000,
    production: false,
    publicUrl: 'http://localhost:3000',
    trustProxy: 0,
    databaseUrl: undefined,
    dataDir: resolve('.data'),
    attachmentsS3: undefined,
    masterKey: undefined,
    simulatorPort: 3001,
    graphUrl: 'http://localhost:3001',
  })
})

it('takes an empty variable for an unset one and drops the slash of an address', () => {
  const settings = readSettings({ PORT: '', PUBLIC_URL: 'https://shop.example/', SIMULATOR_PORT: '4001' })
  expect(settings).toMatchObject({
    port: 3000,
    publicUrl: 'https://shop.example',
    graphUrl: 'http://localhost:4001',
  })
})

it('talks to Meta when there is no simulator, and has none in production', () => {
  expect(readSettings({ SIMULATOR: 'off' })).toMatchObject({
    simulatorPort: null,
    graphUrl: 'https://graph.facebook.com',
  })
  const production = readSettings({ NODE_ENV: 'production', OM_MASTER_KEY: key })
  expect(production).toMatchObject({
    production: true,
    simulatorPort: null,
    graphUrl: 'https://graph.facebook.com',
  })
})

const shared = { DATABASE_URL: 'postgres://db.example/mercato', OM_MASTER_KEY: key }

it('gives web and worker no simulator, and a worker a port only where it is asked for one', () => {
  expect(readSettings({ ROLE: 'web', ...shared })).toMatchObject({
    role: 'web',
    port: 3000,
    simulatorPort: null,
    graphUrl: 'https://graph.facebook.com',
  })
  expect(readSettings({ ROLE: 'worker', ...shared })).toMatchObject({ role: 'worker', port: null })
  expect(readSettings({ ROLE: 'worker', PORT: '8080', ...shared })).toMatchObject({ port: 8080 })
})

const s3 = {
  ATTACHMENTS_S3_ENDPOINT: 'https://s3.example/',
  ATTACHMENTS_S3_REGION: 'eu-central-1',
  ATTACHMENTS_S3_BUCKET: 'shop-files',
  ATTACHMENTS_S3_ACCESS_KEY_ID: 'id',
  ATTACHMENTS_S3_SECRET_ACCESS_KEY: 'secret',
}

it('keeps files in S3 when all that S3 needs is set', () => {
  expect(readSettings(s3).attachmentsS3).toEqual({
    endpoint: 'https://s3.example',
    region: 'eu-central-1',
    bucket: 'shop-files',
    prefix: '',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    pathStyle: true,
  })
  const refined = { ...s3, ATTACHMENTS_S3_PREFIX: 'shop/files', ATTACHMENTS_S3_PATH_STYLE: 'off' }
  expect(readSettings(refined).attachmentsS3).toMatchObject({ prefix: 'shop/files', pathStyle: false })
})

it.each(Object.keys(s3))('names %s when it alone is missing, and no secret', (name) => {
  const read = () => readSettings({ ...s3, ATTACHMENTS_S3_SECRET_ACCESS_KEY: 'hush', [name]: '' })
  expect(read).toThrow(new RegExp(`set ${name} too`))
  expect(read).not.toThrow(/hush/)
})

it.each([
  [{ PORT: 'abc' }, /PORT must be a number/],
  [{ PORT: '70000' }, /PORT must be 1 to 65535/],
  [{ ROLE: 'both' }, /ROLE must be all, web or worker/],
  [{ ROLE: 'web' }, /ROLE=web needs DATABASE_URL and OM_MASTER_KEY/],
  [{ ROLE: 'worker', DATABASE_URL: shared.DATABASE_URL }, /ROLE=worker needs OM_MASTER_KEY/],
  [{ ROLE: 'web', ...shared, SIMULATOR: 'on' }, /SIMULATOR cannot be on with ROLE=web/],
  [{ PUBLIC_URL: 'shop.example' }, /PUBLIC_URL must be an address/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgres/],
  [{ OM_MASTER_KEY: 'short' }, /OM_MASTER_KEY must be 32 bytes/],
  [{ TRUST_PROXY: '-1' }, /TRUST_PROXY/],
  [{ SIMULATOR: 'maybe' }, /SIMULATOR must be on or off/],
  [{ ATTACHMENTS_S3_PREFIX: 'files' }, /set ATTACHMENTS_S3_ENDPOINT, .*ATTACHMENTS_S3_SECRET_ACCESS_KEY too/],
  [{ ...s3, ATTACHMENTS_S3_PREFIX: '../other' }, /ATTACHMENTS_S3_PREFIX must be folders/],
  [{ ...s3, ATTACHMENTS_S3_BUCKET: 'a/b' }, /ATTACHMENTS_S3_BUCKET must be the name of a bucket/],
  [{ PORT: '3001' }, /must not be the same/],
  [{ NODE_ENV: 'production' }, /OM_MASTER_KEY must be set/],
  [{ NODE_ENV: 'production', OM_MASTER_KEY: key, SIMULATOR: 'on' }, /cannot be on in production/],
])('refuses %j and says why', (environment, message) => {
  expect(() => readSettings(environment)).toThrow(message)
})
