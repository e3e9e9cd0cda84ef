package io.rakegate.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Changes a message; answers when that is on disk. */
@WithSandbox
@Component("sandboxSlackUpdateMessage")
class UpdateMessage implements ApiMethod {

    private static final int MOST_CHARACTERS = 4_000;

    private final Channels channels;
    private final Messages messages;

    UpdateMessage(Channels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "chat.update";
    }

    @Override
    public Map<String, Object> answer(Arguments arguments) {
        Channel channel =
                arguments.text("channel").flatMap(channels::byId).orElseThrow(() -> new Refused("channel_not_found"));
        MessageTime time =
                arguments.text("ts").flatMap(MessageTime::parse).orElseThrow(() -> new Refused("message_not_found"));
        String text = arguments.text("text").orElseThrow(() -> new Refused("no_text"));
        if (text.length() > MOST_CHARACTERS) {
            throw new Refused("msg_too_long");
        }

        Message updated = messages.update(
                        channel.id(),
                        time,
                        Mrkdwn.asKept(text),
                        arguments.metadata().orElse(null))
                .orElseThrow(() -> new Refused("message_not_found"));

        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("channel", channel.id());
        answer.put("ts", updated.time().ts());
        answer.put("text", updated.text());
        answer.put("message", Wire.message(updated, true));
        return answer;
    }
}
