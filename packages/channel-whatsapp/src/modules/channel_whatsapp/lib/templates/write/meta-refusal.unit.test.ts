import { GraphError } from '../../graph/graph-error.ts'
import type { TemplateDefinition } from '../definition/definition.ts'
import { changeFailure, templateFailure } from './template-failure.ts'

const definition: TemplateDefinition = {
  name: 'order_shipped',
  language: 'en_US',
  category: 'UTILITY',
  parameterFormat: 'POSITIONAL',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Your order' },
    { type: 'BODY', text: 'It is on its way.' },
    { type: 'FOOTER', text: 'Acme' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Where is it?' }] },
  ],
}

/** As Meta answers; the sentence for people stands beside the code. */
function answer(
  code: number,
  subcode: number | null,
  sentence: string | null = 'In Meta’s words.',
): GraphError {
  const error = {
    ...{ code, message: '(#100) Invalid parameter' },
    ...(subcode === null ? {} : { error_subcode: subcode }),
    ...(sentence === null ? {} : { error_user_title: 'A title', error_user_msg: sentence }),
  }
  return new GraphError(400, code, error.message, null, false, { error })
}

test.each<[number, string, string]>([
  [2388023, 'meta_name_blocked', 'name'],
  [2388024, 'meta_name_in_use', 'name'],
  [2388040, 'meta_text_too_long', 'components.1.text'],
  [2388047, 'meta_header', 'components.0.text'],
  [2388072, 'meta_body', 'components.1.text'],
  [2388073, 'meta_footer', 'components.2.text'],
  [2388273, 'meta_example', 'components.0.example'],
  [2388293, 'meta_too_many_variables', 'components.1.text'],
  [2388299, 'meta_variable_at_edge', 'components.1.text'],
])('what Meta refuses by %d is shown as %s at %s, by code as by subcode', (number, code, path) => {
  for (const failure of [answer(100, number), answer(number, null)]) {
    expect(templateFailure(failure, definition)).toMatchObject({
      status: 422,
      body: {
        code: 'template_refused',
        detail: 'A title: In Meta’s words.',
        findings: [{ code, level: 'refused', path, params: {} }],
        fieldErrors: { [path]: expect.stringMatching(/^Meta .+\.$/) },
      },
    })
  }
})

test.each([
  ['The footer is too long.', 'components.2.text'],
  ['One of the buttons has too many characters.', 'components.3'],
  ['Message header too long', 'components.0.text'],
])('%s: the component that Meta names is the one that is marked', (sentence, path) => {
  expect(templateFailure(answer(100, 2388040, sentence), definition)).toMatchObject({
    body: { findings: [{ path }] },
  })
})

test('a refusal of a kind that nobody knows comes with what Meta says, at the part that it names', () => {
  expect(
    templateFailure(answer(100, 2388999, 'These buttons cannot be together.'), definition),
  ).toMatchObject({
    body: { code: 'template_refused', findings: [{ code: 'meta_other', path: 'components.3' }] },
  })
  const unplaced = templateFailure(answer(100, 2388999), definition)
  expect(unplaced).toMatchObject({ body: { fieldErrors: {}, detail: 'A title: In Meta’s words.' } })
})

test.each<[string, GraphError, string]>([
  ['the account has as many templates as it may have', answer(100, 2388019), 'template_limit_reached'],
  ['the account has submitted too many this hour', answer(80007, null, null), 'template_hourly_limit'],
  ['the token has ended', answer(190, null, null), 'access_token_invalid'],
])('where %s, that is not blamed on the template', (_, failure, code) => {
  expect(templateFailure(failure, definition)).toMatchObject({ status: 422, body: { code } })
})

test.each<[string, GraphError, string]>([
  [
    'a template that is not there any more',
    new GraphError(400, 33, 'Unsupported request', null),
    'template_gone',
  ],
  ['something that its status does not allow', answer(100, null), 'template_action_refused'],
  [
    'something for which Meta has a reason only',
    new GraphError(400, null, 'Not now', 'Not now'),
    'template_action_refused',
  ],
  ['too many changes', answer(80012, null, null), 'template_hourly_limit'],
])('of %s it is told what it is', (_, failure, code) => {
  expect(changeFailure(failure)).toMatchObject({ status: 422, body: { code } })
})
