export const features = [
  { id: 'directory.view', title: 'See the tenant and its organizations', module: 'directory' },
  {
    id: 'directory.manage',
    title: 'Change the tenant and its organizations',
    module: 'directory',
    dependsOn: ['directory.view'],
  },
]

export default features
