import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { variables } from '../src/config/variables.ts';
import { configurationPage, environmentExample } from './support/configuration-docs.ts';

test('docs/configuration.md says what the program reads', async () => {
  await expect(configurationPage()).toMatchFileSnapshot('../docs/configuration.md');
});

test('.env.example says what the program reads', async () => {
  await expect(environmentExample()).toMatchFileSnapshot('../.env.example');
});

test('every line of the example is a setting once its comment sign is taken away', () => {
  const set = environmentExample().replace(/^#(?=[A-Z])/gm, '');
  expect(parseEnv(set)).toEqual(Object.fromEntries(variables.map((variable) => [variable.name, variable.example])));
});
