'use client'

import { TemplatesPage } from '../../../../components/template-page/TemplatesPage.tsx'

export default function Page() {
  return <TemplatesPage />
}
