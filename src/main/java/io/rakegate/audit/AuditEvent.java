package io.rakegate.audit;

/**
 * One record of a change's audit trail.
 *
 * @param sequence its place in the chain, from 1
 * @param record the record itself, canonical JSON: the bytes that are hashed
 * @param hash SHA-256 of the record in UTF-8, 64 hex digits
 */
public record AuditEvent(long sequence, String record, String hash) {}
