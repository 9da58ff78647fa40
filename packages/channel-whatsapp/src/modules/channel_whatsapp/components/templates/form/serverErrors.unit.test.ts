import { filled } from '../../../../../../test/filled-template.ts'
import { everyKind, sample } from '../../../../../../test/template-samples.ts'
import { toContent } from './content.ts'
import { fieldsOf } from './fields.ts'
import { inputsOf } from './inputs.ts'
import { placeErrors } from './serverErrors.ts'

function placed(kind: string, path: string) {
  const template = sample('n', everyKind[kind]!)
  const { values, fileIds } = filled(template, (media) => media)
  const inputs = fieldsOf(template).flatMap((field) => inputsOf(field, values))
  return placeErrors({ [path]: 'No.' }, toContent(template, values, fileIds), inputs)
}

describe('what the server says stands beside the input that it is about', () => {
  it.each<[string, string, string]>([
    ['numbered values', 'content.parameters.body.2', 'body.2'],
    ['numbered values', 'content.parameters.body', 'body.1'],
    ['a picture', 'content.parameters.headerObject', 'headerObject'],
    ['a picture', 'content.parameters.headerObject.media.fileId', 'headerObject'],
    ['a place', 'content.parameters.headerObject.address', 'headerObject.address'],
    ['a product', 'content.parameters.headerObject', 'headerObject.catalogId'],
    // The first value that was sent is the second button's.
    ['the rest of a link', 'content.parameters.buttons.0.suffix', 'buttons.1'],
    ['a code to copy', 'content.parameters.buttons.0.code', 'buttons.0'],
    ['a list of products', 'content.parameters.buttons.0.sections.0.title', 'buttons.0.sections.0.title'],
    ['a list of products', 'content.parameters.buttons.0.sections', 'buttons.0.sections.0.title'],
    ['a list of products', 'content.parameters.buttons.0', 'buttons.0.thumbnailProductId'],
    ['a carousel', 'content.parameters.cards.1.buttons.0.suffix', 'cards.1.buttons.1'],
    ['a carousel', 'content.parameters.cards.0.headerObject', 'cards.0.headerObject'],
    ['an offer that ends', 'content.parameters.offerExpiresAt', 'offerExpiresAt'],
  ])('%s: %s', (kind, path, input) => {
    expect(placed(kind, path)).toEqual({ byInput: { [input]: 'No.' }, others: [] })
  })

  it('and as a whole where the form has no such input', () => {
    expect(placed('a picture', 'content.name')).toEqual({ byInput: {}, others: ['No.'] })
    expect(placed('a picture', 'content.parameters.body.7')).toEqual({ byInput: {}, others: ['No.'] })
  })
})
