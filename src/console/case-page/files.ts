import type { Attachment } from '../../store/letters.ts';

/** Files that a colleague adds to a letter, as they came; whether they may go, and as what, the commands decide. */
export async function readFiles(files: readonly File[]): Promise<readonly Attachment[]> {
  return Promise.all(
    files.map(async (file) => ({
      filename: file.name,
      contentType: 'application/octet-stream',
      content: Buffer.from(await file.arrayBuffer()).toString('base64'),
    })),
  );
}
