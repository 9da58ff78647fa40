// `npm run build` in a package: its `dist`. Arguments name the folders of `src` that it bundles by itself.
import { join } from 'node:path'
import { compile } from './compile.ts'

const packageFolder = process.cwd()
compile(packageFolder, join(packageFolder, 'dist'), process.argv.slice(2))
