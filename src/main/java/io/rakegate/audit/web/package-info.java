/** The pages of the audit room. */
@NullMarked
package io.rakegate.audit.web;

import org.jspecify.annotations.NullMarked;
