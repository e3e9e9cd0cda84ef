package io.rakegate.evidence;

/**
 * Evidence was recorded. Published inside the transaction that stores it: a listener that fails takes the record with
 * it.
 *
 * @param evidence the record
 */
public record EvidenceRecorded(Evidence evidence) {}
