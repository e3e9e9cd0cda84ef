/**
 * How the engine's REST API answers what it cannot read: with 400 and a sentence instead of a server error, at both of
 * its doors. What is a fault of the server stays one.
 */
@NullMarked
package io.rakegate.identity.rest;

import org.jspecify.annotations.NullMarked;
