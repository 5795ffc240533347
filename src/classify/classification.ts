import { z } from 'zod';

export const dispositions = ['request', 'follow_up', 'authority', 'none', 'automatic', 'bounce', 'unreadable'] as const;
export const classifiedKinds = ['change', 'deletion', 'copy', 'refund', 'objection', 'undetermined'] as const;

/** One request found in a message, with the sentence that carries it (which stands in the message word for word). */
const foundRequest = z.strictObject({
  kind: z.enum(classifiedKinds),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  quote: z.string(),
});

/** Facts found in the text. No payment data, ever. */
const entities = z.strictObject({
  /** E.164. */
  phoneNumbers: z.array(z.string()),
  orderNumber: z.string().nullable(),
  /** The day the service was provided, ISO 8601. */
  serviceDate: z.string().nullable(),
  accountEmail: z.string().nullable(),
  changes: z.array(z.strictObject({ field: z.string(), newValue: z.string() })),
});

export const factKinds = ['phoneNumber', 'orderNumber', 'serviceDate', 'accountEmail', 'change'] as const;

/** A fact with the sentence that carries it (or the lines, for a list), word for word, without payment data. */
const factEvidence = z.strictObject({
  fact: z.enum(factKinds),
  /** Which field a change is about; null for other facts. */
  field: z.string().nullable(),
  value: z.string(),
  quote: z.string(),
});

/** What the text of a message asks for. Screening and threading have their own say: see `worker/triage`. */
export const contentClassification = z.strictObject({
  disposition: z.enum(['request', 'authority', 'none']),
  requests: z.array(foundRequest),
  /** ISO 639-1, `und` when unknown. */
  language: z.string(),
  /** Whether a person should look before anything is believed. */
  person: z.boolean(),
  reasons: z.array(z.string()),
  entities,
  /** One entry for each fact in `entities`, in the same order. */
  evidence: z.array(factEvidence),
});

export type FoundRequest = Readonly<z.infer<typeof foundRequest>>;
export type Entities = Readonly<z.infer<typeof entities>>;
export type FactEvidence = Readonly<z.infer<typeof factEvidence>>;
export type ContentClassification = Readonly<z.infer<typeof contentClassification>>;
export type Disposition = (typeof dispositions)[number];

/** The public answer about one message: content, screen and thread together (docs/cli.md). */
export interface Classification {
  readonly disposition: Disposition;
  readonly requests: readonly FoundRequest[];
  readonly language: string;
  readonly person: boolean;
  readonly acknowledge: boolean;
  readonly reasons: readonly string[];
  readonly entities: Entities;
  readonly evidence: readonly FactEvidence[];
}

export const noEntities: Entities = { phoneNumbers: [], orderNumber: null, serviceDate: null, accountEmail: null, changes: [] };
