import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

type PageName = { name: string | null; setName: (name: string | null) => void }

const PageNameContext = createContext<PageName>({ name: null, setName: () => {} })

/** Around the shell and its pages: a page's route knows its kind only, the page itself knows which record it shows. */
export function PageNameProvider({ children }: { children: ReactNode }) {
  const [name, setName] = useState<string | null>(null)
  return <PageNameContext value={{ name, setName }}>{children}</PageNameContext>
}

/** Calls the page after the record it shows, in the breadcrumb and the browser's tab, for as long as it is mounted. */
export function usePageName(name: string | null): void {
  const { setName } = useContext(PageNameContext)
  useEffect(() => {
    setName(name)
    return () => setName(null)
  }, [name, setName])
}

/** What the page in sight calls itself; null while it has no name of its own. */
export function useShownPageName(): string | null {
  return useContext(PageNameContext).name
}
