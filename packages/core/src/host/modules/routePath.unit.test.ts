import { bySpecificity, honoPath, openApiPath, routePath } from './routePath.ts'

it('reads the address of a route from where its file is', () => {
  const path = routePath('inbox', 'conversations/[id]/messages/route.ts')
  expect(path).toBe('/api/inbox/conversations/[id]/messages')
  expect(honoPath(path)).toBe('/api/inbox/conversations/:id/messages')
  expect(openApiPath(path)).toBe('/api/inbox/conversations/{id}/messages')
  expect(routePath('inbox', 'route.ts')).toBe('/api/inbox')
  expect(honoPath('/api/files/[...rest]')).toBe('/api/files/:rest{.+}')
})

it('tries fixed segments before parameters and parameters before rests', () => {
  const sorted = ['/api/a/[...rest]', '/api/a/[id]', '/api/a/logs'].sort(bySpecificity)
  expect(sorted).toEqual(['/api/a/logs', '/api/a/[id]', '/api/a/[...rest]'])
})
