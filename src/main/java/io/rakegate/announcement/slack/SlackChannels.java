package io.rakegate.announcement.slack;

import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.AnnouncementsUnavailable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which channel a kind of announcement goes to, by id: most of Slack's methods take no names. */
@Component
final class SlackChannels {

    /** Channel names are lower case, so an id is never mistaken for one. */
    private static final Pattern ID = Pattern.compile("[CG][A-Z0-9]{7,}");

    private static final int PER_PAGE = 200;
    private static final int MOST_PAGES = 50;

    private final SlackApi slack;
    private final SlackProperties properties;
    private final Map<String, String> idsByName = new ConcurrentHashMap<>();

    SlackChannels(SlackApi slack, SlackProperties properties) {
        this.slack = slack;
        this.properties = properties;
    }

    /**
     * The id of the channel for a kind of announcement. Slack is asked once for each name.
     *
     * @throws AnnouncementsUnavailable if Slack does not know the name or does not answer
     */
    String idFor(Announcement.Kind kind) {
        String configured = properties.channels().of(kind);
        if (ID.matcher(configured).matches()) {
            return configured;
        }
        String known = idsByName.get(configured);
        if (known != null) {
            return known;
        }
        String found = lookUp(configured);
        idsByName.put(configured, found);
        return found;
    }

    private String lookUp(String name) {
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            ConversationsListResponse answer = page(name, cursor);
            for (Conversation channel : answer.getChannels()) {
                if (name.equals(channel.getName())) {
                    return channel.getId();
                }
            }
            cursor = Cursor.after(answer.getResponseMetadata());
            if (cursor.isEmpty()) {
                throw new AnnouncementsUnavailable("""
                        Slack has no public channel #%s. Check rakegate.slack.channels; a private channel is \
                        configured by its id.""".formatted(name));
            }
        }
        throw new AnnouncementsUnavailable(
                "Slack has too many channels to find #%s among them: configure its id in rakegate.slack.channels."
                        .formatted(name));
    }

    private ConversationsListResponse page(String name, String cursor) {
        return slack.call(
                "conversations.list",
                "looking for #" + name,
                methods -> methods.conversationsList(request -> request.types(List.of(ConversationType.PUBLIC_CHANNEL))
                        .excludeArchived(true)
                        .limit(PER_PAGE)
                        .cursor(cursor.isEmpty() ? null : cursor)));
    }
}
