package io.rakegate.audit.keep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A place in which bundles are kept for good. Repeatable: the same name with the same bytes may be put again. */
interface Archive {

    /**
     * Keeps a file.
     *
     * @param name its name in the archive, with slashes
     * @param file the file
     * @return where it is, in words that somebody finds it by
     * @throws IOException if it is not kept; a part of it is then never seen under the name
     */
    String put(String name, Path file) throws IOException;

    /** The bytes that are kept under a name; the caller closes it. */
    InputStream open(String name) throws IOException;
}
