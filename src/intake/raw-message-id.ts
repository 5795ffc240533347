/** Values of the Message-ID fields (RFC 5322 §3.6.4) in the header of raw bytes, unfolded. Reads no further than the header. */
export function messageIdsOf(raw: Uint8Array): readonly string[] {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const ends = ['\r\n\r\n', '\n\n'].map((end) => bytes.indexOf(end)).filter((at) => at >= 0);
  const header = bytes.toString('latin1', 0, ends.length === 0 ? bytes.length : Math.min(...ends));
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ');
  return [...unfolded.matchAll(/^message-id[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gim)].map(([, value = '']) => value);
}
