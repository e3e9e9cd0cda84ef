package io.rakegate.process.catalogue;

/**
 * A waiver that an approver can accept.
 *
 * @param label the finding and why it is waived
 * @param value id of the finding
 */
public record WaiverChoice(String label, String value) {}
