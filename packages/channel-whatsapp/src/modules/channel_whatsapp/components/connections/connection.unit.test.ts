import { type ConnectionInput, emptyFields, isLocalAddress, toRequestBody } from './connection.ts'

const filled: ConnectionInput = {
  name: 'Shop',
  businessAccountId: '11',
  phoneNumberId: '22',
  accessToken: ' token ',
  appSecret: 'secret',
  webhookVerifyToken: 'verify',
  appId: '',
}

describe('the form of a connection', () => {
  test('asks for every secret of a new one, and for none that stays unchanged', () => {
    const blank = { ...filled, accessToken: '', appSecret: ' ', webhookVerifyToken: '' }
    expect(emptyFields(blank, true)).toEqual(['accessToken', 'appSecret', 'webhookVerifyToken'])
    expect(emptyFields(blank, false)).toEqual([])
  })

  test('does not overwrite a secret with an empty field', () => {
    const body = toRequestBody({ ...filled, appSecret: '' }, false)
    expect(body).not.toHaveProperty('appSecret')
    expect(body).toMatchObject({ name: 'Shop', accessToken: 'token' })
  })

  test('leaves the app id out where there is none', () => {
    expect(toRequestBody(filled, true)).not.toHaveProperty('appId')
    expect(toRequestBody({ ...filled, appId: '900' }, true)).toHaveProperty('appId', '900')
  })

  test('knows an address that the internet cannot reach', () => {
    expect(isLocalAddress('http://localhost:3000/api/x')).toBe(true)
    expect(isLocalAddress('https://shop.example/api/x')).toBe(false)
  })
})
