/**
 * The second kind of login: at GitHub, with groups from the teams of an organisation. The account's number is who
 * somebody is, so their reviews are theirs without a list of who is who.
 */
@NullMarked
package io.rakegate.identity.github;

import org.jspecify.annotations.NullMarked;
