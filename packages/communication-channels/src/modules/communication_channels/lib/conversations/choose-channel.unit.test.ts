import { type ChannelFacts, chooseChannel } from './choose-channel.ts'

const on = (...ids: string[]) => ids.map((id) => ({ id, isEnabled: true }))
const off = (id: string) => ({ id, isEnabled: false })
const facts = (given: Partial<ChannelFacts>): ChannelFacts => ({
  chosenId: null,
  threadIds: [],
  defaultId: null,
  channels: on('sales', 'support'),
  ...given,
})

describe('the number that a person is written from', () => {
  it.each([
    [
      'is the chosen one, whatever else there is',
      { chosenId: 'support', threadIds: ['sales'], defaultId: 'sales' },
      'support',
    ],
    [
      'is the one that the person wrote to last',
      { threadIds: ['support', 'sales'], defaultId: 'sales' },
      'support',
    ],
    ['is the default where the person is new', { defaultId: 'sales' }, 'sales'],
    ['is the only one there is', { channels: on('sales') }, 'sales'],
    [
      'is not one that is switched off, unless nobody asked for it',
      { threadIds: ['old', 'sales'], defaultId: 'old', channels: [off('old'), ...on('sales', 'support')] },
      'sales',
    ],
    [
      'passes over a default that is off',
      { defaultId: 'old', channels: [off('old'), ...on('sales')] },
      'sales',
    ],
  ] as [string, Partial<ChannelFacts>, string][])('%s', (_, given, channelId) => {
    expect(chooseChannel(facts(given))).toEqual({ channelId })
  })

  it.each([
    ['somebody else’s number', { chosenId: 'foreign' }, 'channel_unknown'],
    [
      'a chosen number that is off',
      { chosenId: 'old', channels: [off('old'), ...on('sales')] },
      'channel_disabled',
    ],
    ['no number at all', { channels: [] }, 'no_channel'],
    ['all numbers off', { channels: [off('old')] }, 'no_channel'],
    ['several numbers and nothing that says which', {}, 'choose_channel'],
  ] as [string, Partial<ChannelFacts>, string][])('is refused for %s', (_, given, refused) => {
    expect(chooseChannel(facts(given))).toEqual({ refused })
  })
})
