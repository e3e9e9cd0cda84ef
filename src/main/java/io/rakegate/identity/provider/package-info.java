/**
 * What the kinds of login at a provider have in common: where they begin and end, the token endpoint, and what somebody
 * reads whose login came to nothing. Must not know what a particular provider says about people.
 */
@NullMarked
package io.rakegate.identity.provider;

import org.jspecify.annotations.NullMarked;
