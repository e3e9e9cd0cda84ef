/** Checking a diagram before it is deployed, over HTTP. */
@NullMarked
package io.rakegate.guardrail.web;

import org.jspecify.annotations.NullMarked;
