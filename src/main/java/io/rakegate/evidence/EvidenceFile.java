package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceRefused.unprocessable;

import io.rakegate.evidence.reading.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A file as it was sent, known by its content and read as often as needed, never held whole.
 *
 * @param name its name without path parts
 * @param type what its content says it is
 * @param encoding how its text is encoded, null if it is not text
 * @param content gives its bytes from the start each time
 */
record EvidenceFile(String name, FileType type, @Nullable Charset encoding, InputStreamSource content) {

    private static final int START_OF_TEXT = 1_000;

    /**
     * Looks at a file's content.
     *
     * @param sentName the name that came with it
     * @param content gives its bytes from the start each time it is asked
     * @param size its size in bytes
     * @param largest the largest size that is taken
     * @throws EvidenceRefused if it is empty, too large, of a kind that is not taken, or not what its name says
     */
    static EvidenceFile examine(@Nullable String sentName, InputStreamSource content, long size, DataSize largest)
            throws IOException {
        String name = FileName.clean(sentName);
        if (size == 0) {
            throw unprocessable("file", "The file is empty. Upload the output of the run.");
        }
        if (size > largest.toBytes()) {
            throw new EvidenceRefused(HttpStatus.PAYLOAD_TOO_LARGE, "file", tooLarge(largest));
        }
        Optional<FileType> magic = magicOf(content);
        Optional<Charset> encoding = magic.isPresent() ? Optional.empty() : encodingOf(content);
        FileType type = encoding.map(any -> FileType.ofTextNamed(name))
                .or(() -> magic)
                .orElseThrow(EvidenceFile::ofNoTypeThatIsTaken);
        EvidenceFile file = new EvidenceFile(name, type, encoding.orElse(null), content);
        file.refuseWhatIsNotWhatItsNameSays();
        file.refuseWhatSaysNothing();
        return file;
    }

    /** What a file over the limit is told. */
    static String tooLarge(DataSize largest) {
        return """
                The file is larger than the %s MB that are taken. Upload the part of the log that shows the run, \
                or compress it, and say where in the logs the whole one is (logPointer).""".formatted(largest.toMegabytes() > 0 ? largest.toMegabytes() : "0." + largest.toKilobytes());
    }

    /** Its text from the start, decoded. */
    Reader text() throws IOException {
        return TextEncoding.reader(content.getInputStream(), textEncoding());
    }

    /** How its text is encoded. */
    Charset textEncoding() {
        if (encoding == null) {
            throw new IllegalStateException("A file of type " + type + " has no text.");
        }
        return encoding;
    }

    private void refuseWhatIsNotWhatItsNameSays() throws IOException {
        if (!type.mayBeNamed(name) || (type == FileType.JSON && !startsLikeJson())) {
            throw unprocessable(
                    "file",
                    "The content and the name \"%s\" disagree: the content is %s. Upload the file that the name says, or give it the name that fits."
                            .formatted(name, type == FileType.JSON ? "not JSON" : type.mediaType()));
        }
    }

    private void refuseWhatSaysNothing() throws IOException {
        if (!type.isText()) {
            return;
        }
        String start = startOfText();
        if (start.isBlank() && start.length() < START_OF_TEXT) {
            throw unprocessable("file", "The file has no text in it. Upload the output of the run.");
        }
        if (TemplateText.is(start.strip())) {
            throw unprocessable(
                    "file", "The file holds what a template says, not the output of a run. Upload the output itself.");
        }
    }

    private boolean startsLikeJson() throws IOException {
        String start = startOfText().stripLeading();
        return start.isEmpty() || "{[\"-0123456789tfn".indexOf(start.charAt(0)) >= 0;
    }

    private String startOfText() throws IOException {
        try (Reader text = text()) {
            char[] start = new char[START_OF_TEXT];
            int length = 0;
            for (int read; length < start.length && (read = text.read(start, length, start.length - length)) > 0; ) {
                length += read;
            }
            return new String(start, 0, length);
        }
    }

    private static Optional<FileType> magicOf(InputStreamSource content) throws IOException {
        try (InputStream bytes = content.getInputStream()) {
            return FileType.ofMagic(bytes.readNBytes(FileType.MAGIC_BYTES));
        }
    }

    private static Optional<Charset> encodingOf(InputStreamSource content) throws IOException {
        try (InputStream bytes = content.getInputStream()) {
            return TextEncoding.detect(bytes);
        }
    }

    private static EvidenceRefused ofNoTypeThatIsTaken() {
        return new EvidenceRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file", """
                The content is neither text (UTF-8, ISO-8859-1, or UTF-16 with a byte order mark) nor PNG, JPEG, PDF, \
                ZIP or GZIP. Upload the log as text.""");
    }
}
