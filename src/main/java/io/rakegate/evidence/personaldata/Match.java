package io.rakegate.evidence.personaldata;

/**
 * A stretch of a window that is personal data.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
record Match(PersonalDataKind kind, int start, int end) {}
