/**
 * Logging in at an OpenID Connect provider, and the provider's bearer tokens. The provider says who somebody is and
 * which groups they are in; what the groups may do is said here.
 */
@NullMarked
package io.rakegate.identity.openid;

import org.jspecify.annotations.NullMarked;
