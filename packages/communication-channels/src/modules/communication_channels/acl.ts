export const features = [
  { id: 'communication_channels.view', title: 'Read conversations', module: 'communication_channels' },
  {
    id: 'communication_channels.send',
    title: 'Answer customers',
    module: 'communication_channels',
    dependsOn: ['communication_channels.view'],
  },
  { id: 'communication_channels.manage', title: 'Manage channels', module: 'communication_channels' },
  {
    id: 'communication_channels.deliveries.view',
    title: 'Inspect webhook deliveries',
    module: 'communication_channels',
  },
]

export default features
