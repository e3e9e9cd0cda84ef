package io.rakegate.process.catalogue;

/**
 * Somebody who can be named as operator, as a select in a form offers them.
 *
 * @param label what to call them, with their user id
 * @param value their user id
 */
public record OperatorChoice(String label, String value) {}
