import * as z from 'zod';

/** Marks values that a person wrote or that name a person: the journal's hash covers their salted digest, so they can be erased. */
export const erasable = z.registry<{ erasable: true }>();

/** What no screen shows: control characters, and the marks that turn the writing round. */
const unseen = /(?![\n\t])\p{Cc}|[\u202D\u202E]/gu;
const withoutUnseen = (text: string): string => text.replace(unseen, '');

/** At least one character that can be seen. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text a person wrote, 0 to `max` characters, NFC, kept beside the journal's chain so that it can be erased. */
export const freeText = (max: number) =>
  z.string().overwrite(withoutUnseen).trim().normalize('NFC').max(max).register(erasable, { erasable: true });

/** Like `freeText`, but something must be written. */
export const requiredText = (max: number) =>
  z
    .string()
    .overwrite(withoutUnseen)
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .regex(visible)
    .register(erasable, { erasable: true });

/** An exact number as text, so that what firms agree on is never rounded: "5.2", "-120". */
export const Decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/);
export type Decimal = z.infer<typeof Decimal>;

/** Databases know no year zero, and nobody here plans for the time before. */
const isOfOurTime = (time: string) => time >= '1900';
/** A calendar day without a clock, "2026-11-24". */
export const Day = z.iso.date().refine(isOfOurTime);
/** A moment, UTC. */
export const Moment = z.iso.datetime().refine(isOfOurTime);
/** Grows by one with every change; of two copies the higher one is true. */
export const Version = z.int().positive();
/** The place of a card among its neighbours: fractional index, compared as text. */
export const Rank = z.string().regex(/^[0-9A-Za-z]{1,120}$/);
/** One of Indonesia's three zones (WIB, WITA, WIT) by its IANA name. */
export const Zone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
export type Zone = z.infer<typeof Zone>;
export const Locale = z.enum(['id', 'en']);
export type Locale = z.infer<typeof Locale>;
