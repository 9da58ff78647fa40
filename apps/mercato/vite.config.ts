import { fileURLToPath } from 'node:url'
import { locales } from '@open-mercato/shared/lib/i18n/config'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = `http://localhost:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: here('./web'),
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    // Inlined files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One request for all texts of a language instead of one per module.
            ...locales.map((locale) => ({
              name: `texts-${locale}`,
              test: new RegExp(`[\\\\/]i18n[\\\\/]${locale}\\.json$`),
            })),
            { name: 'vendor', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ },
          ],
        },
      },
    },
  },
})
