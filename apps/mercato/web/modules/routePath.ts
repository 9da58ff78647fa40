import type { ModuleFile } from './moduleFile.ts'

/**
 * `backend/integrations/[id]/page.tsx` -> `/backend/integrations/$id`; a module's `backend/page.tsx` is its
 * own front page `/backend/<module>`; `frontend/login/page.tsx` -> `/login`.
 */
export function routePathOf({ moduleId, path }: ModuleFile): string {
  const [area, ...segments] = path.replace(/\/?page\.tsx$/, '').split('/')
  const route = segments.map((segment) => segment.replace(/^\[(\w+)\]$/, '$$$1')).join('/')
  if (area === 'backend') return `/backend/${route || moduleId}`
  return `/${route}`
}
