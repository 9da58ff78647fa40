export const features = [
  { id: 'integrations.view', title: 'See integrations, their health and log', module: 'integrations' },
  {
    id: 'integrations.manage',
    title: 'Turn integrations on and off, choose versions, check health',
    module: 'integrations',
    dependsOn: ['integrations.view'],
  },
  {
    id: 'integrations.credentials.manage',
    title: 'Change the credentials of integrations',
    module: 'integrations',
    dependsOn: ['integrations.view'],
  },
]

export default features
