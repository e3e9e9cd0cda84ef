package io.rakegate.audit.bundle;

import io.rakegate.audit.LinkHash;

/**
 * A file of a bundle as it was written, a link of the chain that begins with the events.
 *
 * @param link SHA-256 of the link before, the file's hash, its size and its name, with blanks between them
 * @param name its path in the bundle
 * @param sha256 SHA-256 of its bytes, 64 hex digits
 * @param size its size in bytes
 */
record BundleFile(String link, String name, String sha256, long size) {

    static BundleFile after(String previous, String name, String sha256, long size) {
        return new BundleFile(LinkHash.of(previous + " " + sha256 + " " + size + " " + name), name, sha256, size);
    }
}
