/** The changes over HTTP: start, list, look, withdraw. */
@NullMarked
package io.rakegate.process.web;

import org.jspecify.annotations.NullMarked;
