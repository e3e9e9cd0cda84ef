package io.rakegate.process.web;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a check of one rake file.
 *
 * @param path where the file will be in the repository; a file of the production folder if left out
 * @param command the command that is to run it; not checked if left out
 * @param content the text of the file
 */
record RakeCheckRequest(
        @Nullable String path,
        @Nullable String command,
        @Nullable String content) {}
