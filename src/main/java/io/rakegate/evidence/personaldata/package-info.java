/**
 * Finds personal data and secrets in text of any length, in one pass, in constant memory and in time that grows with
 * the length alone.
 *
 * <p>Owns what is recognised and how it is masked. Must not know where a text comes from, where it goes, or what happens
 * when something is found. Written by hand rather than as expressions: every look back or ahead is bounded, so that no
 * text makes it slow. What is recognised in which context is measured in {@code docs/personal-data-measured.md}.
 */
@NullMarked
package io.rakegate.evidence.personaldata;

import org.jspecify.annotations.NullMarked;
