// Who may import whom (ARCHITECTURE.md). Every rule says in its comment what to do instead.
// test/boundaries breaks each of them on purpose and sees it bite.

const rooms = 'intake|classify|responders|outbox|directory';
/** The shell: the only code that introduces rooms to each other. */
const shell = '^src/(worker/|demo/|commands/|console/|cli[a-z-]*\\.ts$|main\\.ts$)';
const entries = '^src/(main|cli|intake/parse-thread)\\.ts$';
/** Scripts that a browser runs: read as files, never imported. */
const served = '^src/console/static/';
const onlyTypes = ['type-only', 'type-import'];

/** An outside package, the file that speaks to it, and the part of the package this is about (all of it when not said). */
const doors = [
  { name: 'imapflow', door: '^src/intake/imap\\.ts$' },
  { name: 'mailparser', door: '^src/intake/parse[a-z-]*\\.ts$' },
  { name: 'nodemailer', part: '(?!.*/(mail-composer|addressparser)/)', door: '^src/outbox/smtp\\.ts$' },
  { name: 'nodemailer', part: '.*/mail-composer/', door: '^src/outbox/compose\\.ts$' },
  { name: 'nodemailer', part: '.*/addressparser/', door: '^src/intake/address\\.ts$' },
  { name: 'openai', door: '^src/classify/openai\\.ts$' },
  { name: 'tinyld', door: '^src/classify/language\\.ts$' },
  { name: 'html-to-text', door: '^src/intake/html-text\\.ts$' },
  { name: 'sanitize-html', door: '^src/intake/safe-html\\.ts$' },
  { name: 'email-reply-parser', door: '^src/intake/reply-header\\.ts$' },
  { name: 'liquidjs', door: '^src/responders/templates\\.ts$' },
  { name: 'pngjs', door: '^src/responders/chart\\.ts$' },
  { name: 'markdown-it', door: '^src/responders/markdown\\.ts$' },
  { name: 'postgres', door: '^src/store/db\\.ts$' },
  { name: '@electric-sql/pglite', door: '^src/store/db\\.ts$' },
  { name: 'drizzle-orm', part: '(postgres-js|pglite)/', door: '^src/store/db\\.ts$' },
  { name: 'drizzle-orm', part: '(?!(postgres-js|pglite)/)', door: '^src/(store|schema)/' },
  { name: 'node-cron', door: '^src/worker/schedule\\.ts$' },
  { name: 'date-holidays', door: '^src/holidays\\.ts$' },
  { name: 'yaml', door: '^src/policy-file\\.ts$' },
  { name: 'pino', door: '^src/log\\.ts$' },
  { name: 'commander', door: '^src/(cli[a-z-]*\\.ts$|commands/)' },
  { name: 'hoodiecrow-imap', door: '^src/demo/' },
  { name: 'smtp-server', door: '^src/demo/' },
  { name: 'hono', door: '^src/console/' },
  { name: '@hono/node-server', door: '^src/console/server\\.ts$' },
  { name: 'diff', door: '^src/console/case-page/diff\\.ts$' },
  { name: 'better-auth', door: '^src/store/sign-in\\.ts$' },
];
/** No door needed: a vocabulary, not a service. */
const everywhere = ['zod'];

function modules(names, part = '') {
  return `(^|/)node_modules/(@types/)?(${names.join('|')})/${part}`;
}

/** Values of a package come through its door alone. */
function doorRule({ name, part, door }, index) {
  return {
    name: `one-door-${index + 1}-${name}`,
    comment: `Only ${door} speaks to ${name}. Add what you need to that door, or take what it gives as an argument.`,
    severity: 'error',
    from: { path: '^src/', pathNot: door },
    to: { path: modules([name], part), dependencyTypesNot: onlyTypes },
  };
}

/** Its types may be used next to the door, so that a door can be more than one file, and no further. */
function typesRule(name) {
  const folders = doors.filter((door) => door.name === name).map(({ door }) => /^\^src\/[a-z]+\//.exec(door)?.[0] ?? door);
  return {
    name: `types-stay-${name}`,
    comment: `The types of ${name} stay in the folder of its door. Let that door answer with a type of ours.`,
    severity: 'error',
    from: { path: '^src/', pathNot: folders },
    to: { path: modules([name]), dependencyTypes: onlyTypes },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'case-is-pure',
      comment: 'src/case/ is values and plain functions: no Node, no package, no other folder. Pass what it needs as an argument.',
      severity: 'error',
      from: { path: '^src/case/' },
      to: { pathNot: '^src/case/' },
    },
    {
      name: 'privacy-is-ground',
      comment: 'src/privacy/ is used by everybody and knows nobody but the core and the errors. Move the code to who needs it.',
      severity: 'error',
      from: { path: '^src/privacy/' },
      to: { path: '^src/', pathNot: '^src/(privacy/|case/|errors\\.ts$)' },
    },
    {
      name: 'rooms-do-not-meet',
      comment: 'A room uses another room’s types, never its code. Let src/worker/ call both, and pass the result as a value.',
      severity: 'error',
      from: { path: `^src/(${rooms})/` },
      to: { path: `^src/(${rooms})/`, pathNot: '^src/$1/', dependencyTypesNot: onlyTypes },
    },
    {
      name: 'rooms-know-no-store-and-no-shell',
      comment:
        'A room knows neither the database nor who calls it, not even as a type. Take a value, answer a value; src/worker/ stores it.',
      severity: 'error',
      from: { path: `^src/(${rooms})/` },
      to: { path: ['^src/(store|schema)/', shell] },
    },
    {
      name: 'rooms-stand-on-the-ground-floor',
      comment:
        'A room runs its own code, src/privacy/, src/case/ and errors.ts. Clock, log and configuration come as arguments; import their types.',
      severity: 'error',
      from: { path: `^src/(${rooms})/` },
      to: {
        path: '^src/',
        pathNot: [`^src/(${rooms})/`, '^src/(privacy|case)/', '^src/errors\\.ts$'],
        dependencyTypesNot: onlyTypes,
      },
    },
    {
      name: 'only-the-shell-introduces-rooms',
      comment:
        'Only src/worker/, the commands, the demo, cli.ts and main.ts call rooms. Elsewhere use a room’s types, or move the code to src/worker/.',
      severity: 'error',
      from: { path: '^src/', pathNot: [shell, `^src/(${rooms})/`] },
      to: { path: `^src/(${rooms})/`, dependencyTypesNot: onlyTypes },
    },
    {
      name: 'only-store-reads-schema',
      comment: 'Tables are known in src/store/ only. Add a function to the store that says what you want to know or change.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|schema)/' },
      to: { path: '^src/schema/' },
    },
    {
      name: 'schema-is-tables',
      comment: 'src/schema/ describes tables; it borrows types, and runs nothing of ours. Put behaviour into src/store/.',
      severity: 'error',
      from: { path: '^src/schema/' },
      to: { path: '^src/', pathNot: '^src/(schema|case)/', dependencyTypesNot: onlyTypes },
    },
    {
      name: 'store-does-not-call-back',
      comment: 'The store is called; it calls nobody. Return what the caller needs, and let src/worker/ act on it.',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: shell },
    },
    {
      name: 'worker-knows-no-entry',
      comment:
        'src/worker/ is called by cli.ts, main.ts, the commands, the demo and the console, and knows none of them. Pass a function in.',
      severity: 'error',
      from: { path: '^src/worker/' },
      to: { path: shell, pathNot: '^src/worker/' },
    },
    {
      name: 'console-speaks-to-the-worker',
      comment:
        'The console is pages around the same commands everybody gives: it calls no room and no station. Call a command or a show-… of src/worker/, or take a value.',
      severity: 'error',
      from: { path: '^src/console/' },
      to: {
        path: [`^src/(${rooms}|demo|commands)/`, '^src/worker/'],
        pathNot:
          '^src/worker/(context|send-sign-in-code|acknowledge-anyway|confirm-intake|link-cases|open-by-hand|rewrite-draft|split-case|show-[a-z-]+|[a-z-]*commands)\\.ts$',
        dependencyTypesNot: onlyTypes,
      },
    },
    {
      name: 'console-only-reads',
      comment:
        'The console reads the database through the queries made for its pages, and writes through commands. Sign-in reaches it as a value: let src/commands/ pass it.',
      severity: 'error',
      from: { path: '^src/console/' },
      to: { path: '^src/store/', pathNot: '^src/store/(queue|search|figures|staff)\\.ts$', dependencyTypesNot: onlyTypes },
    },
    {
      name: 'nobody-asks-the-console',
      comment:
        'The console is opened by src/commands/ and the demo, and nothing of it is used elsewhere. Move what is shared to src/worker/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(console|commands|demo)/' },
      to: { path: '^src/console/' },
    },
    ...doors.map(doorRule),
    ...[...new Set(doors.map(({ name }) => name))].map(typesRule),
    {
      name: 'every-package-has-a-door',
      comment: 'This package has no door yet. Choose the one file that may speak to it and add it to `doors` in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/', pathNot: modules([...doors.map(({ name }) => name), ...everywhere]) },
    },
    {
      name: 'no-development-packages',
      comment: 'The packed program has no development packages. Use another one, or make it a dependency (docs/adr).',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: onlyTypes },
    },
    {
      name: 'nothing-unresolved',
      comment: 'This import leads nowhere. Relative imports end in .ts; packages stand in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or the shared part is a third. Types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unreachable',
      comment: 'Nothing leads here from main.ts, cli.ts or the parser’s thread. Use it, or delete it.',
      severity: 'error',
      from: { path: entries },
      to: { path: '^src/', pathNot: [entries, served, '\\.d\\.ts$'], reachable: false },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file and it imports nobody. Use it, or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: [entries, served, '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
