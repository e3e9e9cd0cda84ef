/** What tests share: a database that is quick to have, and an engine on it. */
@NullMarked
package io.rakegate.support;

import org.jspecify.annotations.NullMarked;
