/** Attempts to walk around the rules of a change, on each surface; the table in docs/security.md is made from them. */
package io.rakegate.attack;
