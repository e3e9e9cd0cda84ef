package io.rakegate.process.web;

/** A rake file larger than any that is read. */
final class FileTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileTooLarge() {
        super("The file is larger than 1 MB, which is more than can be checked. Real rake files stay below 20 KB: take"
                + " the data out of the file.");
    }
}
