// `npm start`: the worker, by environment.
process.argv.splice(2, Number.POSITIVE_INFINITY, 'start', ...process.argv.slice(2));
await import('./cli.ts');
