import { type Command, InvalidArgumentError } from 'commander';
import { auditHead } from '../store/audit-chain.ts';
import { verifyAudit } from '../store/read-audit.ts';
import type { AuditReport, Finding, HeldHead } from '../store/verify-audit.ts';
import { printJson, type Surroundings } from './io.ts';

interface Json {
  readonly json?: boolean;
}

/** `audit` and what stands under it. */
export function addAudit(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const audit = program
    .command('audit')
    .description('The audit: who did what and when, chained so that a change of it is found. Alone: the head of the chain.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig audit verify')
    .action((options: Json) => head(here, options));
  audit
    .command('head')
    .description('Show the head of the chain, to keep where nobody with access to the database can reach it.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig audit head')
    .action((options: Json) => head(here, options));
  audit
    .command('verify')
    .description('Find every event, approval and erasure that was changed, removed, moved or put there. Status 1: there are some.')
    .option('--head <link:head>', 'a head that a digest printed, which the chain must still contain', parseHead)
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig audit verify --head 812:3f9ac2d41b70e655')
    .action((options: Json & { head?: HeldHead }) =>
      here.withHouse(async ({ context }) => {
        const report = await verifyAudit(context.db, context.subKeys, options.head ?? null);
        if (options.json) printJson(here, jsonOf(report));
        else say(here, report, options.head ?? null);
        if (report.found > 0) exit(1);
      }),
    );
}

function head(here: Surroundings, { json }: Json): Promise<void> {
  return here.withHouse(async ({ context }) => {
    const found = await auditHead(context.db);
    if (json) printJson(here, found ?? { link: null, head: null });
    else if (found === null) here.out('Nothing is chained yet; a worker does that. Next: tijdig start\n');
    else here.out(`${found.link}:${found.head}\nKeep it. Later: tijdig audit verify --head ${found.link}:${found.head}\n`);
  });
}

/** `LINK:HEAD` as `audit head` prints it, or with the number as a digest writes it: 1.204, 1,204, 1 204. */
function parseHead(text: string): HeldHead {
  const [, link, given] = /^(\d{1,15}):([0-9a-f]{16,64})$/i.exec(text.replaceAll(/[\s.,’']/g, '')) ?? [];
  if (link === undefined || given === undefined)
    throw new InvalidArgumentError('It looks like 812:3f9ac2d41b70e655, as a digest or tijdig audit head printed it.');
  return { link: Number(link), head: given.toLowerCase() };
}

function jsonOf({ found, findings, counts, head: end, unmarked, lostByRestore }: AuditReport) {
  const { link: links, event: events, approval: approvals, erasure: erasures, case: cases } = counts;
  return { whole: found === 0, found, findings, head: end, links, events, approvals, erasures, cases, unmarked, lostByRestore };
}

function say(here: Surroundings, report: AuditReport, held: HeldHead | null): void {
  const { counts, found, findings, unmarked, lostByRestore } = report;
  const size = `${counts.event} event(s), ${counts.approval} approval(s) and ${counts.erasure} erasure(s) of ${counts.case} case(s), ${counts.link} link(s)`;
  if (found === 0) here.out(`The audit is whole: ${size}.\n`);
  else {
    here.out(`The audit is not what it was: ${found} finding(s) in ${size}.\n`);
    for (const finding of findings) here.out(`  ${line(finding)}\n`);
    if (found > findings.length) here.out(`  and ${found - findings.length} more\n`);
  }
  if (unmarked > 0) here.out(`${unmarked} event(s) are from before events had marks: they are vouched for from link 1 on.\n`);
  if (lostByRestore > 0) here.out(`${lostByRestore} row(s) were gone when a backup was restored; their links tell that they were there.\n`);
  here.out(`${nextStep(report, held)}\n`);
}

function nextStep({ found, head: end }: AuditReport, held: HeldHead | null): string {
  if (found > 0) return 'Next: keep a copy of the database as it is, then docs/operations.md, "The audit".';
  if (end === null) return 'Nothing is chained yet; a worker does that. Next: tijdig start';
  const ends = `${end.link}:${end.head}`;
  if (held === null) return `It ends at ${ends}. With a head from a digest: tijdig audit verify --head LINK:HEAD`;
  return `It contains the head that was kept, and ends at ${ends}.`;
}

function line({ link, about, words }: Finding): string {
  return [link === null ? null : `link ${link}`, about]
    .filter((part) => part !== null)
    .join(', ')
    .concat(`: ${words}`);
}
