import { templateDefinition } from '../../definition/definition.ts'
import type { StoredTemplate } from '../our-template.ts'
import { definitionOfTemplate } from './definition-of-template.ts'

const stored = (components: object[], more: Partial<StoredTemplate> = {}) =>
  ({
    ...{ id: 'x', connectionId: 'c', externalId: '1', name: 'one', language: 'en_US', status: 'APPROVED' },
    ...{ category: 'UTILITY', parameterFormat: 'POSITIONAL', ttlSeconds: null },
    components,
    ...more,
  }) as StoredTemplate

const body = { type: 'BODY', text: 'Your parcel is here.' }

test('what Meta lists beside what it was given is left out, wherever it stands', () => {
  const listed = [
    { ...body, cta_url_link_tracking: true },
    { type: 'BUTTONS', buttons: [{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+48', rank: 1 }] },
  ]
  const { components } = definitionOfTemplate(stored(listed))
  expect(components).toEqual([
    body,
    { type: 'BUTTONS', buttons: [{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+48' }] },
  ])
})

test('the address that Meta lists in place of a sample is no sample', () => {
  const header = (handle: string) => ({
    type: 'HEADER',
    format: 'IMAGE',
    example: { header_handle: [handle] },
  })
  const given = definitionOfTemplate(stored([header('4::aW1hZ2U='), body]))
  expect(given.components[0]).toEqual(header('4::aW1hZ2U='))
  const listed = definitionOfTemplate(stored([header('https://scontent.whatsapp.net/v/1.jpg'), body]))
  expect(listed.components[0]).toEqual({ type: 'HEADER', format: 'IMAGE', example: {} })
})

test('a one-time code becomes what it was given as, without the texts that Meta wrote', () => {
  const link =
    'https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&cta_display_name=Autofill&package_name=com.acme&signature_hash=K8a%2FAINcGX7&code=otp'
  const listed = [
    {
      type: 'BODY',
      text: '*{{1}}* is your verification code.',
      add_security_recommendation: true,
      example: { body_text: [['123456']] },
    },
    { type: 'FOOTER', text: 'This code expires in 5 minutes.', code_expiration_minutes: 5 },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'Copy code', url: `${link}{{1}}`, example: [`${link}123456`] }],
    },
  ]
  const definition = definitionOfTemplate(stored(listed, { category: 'AUTHENTICATION', ttlSeconds: 300 }))
  expect(templateDefinition.parse(definition)).toMatchObject({
    ttlSeconds: 300,
    components: [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: 5 },
      {
        type: 'BUTTONS',
        buttons: [
          {
            ...{ type: 'OTP', otp_type: 'ONE_TAP', text: 'Copy code', autofill_text: 'Autofill' },
            supported_apps: [{ package_name: 'com.acme', signature_hash: 'K8a/AINcGX7' }],
          },
        ],
      },
    ],
  })
  expect(definition.components[0]).not.toHaveProperty('text')
})

test('a template with a part of a kind that nobody knows is not for editing here', () => {
  expect(() => definitionOfTemplate(stored([body, { type: 'POEM' }]))).toThrow(
    expect.objectContaining({ code: 'template_not_writable' }),
  )
})
