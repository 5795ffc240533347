import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Sealed bytes, fingerprints and keys. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  // One driver wants a Buffer to recognise bytes, the other takes both.
  toDriver: (value) => (Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength)),
});

/** An instant, as an ISO 8601 text in UTC. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (value) =>
    Temporal.Instant.from(
      String(value)
        .replace(' ', 'T')
        .replace(/([+-]\d\d)$/, '$1:00'),
    ).toString(),
});

/** When the database wrote the row. */
export function writtenAt(name: string) {
  return timestamp(name, { withTimezone: true, mode: 'string' }).notNull().defaultNow();
}
