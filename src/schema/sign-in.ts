import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { staff } from './letter.ts';

function moment(name: string) {
  return timestamp(name, { withTimezone: true, mode: 'date' });
}

/**
 * One way in of a staff member: by mail, or by a code printed on the terminal. The address in it is made of the staff id
 * and leads nowhere; the person's own address stands sealed in `staff`.
 */
export const signInUsers = pgTable('sign_in_users', {
  id: text('id').primaryKey(),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/** Sessions. The token alone opens nothing: the cookie is signed with a key that is not in the database. */
export const signInSessions = pgTable(
  'sign_in_sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => signInUsers.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** Never filled. */
    ipAddress: text('ip_address'),
    /** Never filled. */
    userAgent: text('user_agent'),
    /** Both by our own clock; a session without them is none. */
    beganAt: instant('began_at'),
    seenAt: instant('seen_at'),
    /** Keyed digest of the token and whose it is: a row that was written or moved by hand signs nobody in. */
    mark: text('mark'),
  },
  (table) => [index().on(table.userId)],
);

/** Codes that wait to be typed, hashed, with the tries so far. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index().on(table.identifier)],
);
