import { groups, type Variable, variables } from '../../src/config/variables.ts';

const intro = `# Configuration

Tijdig is told everything by environment variables. A file \`.env\` in the working folder is read too; what the
environment says itself wins. With nothing set, everything runs embedded in \`./data\`.

Wrong and missing values are reported together, one line each, before anything starts; a value is never printed.
What a missing setting switches off is said at start. Where "or file" stands, the value may come from a file:
\`NAME_FILE=/run/secrets/name\` instead of \`NAME=…\`.

In a URL, these characters of a user name or password are written encoded: \`@\` as \`%40\`, \`/\` as \`%2F\`,
\`:\` as \`%3A\`, \`#\` as \`%23\`, \`?\` as \`%3F\`, \`%\` as \`%25\`. Your own certificate authority goes into
\`NODE_EXTRA_CA_CERTS\`, which Node reads itself: set it in the environment, not in \`.env\`.

This page is written from \`src/config/variables.ts\` by the tests (\`npm test -- configuration-docs -u\`).
`;

/** docs/configuration.md, written from the list of variables. */
export function configurationPage(): string {
  const sections = groups.map((group) => `## ${group}\n\n${inGroup(group).map(entry).join('\n')}`);
  return `${[intro, ...sections].join('\n')}`;
}

/** .env.example: every variable, commented out, with an example. */
export function environmentExample(): string {
  const sections = groups.map((group) => `# ${group}\n${inGroup(group).map(line).join('\n')}\n`);
  const start = '# Copy to .env and set what you need; docs/configuration.md explains each. Nothing is required.\n';
  return [start, ...sections].join('\n');
}

function inGroup(group: string): readonly Variable[] {
  return variables.filter((variable) => variable.group === group);
}

function entry(variable: Variable): string {
  const from = variable.secret ? ' (or file)' : '';
  return `### \`${variable.name}\`${from}\n\n${variable.meaning}\nNot set: ${variable.absent}.\n\n    ${variable.name}=${variable.example}\n`;
}

function line(variable: Variable): string {
  const value = /[\s#]/.test(variable.example) ? `"${variable.example}"` : variable.example;
  return `#${variable.name}=${value}`;
}
