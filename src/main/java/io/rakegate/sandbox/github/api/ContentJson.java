package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Repository;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Files and folders on the wire. */
@InSandbox
@Component("sandboxGitHubContentJson")
class ContentJson {

    private final Wire wire;

    ContentJson(Wire wire) {
        this.wire = wire;
    }

    ObjectNode file(Repository repository, String ref, String path, String sha, byte[] content) {
        return entry(repository, ref, path, sha, "file")
                .put("size", content.length)
                .put("content", encoded(content))
                .put("encoding", "base64");
    }

    ObjectNode listed(Repository repository, String ref, String path, String sha, String type, int size) {
        return entry(repository, ref, path, sha, type).put("size", size);
    }

    ObjectNode blob(Repository repository, String sha, byte[] content) {
        return wire.object()
                .put("sha", sha)
                .put("node_id", "B_" + sha)
                .put("size", content.length)
                .put("url", wire.api(repository, "/git/blobs/" + sha))
                .put("content", encoded(content))
                .put("encoding", "base64");
    }

    private ObjectNode entry(Repository repository, String ref, String path, String sha, String type) {
        String encoded = UriUtils.encodePath(path, StandardCharsets.UTF_8);
        String url =
                wire.api(repository, "/contents/" + encoded + "?ref=" + UriUtils.encode(ref, StandardCharsets.UTF_8));
        String git = wire.api(repository, "/git/" + (type.equals("dir") ? "trees/" : "blobs/") + sha);
        String page =
                wire.pages().page(repository) + "/" + (type.equals("dir") ? "tree/" : "blob/") + ref + "/" + encoded;
        ObjectNode json = wire.object()
                .put("name", path.substring(path.lastIndexOf('/') + 1))
                .put("path", path)
                .put("sha", sha)
                .put("url", url)
                .put("html_url", page)
                .put("git_url", git)
                .put("download_url", type.equals("dir") ? null : page.replace("/blob/", "/raw/"))
                .put("type", type);
        json.putObject("_links").put("self", url).put("git", git).put("html", page);
        return json;
    }

    // GitHub breaks the lines after 60 characters and ends the last one
    private static String encoded(byte[] content) {
        return Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(content) + "\n";
    }
}
