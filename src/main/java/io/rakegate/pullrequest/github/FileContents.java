package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The text of files at a commit. */
final class FileContents {

    /** The largest file whose text GitHub hands out here, in bytes. */
    static final long LARGEST_FILE = 1024 * 1024;

    private final GitHubApi api;

    FileContents(GitHubApi api) {
        this.api = api;
    }

    /**
     * What is at a path.
     *
     * @param text null if it is no file, or one that is too large to be read
     */
    record Found(@Nullable String text) {}

    Optional<Found> at(String commitSha, String path) {
        HttpUrl.Builder url = api.at("contents");
        for (String segment : path.split("/", -1)) {
            url.addPathSegment(segment);
        }
        return api.find(url.addQueryParameter("ref", commitSha).build(), Wire.Content.class)
                .map(content -> new Found(text(content)));
    }

    private static @Nullable String text(Wire.Content content) {
        boolean readable = content.type().equals("file")
                && content.size() <= LARGEST_FILE
                && "base64".equals(content.encoding())
                && content.content() != null;
        return readable && content.content() != null
                ? decode(Base64.getMimeDecoder().decode(content.content()))
                : null;
    }

    /** The text of a file that was named by the SHA of its content. */
    String of(String blobSha) {
        GitWire.Blob blob = api.getForGood(api.at("git/blobs/" + blobSha).build(), GitWire.Blob.class);
        if (!blob.encoding().equals("base64")) {
            throw new PullRequestsUnavailable("GitHub gives a file in the unknown encoding " + blob.encoding() + ".");
        }
        return decode(Base64.getMimeDecoder().decode(blob.content()));
    }

    /**
     * Bytes that are no UTF-8 are taken one by one (ISO-8859-1), so that no two files look alike and a binary file ends
     * as text that is no Ruby. NUL, which no database column takes, becomes a replacement character.
     */
    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.replace('\0', '\uFFFD');
    }
}
