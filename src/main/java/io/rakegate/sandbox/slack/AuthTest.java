package io.rakegate.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says who the token belongs to. */
@WithSandbox
@Component("sandboxSlackAuthTest")
class AuthTest implements ApiMethod {

    private final Workspace workspace;

    AuthTest(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "auth.test";
    }

    @Override
    public Map<String, Object> answer(Arguments arguments) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("url", workspace.pages());
        answer.put("team", Workspace.TEAM);
        answer.put("user", Workspace.BOT_USER);
        answer.put("team_id", Workspace.TEAM_ID);
        answer.put("user_id", Workspace.BOT_USER_ID);
        answer.put("bot_id", Workspace.BOT_ID);
        answer.put("is_enterprise_install", false);
        return answer;
    }
}
