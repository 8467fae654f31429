/** The folders of planning, each built on those before it. */
const planning = ['series', 'plan', 'offers', 'closing-days', 'drafts', 'dates', 'seasons']

/** The five walls of ARCHITECTURE.md, and the steps of its largest capability. */
module.exports = {
  forbidden: [
    {
      name: 'through-the-front-door',
      comment: 'Another capability is imported only through its index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/(app|platform)/' },
      to: { path: '^src/([^/]+)/', pathNot: ['^src/$1/', '^src/platform/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'The platform could serve another product: it imports no capability.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'http-only-at-the-edge',
      comment: 'Hono stays in routes.tsx, pages/, platform/web, platform/design and app.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['routes\\.tsx$', '/pages/', '^src/platform/(web|design)/', '^src/app/', '\\.test\\.tsx?$'],
      },
      to: { path: 'node_modules/(hono|@hono)/' },
    },
    {
      name: 'sql-only-in-store',
      comment: 'Queries live in store.ts (or store/) and platform/database.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['/store\\.ts$', '/store/', '^src/platform/database/', '\\.test\\.tsx?$'],
      },
      to: { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means two folders are one.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...planning.slice(0, -1).map((folder, step) => ({
      name: `planning-${folder}-below-the-rest`,
      comment: 'What is planned is built from rules of series upwards.',
      severity: 'error',
      from: { path: `^src/planning/${folder}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^src/planning/(${planning.slice(step + 1).join('|')})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
