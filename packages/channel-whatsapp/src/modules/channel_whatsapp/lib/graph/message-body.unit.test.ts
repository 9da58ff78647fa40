import { messageBody } from './message-body.ts'

const address = {
  recipient: { phone: '+48601234567', userId: 'PL.1' },
  replyToExternalId: null,
  callbackData: 'our-id',
}

describe('what goes to Meta', () => {
  it('is addressed by phone with its plus where one is known', () => {
    const body = messageBody(address, { type: 'text', text: 'Hi' })
    expect(body).toMatchObject({ to: '+48601234567', biz_opaque_callback_data: 'our-id' })
    expect(body).not.toHaveProperty('recipient')
  })

  it('is addressed by user id as recipient where the phone is hidden', () => {
    const body = messageBody(
      { ...address, recipient: { phone: null, userId: 'US.1' } },
      { type: 'text', text: 'Hi' },
    )
    expect(body).toMatchObject({ recipient: 'US.1' })
    expect(body).not.toHaveProperty('to')
  })

  it('quotes the message that it answers, unless it is a reaction', () => {
    const quoting = { ...address, replyToExternalId: 'wamid.0' }
    expect(messageBody(quoting, { type: 'text', text: 'Hi' })).toMatchObject({
      context: { message_id: 'wamid.0' },
    })
    const reaction = { type: 'reaction' as const, targetExternalId: 'wamid.0', emoji: '👍' }
    expect(messageBody(quoting, reaction)).not.toHaveProperty('context')
    expect(messageBody(address, { type: 'text', text: 'Hi' })).not.toHaveProperty('context')
  })

  it('orders positional parameters by number, also beyond nine', () => {
    const values = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [String(11 - index), `v${11 - index}`]),
    )
    const body = messageBody(address, template({ body: values }))
    const [component] = (
      body as unknown as { template: { components: { parameters: { text: string }[] }[] } }
    ).template.components
    expect(component!.parameters.map((one) => one.text)).toEqual(
      Array.from({ length: 11 }, (_, index) => `v${index + 1}`),
    )
  })

  it('names named parameters', () => {
    const body = messageBody(address, template({ body: { first_name: 'Anna' } }))
    expect(body).toMatchObject({
      type: 'template',
      template: {
        name: 'hello',
        language: { code: 'en_US' },
        components: [
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Anna' }] },
        ],
      },
    })
  })
})

function template(parameters: { body: Record<string, string> }) {
  const rendered = { body: '', buttons: [] }
  return { type: 'template' as const, name: 'hello', language: 'en_US', parameters, rendered }
}
