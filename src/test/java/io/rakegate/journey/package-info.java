/** The whole application from outside: every request is HTTP, as one of the sandbox's people. */
@org.jspecify.annotations.NullMarked
package io.rakegate.journey;
