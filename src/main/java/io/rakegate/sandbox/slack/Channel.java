package io.rakegate.sandbox.slack;

/**
 * A channel.
 *
 * @param id its identity, such as {@code C0PLATARCH}
 * @param name its name without "#"
 * @param purpose what it is for, in a sentence
 * @param created when it was made, in seconds since 1970
 */
record Channel(String id, String name, String purpose, long created) {}
