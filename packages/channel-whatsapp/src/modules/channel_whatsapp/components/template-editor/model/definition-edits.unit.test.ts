import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { codeChoices, setApps, setExpiry, setOtpType } from './authentication.ts'
import { buttonsOf } from './buttons.ts'
import {
  asTemplateName,
  blankDefinition,
  setCategory,
  setParameterFormat,
  withoutHandles,
} from './definition-edits.ts'
import { setHeaderHandle, setHeaderKind } from './header.ts'
import { layoutOf, setLayout } from './layout.ts'
import { changeParts } from './parts.ts'
import { setText } from './text-parts.ts'

const written: TemplateDefinition = changeParts(blankDefinition('en'), (parts) =>
  setText(parts, 'BODY', 'Hi {{1}}!', 'POSITIONAL'),
)

test.each([
  ['Order shipped', 'order_shipped'],
  ['Zamówienie-wysłane!', 'zamowienie_wyslane'],
  ['ORDER 2', 'order_2'],
])('what is typed becomes a name that Meta takes: %s', (typed, name) => {
  expect(asTemplateName(typed)).toBe(name)
})

test('whoever looks at codes and comes back finds what was written', () => {
  const code = setCategory(written, 'AUTHENTICATION')
  expect(layoutOf(code)).toBe('code')
  expect(setCategory(code, 'UTILITY', written.components)).toEqual(written)
})

test('a carousel is for marketing: as something else it is a text again', () => {
  const carousel = setLayout({ ...written, category: 'MARKETING' }, 'carousel')
  expect(layoutOf(carousel)).toBe('carousel')
  expect(setCategory(carousel, 'UTILITY').components).toEqual(written.components)
})

test('an offer keeps a picture, but neither another heading nor a last line', () => {
  const withFooter: TemplateDefinition = {
    ...written,
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Sale' },
      ...written.components,
      { type: 'FOOTER', text: 'x' },
    ],
  }
  const offer = setLayout(withFooter, 'offer')
  expect(offer.components.map(({ type }) => type)).toEqual(['LIMITED_TIME_OFFER', 'BODY', 'BUTTONS'])
  expect(buttonsOf(offer.components).map(({ type }) => type)).toEqual(['COPY_CODE', 'URL'])
})

test('another way of naming variables holds for the whole template', () => {
  const named = setParameterFormat(written, 'NAMED')
  expect(named.components[0]).toMatchObject({ text: 'Hi {{value_1}}!' })
  expect(setParameterFormat(named, 'POSITIONAL')).toEqual(written)
})

test('a sample handed to one account does not go along to another', () => {
  const withPicture = changeParts(written, (parts) => setHeaderHandle(setHeaderKind(parts, 'IMAGE'), '4::x'))
  expect(withoutHandles(withPicture).components[0]).toEqual({ type: 'HEADER', format: 'IMAGE' })
})

test('apps belong to codes that are handed over, in the form that Meta wants today', () => {
  const { components } = setCategory(written, 'AUTHENTICATION')
  const tap = setOtpType(components, 'ONE_TAP')
  expect(codeChoices(tap).apps).toEqual([{ package_name: '', signature_hash: '' }])
  const named = setApps(tap, [{ package_name: 'com.acme', signature_hash: 'K8a/AINcGX7' }])
  expect(buttonsOf(named)[0]).toMatchObject({ supported_apps: [{ package_name: 'com.acme' }] })
  expect(buttonsOf(setOtpType(named, 'COPY_CODE'))[0]).toEqual({ type: 'OTP', otp_type: 'COPY_CODE' })
})

test('without minutes nothing is said about when a code expires', () => {
  const { components } = setCategory(written, 'AUTHENTICATION')
  expect(codeChoices(setExpiry(components, 10)).expiryMinutes).toBe(10)
  expect(setExpiry(setExpiry(components, 10), null)).toEqual(components)
})
