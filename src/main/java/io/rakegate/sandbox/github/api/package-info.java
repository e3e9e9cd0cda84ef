/**
 * The sandbox's GitHub on the wire: the part of REST version 3 that Rakegate and its tests speak, with GitHub's own
 * headers, errors and paging, and the webhook that tells Rakegate of what people do there.
 *
 * <p>Owns the wire format and nothing else. A test holds it against GitHub's published description.
 */
@NullMarked
package io.rakegate.sandbox.github.api;

import org.jspecify.annotations.NullMarked;
