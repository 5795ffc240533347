/**
 * When a request reached us, as a person says it: an instant with its offset, or a day or a day and a time of the business
 * time zone. A day alone is its first moment: a clock that began too early costs nobody a right. Null when it is no moment.
 */
export function readGivenReceipt(text: string, timeZone: string): Temporal.Instant | null {
  const given = text.trim().replace(' ', 'T');
  try {
    return Temporal.Instant.from(given);
  } catch {
    // No offset: a moment of ours.
  }
  try {
    return Temporal.PlainDateTime.from(given).toZonedDateTime(timeZone).toInstant();
  } catch {
    return null;
  }
}
