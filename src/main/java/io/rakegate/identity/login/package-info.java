/**
 * The one door: who gets in by which means, for the pages, the interfaces and the engine's web applications alike.
 */
@NullMarked
package io.rakegate.identity.login;

import org.jspecify.annotations.NullMarked;
