/** The application as people see it, in a headless Chromium; each journey leaves its screenshots in target/screenshots. */
@org.jspecify.annotations.NullMarked
package io.rakegate.browser;
