import {
  body,
  buttons,
  footer,
  header,
  image,
  mended,
  reply,
  said,
  withParts,
} from '../../../../../../../test/lint-cases.ts'
import type {
  DefinitionButton,
  DefinitionComponent,
  TemplateDefinition,
} from '../../definition/definition.ts'

const text: DefinitionComponent = { type: 'BODY', add_security_recommendation: true }
const expiry = (code_expiration_minutes: number): DefinitionComponent => ({
  type: 'FOOTER',
  code_expiration_minutes,
})
const copy: DefinitionButton = { type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }
const app = { package_name: 'com.acme', signature_hash: 'K8a/AINcGX7' }
const auth = (...components: DefinitionComponent[]): TemplateDefinition => ({
  ...withParts(...components),
  category: 'AUTHENTICATION',
})

describe('an authentication template', () => {
  it.each<[string, DefinitionComponent[], string[]]>([
    ['its fixed parts', [text, expiry(10), buttons(copy)], []],
    ['without an expiry', [text, buttons(copy)], []],
    ['90 minutes', [text, expiry(90), buttons(copy)], []],
    [
      '91 minutes',
      [text, expiry(91), buttons(copy)],
      ['refused auth_code_expiry components.1.code_expiration_minutes'],
    ],
    [
      'no time',
      [text, expiry(0), buttons(copy)],
      ['refused auth_code_expiry components.1.code_expiration_minutes'],
    ],
    [
      'a body of one’s own',
      [body('Here is your code.'), buttons(copy)],
      ['refused auth_text components.0.text'],
    ],
    [
      'a footer of one’s own',
      [text, footer('Yours'), buttons(copy)],
      ['refused auth_text components.1.text'],
    ],
    ['a header', [text, header('Hello'), buttons(copy)], ['refused auth_part components.1']],
    ['a picture', [text, image, buttons(copy)], ['refused auth_part components.1']],
    ['no button', [text], ['refused auth_button components']],
    ['another button', [text, buttons(reply('Yes'))], ['refused auth_button components.1.buttons']],
    [
      'an app that is not named',
      [text, buttons({ ...copy, otp_type: 'ONE_TAP' })],
      ['refused auth_app_missing components.1.buttons.0.supported_apps'],
    ],
    ['an app', [text, buttons({ ...copy, otp_type: 'ONE_TAP', supported_apps: [app] })], []],
    ['an app on the button itself', [text, buttons({ ...copy, otp_type: 'ONE_TAP', ...app })], []],
    [
      'terms that are not accepted',
      [text, buttons({ ...copy, otp_type: 'ZERO_TAP', supported_apps: [app] })],
      ['refused auth_terms components.1.buttons.0.zero_tap_terms_accepted'],
    ],
  ])('%s', (_, components, findings) => {
    expect(said(auth(...components))).toEqual(findings)
  })

  it('leaves its texts to Meta at a tap', () => {
    const after = mended(auth(body('Here is {{1}} for you.', '123456'), buttons(copy)), 'auth_text')
    expect(after.components).toEqual([{ type: 'BODY' }, buttons(copy)])
  })

  it('keeps its parts to itself', () => {
    expect(
      said(
        withParts(
          { ...body(), add_security_recommendation: true } as DefinitionComponent,
          expiry(10),
          buttons(copy),
        ),
      ),
    ).toEqual([
      'refused auth_only components.0.add_security_recommendation',
      'refused auth_only components.1.code_expiration_minutes',
      'refused auth_only components.2.buttons.0',
    ])
  })
})
