package io.rakegate.approval;

/**
 * Somebody who has taken a side of a change. A side once taken stays taken, also when the approval was withdrawn.
 *
 * @param side the side
 * @param identity who holds it
 */
public record Holder(Side side, Identity identity) {}
