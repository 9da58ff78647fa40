import type { Config } from 'jest'

// A test's file name says what it needs: `x.unit.test.ts` nothing, `x.int.test.ts` PostgreSQL,
// `x.ui.test.tsx` a DOM, `x.browser.test.ts` Chromium and the running product.

type Project = Exclude<NonNullable<Config['projects']>[number], string>

// The plugins' exports offer `.ts` or `.tsx` for one specifier; jest looks at the first offer only.
const pluginSources = {
  '^@open-mercato/(communication-channels|channel-whatsapp)/(.+)$': [
    '<rootDir>/packages/$1/src/$2.ts',
    '<rootDir>/packages/$1/src/$2.tsx',
  ],
}

const rooms = ['apps', 'packages', 'scripts', 'benchmarks', 'migrations', 'docs']

const everyProject: Project = {
  rootDir: import.meta.dirname,
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/\\.data/'],
  watchPathIgnorePatterns: ['/dist/', '<rootDir>/\\.data/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: pluginSources,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
}

function project(displayName: string, suffix: string, differences: Project = {}): Project {
  const testMatch = rooms.map((room) => `<rootDir>/${room}/**/*.${suffix}`)
  return { ...everyProject, displayName, testMatch, ...differences }
}

const config: Config = {
  // A product with its database and simulator takes a while to stand where other work has the processor.
  testTimeout: 30_000,
  projects: [
    project('unit', 'unit.test.ts'),
    project('integration', 'int.test.ts'),
    project('ui', 'ui.test.tsx', {
      testEnvironment: '<rootDir>/scripts/jest/dom-with-fetch.ts',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      moduleNameMapper: { ...pluginSources, '\\.css$': '<rootDir>/scripts/jest/no-styles.ts' },
    }),
    project('browser', 'browser.test.ts'),
  ],
}

export default config
