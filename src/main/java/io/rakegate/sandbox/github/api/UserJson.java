package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Account;
import io.rakegate.sandbox.github.InSandbox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Accounts on the wire. */
@InSandbox
@Component("sandboxGitHubUserJson")
class UserJson {

    private static final List<String> PLAIN = List.of("followers", "subscriptions", "repos", "received_events");
    private static final String LONG_AGO = "2019-01-01T00:00:00Z";

    private final Wire wire;

    UserJson(Wire wire) {
        this.wire = wire;
    }

    JsonNode nullable(@Nullable Account account) {
        return account == null ? NullNode.instance : simple(account);
    }

    ObjectNode simple(Account account) {
        return named(account.login(), account.id(), account.type());
    }

    /** The organisation that owns a repository. */
    ObjectNode organisation(String login) {
        return named(login, 900, "Organization");
    }

    /** An account's own page of data. */
    ObjectNode full(Account account) {
        ObjectNode user = simple(account);
        for (String empty : List.of("name", "company", "location", "email", "hireable", "bio", "twitter_username")) {
            user.putNull(empty);
        }
        user.put("name", account.login()).put("blog", "");
        user.put("public_repos", 0).put("public_gists", 0).put("followers", 0).put("following", 0);
        return user.put("created_at", LONG_AGO).put("updated_at", LONG_AGO).put("user_view_type", "public");
    }

    private ObjectNode named(String login, long id, String type) {
        String path = UriUtils.encodePathSegment(login, "UTF-8");
        String url = wire.api("/users/" + path);
        ObjectNode user = wire.object().put("login", login).put("id", id).put("node_id", wire.nodeId("User", id));
        user.put("avatar_url", wire.pages().gitHub() + "/avatars/" + id).put("gravatar_id", "");
        user.put("url", url).put("html_url", wire.pages().gitHub() + "/" + path);
        PLAIN.forEach(name -> user.put(name + "_url", url + "/" + name));
        user.put("following_url", url + "/following{/other_user}").put("gists_url", url + "/gists{/gist_id}");
        user.put("starred_url", url + "/starred{/owner}{/repo}").put("organizations_url", url + "/orgs");
        user.put("events_url", url + "/events{/privacy}");
        return user.put("type", type).put("site_admin", false);
    }
}
